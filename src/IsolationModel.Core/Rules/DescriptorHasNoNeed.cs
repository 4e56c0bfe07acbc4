using IsolationModel.Evaluation;
using IsolationModel.Findings;
using IsolationModel.Workloads;

namespace IsolationModel.Rules;

/// <summary>Code describes a workload that no need reaches, so that nothing about it is judged.</summary>
internal sealed class DescriptorHasNoNeed : WorkloadRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "ISM3004",
        "DescriptorHasNoNeed",
        RuleCategory.Usage,
        FindingSeverity.Warning,
        "Workload in code has no need",
        "A WorkloadDescriptor exists to be judged, but it declares no need and none reaches it, so that nothing about it is.") { HasFix = true };

    public override IEnumerable<Finding> Evaluate(WorkloadAssessment workload)
    {
        // A running program does not see the attributes around a descriptor, so it cannot tell that there are none.
        if (workload.File.Path.Length > 0
            && workload.Workload is { Kind: CodeWorkload.Kind, HasOpenNeeds: false, Runtime.State: not RuntimeReferenceState.Unresolved }
            && workload.Needs is { Needs.Count: 0, Problems.Count: 0 })
        {
            yield return Finding.At(
                Descriptor,
                Descriptor.DefaultSeverity,
                workload.File.Path,
                workload.File.Lines,
                workload.Workload.Range,
                $"{workload.Workload.DisplayName} declares no need and none reaches it, so nothing about it is judged; set Needs, or put [RequiresIsolation] on its type or method") with
            {
                Workload = workload.Workload.DisplayName,
            };
        }
    }
}
