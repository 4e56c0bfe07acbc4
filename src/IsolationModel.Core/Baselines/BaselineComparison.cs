using IsolationModel.Findings;

namespace IsolationModel.Baselines;

/// <summary>A run, seen against a baseline.</summary>
/// <param name="New">The findings that are not in the baseline, in their order.</param>
/// <param name="Known">The findings that are, in their order.</param>
/// <param name="Gone">The entries that no finding meets any more, sorted.</param>
public sealed record BaselineComparison(IReadOnlyList<Finding> New, IReadOnlyList<Finding> Known, IReadOnlyList<BaselineEntry> Gone);
