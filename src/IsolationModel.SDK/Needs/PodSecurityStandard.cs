using System.Globalization;
using IsolationModel.Modeling;

namespace IsolationModel;

/// <summary>A level of the Kubernetes Pod Security Standards: it binds the settings of the pod, not the choice of a technology.</summary>
public sealed class PodSecurityStandard : NeedTerm
{
    private readonly string _choice;

    internal PodSecurityStandard(Model model, NeedDefinition definition, string choice, string? version)
        : base(model, version is null ? $"{definition.Id}:{choice}" : $"{definition.Id}:{choice}@{version}", definition.Name.English) =>
        (Definition, _choice) = (definition, choice);

    /// <summary>What it asks for and why.</summary>
    public NeedDefinition Definition { get; }

    /// <summary>The standard as a minor version of Kubernetes 1 has it; without one the latest is meant.</summary>
    /// <param name="minor">The minor version, such as 30.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such version.</exception>
    public PodSecurityStandard At(int minor) => minor is >= 0 and < 10_000
        ? new(Model, Definition, _choice, string.Format(CultureInfo.InvariantCulture, "v1.{0}", minor))
        : throw new ArgumentOutOfRangeException(nameof(minor), minor, "a minor version is 0 or more");
}
