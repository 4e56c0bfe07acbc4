using IsolationModel.Evaluation;
using IsolationModel.Findings;

namespace IsolationModel.Rules;

/// <summary>A need is declared, and a part of what describes the workload is not among the files, so that more may be set than is judged.</summary>
internal sealed class DescriptionIsIncomplete : WorkloadRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "ISM1505",
        "DescriptionIsIncomplete",
        RuleCategory.Undetermined,
        FindingSeverity.Warning,
        "Description of a workload is incomplete although a need is declared",
        "The workload declares needs, but its descriptor builds on something that is not among the files, which may set more than is judged.");

    public override IEnumerable<Finding> Evaluate(WorkloadAssessment workload)
    {
        // Without a runtime nothing is judged at all, and RuntimeUndetermined says so.
        if (workload.Workload.Gaps.Count == 0 || (workload.Fragment is null && workload.Runtime.Technology is null))
        {
            yield break;
        }

        if (workload.Needs.Needs.FirstOrDefault(static need => need.BindsTechnology) is not { } need)
        {
            yield break;
        }

        foreach (var gap in workload.Workload.Gaps)
        {
            var subject = workload.Fragment?.Subject ?? workload.Workload.DisplayName;
            yield return Find(workload, gap.Range, need, $"{subject} needs '{need.Token}', but not everything of it is judged, because {gap.Reason}", []) with { Alternatives = default };
        }
    }
}
