using IsolationModel.Findings;

namespace IsolationModel.Evaluation;

/// <summary>What came of judging a run.</summary>
/// <param name="Workloads">Every workload, in the order of files and places.</param>
/// <param name="Findings">Every finding, in the one order.</param>
/// <param name="Summary">The counts.</param>
public sealed record EvaluationResult(IReadOnlyList<WorkloadAssessment> Workloads, IReadOnlyList<Finding> Findings, EvaluationSummary Summary);
