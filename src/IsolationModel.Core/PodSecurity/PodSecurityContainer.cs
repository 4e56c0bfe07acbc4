using IsolationModel.Data;
using IsolationModel.Text;

namespace IsolationModel.PodSecurity;

/// <summary>A container of a pod, whichever list holds it.</summary>
/// <param name="Fields">The container.</param>
/// <param name="Label">How messages call it: <c>init container 'setup'</c>.</param>
/// <param name="IsEphemeral">Whether it is an ephemeral container.</param>
internal sealed record PodSecurityContainer(DataCursor Fields, string Label, bool IsEphemeral)
{
    /// <summary>Its security context.</summary>
    public DataCursor Context { get; } = Fields["securityContext"];

    /// <summary>Its name, or null.</summary>
    public string? Name => Fields["name"].Text;

    /// <summary>Where it should have said what it does not say.</summary>
    public TextRange Absence => Context.Exists ? Context.KeyRange : Fields["name"] is { Exists: true } name ? name.Range : Fields.Range;
}
