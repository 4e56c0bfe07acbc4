namespace IsolationModel.Evaluation;

/// <summary>A smallest set of changes that together change a verdict.</summary>
/// <param name="Changes">The changes; without any one of them the verdict stays.</param>
/// <param name="Verdict">The verdict on the workload as a whole once they are made.</param>
public sealed record Counterfactual(IReadOnlyList<Change> Changes, Verdict Verdict);
