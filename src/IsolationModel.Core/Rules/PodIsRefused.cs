using IsolationModel.Evaluation;
using IsolationModel.Findings;
using IsolationModel.Workloads;

namespace IsolationModel.Rules;

/// <summary>The platform refuses a combination of settings, so the workload never runs, neither isolated nor otherwise.</summary>
internal sealed class PodIsRefused : WorkloadRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "ISM1004",
        "PodIsRefused",
        RuleCategory.Suitability,
        FindingSeverity.Warning,
        "Pod is refused",
        "Settings of the workload exclude each other, so that the API server or the node refuses it; people then take away the setting that protects.");

    public override IEnumerable<Finding> Evaluate(WorkloadAssessment workload)
    {
        if (!workload.Needs.BindTechnology)
        {
            yield break;
        }

        foreach (var flaw in workload.Workload.Flaws)
        {
            if (flaw.Kind == FlawKind.Refused)
            {
                yield return Finding.At(
                    Descriptor,
                    Descriptor.DefaultSeverity,
                    workload.File.Path,
                    workload.File.Lines,
                    flaw.Range,
                    $"{workload.Workload.DisplayName} is refused for {flaw.Subject}: {flaw.Why}") with
                {
                    Workload = workload.Workload.DisplayName,
                };
            }
        }
    }
}
