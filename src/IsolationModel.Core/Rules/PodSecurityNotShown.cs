using IsolationModel.Evaluation;
using IsolationModel.Findings;
using IsolationModel.PodSecurityAdmission;

namespace IsolationModel.Rules;

/// <summary>Whether a pod stays within a level of the Pod Security Standards depends on values that are not filled in.</summary>
internal sealed class PodSecurityNotShown : WorkloadRule
{
    /// <summary>The rule's id; its findings are counted apart.</summary>
    public const string Id = "ISM1503";

    public override RuleDescriptor Descriptor { get; } = new(
        Id,
        "PodSecurityNotShown",
        RuleCategory.Undetermined,
        FindingSeverity.Info,
        "Pod Security level is not shown to be kept",
        "A value that a control of the Pod Security Standards looks at is a placeholder, or of a type that the API server refuses.");

    public override IEnumerable<Finding> Evaluate(WorkloadAssessment workload)
    {
        foreach (var need in workload.Needs.Needs)
        {
            if (!workload.Workload.ShowsPod && need.PodSecurity is { Level: > PodSecurityLevel.Privileged })
            {
                yield return Find(
                    workload,
                    workload.Workload.Range,
                    need,
                    $"{workload.Workload.DisplayName} needs '{need.Token}', but {workload.Workload.HiddenBecause}, so nothing is shown; check the pods that it makes",
                    []);
                continue;
            }

            // One placeholder may hide the fields of many controls.
            foreach (var hidden in PodSecurityArgument.Violations(workload, need, isUncertain: true).GroupBy(violation => violation.Range))
            {
                var controls = hidden.Select(violation => violation.Control.Id).Distinct(StringComparer.Ordinal).OrderBy(id => id, StringComparer.Ordinal).ToList();
                yield return Find(
                    workload,
                    hidden.Key,
                    need,
                    $"{workload.Workload.DisplayName} needs '{need.Token}', but a value is a placeholder, or of a type that the API server refuses, so that {(controls.Count == 1 ? "control" : "controls")} {string.Join(", ", controls.Select(id => $"'{id}'"))} cannot be judged; fill it in, or write it in its type",
                    PodSecurityArgument.Chain(workload, need, hidden.First())) with
                {
                    Control = controls.Count == 1 ? controls[0] : null,
                };
            }
        }
    }
}
