using IsolationModel.Workloads;

namespace IsolationModel.Configuration;

/// <summary>What settings say of some paths alone.</summary>
/// <param name="Paths">The paths.</param>
/// <param name="Needs">Needs, a level, a scenario of the workloads there.</param>
/// <param name="Severity">How loudly findings there are told.</param>
public sealed record SettingsOverride(IReadOnlyList<PathPattern> Paths, IReadOnlyList<NeedDeclaration> Needs, SeverityMap Severity)
{
    /// <summary>Whether it speaks of a file.</summary>
    /// <param name="path">The path seen from the settings file's folder; null for a file that does not lie below it.</param>
    public bool Covers(string? path) => path is not null && Paths.Any(pattern => pattern.Matches(path));
}
