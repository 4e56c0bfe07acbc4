using IsolationModel.Evaluation;
using IsolationModel.Findings;

namespace IsolationModel.Rules;

/// <summary>A setting of the pod, or one that is missing, violates a control of the level of the Pod Security Standards that is needed.</summary>
internal sealed class PodSecurityControlViolated : WorkloadRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "ISM2002",
        "PodSecurityControlViolated",
        RuleCategory.Weakening,
        FindingSeverity.Warning,
        "Pod violates a control of the Pod Security Standards",
        "The pod has to stay within a level of the Pod Security Standards, and a setting, or one that is missing, violates one of its controls.") { HasFix = true };

    public override IEnumerable<Finding> Evaluate(WorkloadAssessment workload)
    {
        foreach (var need in workload.Needs.Needs)
        {
            foreach (var violation in PodSecurityArgument.Violations(workload, need, isUncertain: false))
            {
                var finding = Find(
                    workload,
                    violation.Range,
                    need,
                    $"{workload.Workload.DisplayName} {PodSecurityArgument.Needs(need)}, but {violation.Problem}; control '{violation.Control.Id}' allows {violation.Control.Allowed}",
                    PodSecurityArgument.Chain(workload, need, violation));
                yield return finding.WithFix(violation.FixTitle, violation.Edits, workload.File) with
                {
                    Control = violation.Control.Id,
                };
            }
        }
    }
}
