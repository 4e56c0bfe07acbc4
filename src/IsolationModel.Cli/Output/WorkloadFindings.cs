using IsolationModel.Evaluation;
using IsolationModel.Findings;

namespace IsolationModel.Cli.Output;

/// <summary>The findings of a report by the workload that they are about; every finding is in one place.</summary>
internal sealed class WorkloadFindings
{
    private readonly Dictionary<WorkloadAssessment, List<Finding>> _findings = new(ReferenceEqualityComparer.Instance);
    private readonly List<Finding> _others = [];

    public WorkloadFindings(Report report)
    {
        foreach (var finding in report.Findings)
        {
            // What names no workload is one mistake, however many it reaches: a need of a namespace that nobody knows.
            if (finding.Workload is null || report.OriginsOf(finding) is not [var workload, ..])
            {
                _others.Add(finding);
                continue;
            }

            if (!_findings.TryGetValue(workload, out var findings))
            {
                _findings.Add(workload, findings = []);
            }

            findings.Add(finding);
        }
    }

    /// <summary>The findings that are about no workload, in their order.</summary>
    public IReadOnlyList<Finding> Others => _others;

    /// <summary>Whether a workload is judged where it stands; what is only the source of renderings is judged in them.</summary>
    public static bool IsJudged(WorkloadAssessment workload) => !workload.Workload.IsRendered;

    /// <summary>The findings about a workload, in their order.</summary>
    public IReadOnlyList<Finding> Of(WorkloadAssessment workload) => _findings.TryGetValue(workload, out var findings) ? findings : [];
}
