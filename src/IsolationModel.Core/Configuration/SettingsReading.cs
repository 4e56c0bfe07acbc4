using IsolationModel.Findings;

namespace IsolationModel.Configuration;

/// <summary>What came of reading a settings file.</summary>
/// <param name="Settings">Everything that could be read.</param>
/// <param name="Findings">The mistakes, in the order of their places.</param>
public sealed record SettingsReading(IsolationSettings Settings, IReadOnlyList<Finding> Findings);
