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
        var byName = report.Workloads.Where(IsJudged).ToLookup(static workload => workload.Workload.DisplayName, StringComparer.Ordinal);
        foreach (var finding in report.Findings)
        {
            if (finding.Workload is null || Nearest(finding, byName[finding.Workload]) is not { } workload)
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

    /// <summary>
    /// Names are not unique. Of several in the file of the finding it is the last one named before it, or the first; else one that is made of that file.
    /// </summary>
    private static WorkloadAssessment? Nearest(Finding finding, IEnumerable<WorkloadAssessment> namesakes)
    {
        WorkloadAssessment? nearest = null;
        var rank = -1;
        foreach (var workload in namesakes)
        {
            var place = workload.Place;
            var isHere = string.Equals(place.File, finding.File, StringComparison.Ordinal);
            var its = isHere && place.Range.Start <= finding.Range.Start ? 3
                : isHere ? 2
                : workload.Workload.SourceFiles.Contains(finding.File, StringComparer.Ordinal) ? 1
                : 0;
            if (its > rank || (its == rank && its == 3))
            {
                (nearest, rank) = (workload, its);
            }
        }

        return nearest;
    }
}
