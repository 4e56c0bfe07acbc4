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

    internal FindingOrigins Origins { get; init; } = new();

    /// <summary>
    /// The workloads that a finding of this result came from, in their order; several where one mistake reaches many, none for what is said of no whole
    /// workload: a file, a suppression, a part of one.
    /// </summary>
    /// <param name="finding">The finding, as it stands in this result.</param>
    public IReadOnlyList<WorkloadAssessment> OriginsOf(Finding finding) => Origins.Of(finding ?? throw new ArgumentNullException(nameof(finding)));
}
