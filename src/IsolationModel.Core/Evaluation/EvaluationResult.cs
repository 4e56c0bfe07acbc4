using IsolationModel.Findings;
using IsolationModel.Suppressions;

namespace IsolationModel.Evaluation;

/// <summary>What came of judging a run.</summary>
/// <param name="Workloads">Every workload, in the order of files and places.</param>
/// <param name="Findings">Every finding that no suppression covers, in the one order.</param>
/// <param name="Summary">The counts.</param>
public sealed record EvaluationResult(IReadOnlyList<WorkloadAssessment> Workloads, IReadOnlyList<Finding> Findings, EvaluationSummary Summary)
{
    /// <summary>What suppressions cover, in the one order; none of it is among the findings.</summary>
    public IReadOnlyList<SuppressedFinding> Suppressed { get; init; } = [];
}
