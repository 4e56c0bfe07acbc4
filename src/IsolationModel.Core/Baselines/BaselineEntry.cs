namespace IsolationModel.Baselines;

/// <summary>
/// A finding as a baseline remembers it: by what it says, never by where it stands, so that it is known again when lines move.
/// </summary>
/// <param name="File">The file, with <c>/</c>, seen from the folder of the baseline; empty for what stands in no file.</param>
/// <param name="RuleId">The rule.</param>
/// <param name="Workload">The workload, or null.</param>
/// <param name="Need">The need as it was declared, or null.</param>
/// <param name="Control">The control of an external standard, or null.</param>
/// <param name="Message">The message, without places.</param>
/// <param name="Ordinal">Which one it is of those that are alike in everything else, from 1.</param>
public sealed record BaselineEntry(string File, string RuleId, string? Workload, string? Need, string? Control, string Message, int Ordinal);
