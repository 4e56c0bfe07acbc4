using IsolationModel.Evaluation;
using IsolationModel.Findings;
using IsolationModel.Workloads;

namespace IsolationModel.Rules;

/// <summary>Something makes workloads that needs reach, and cannot be rendered from the files: told as any template is (ISM9007).</summary>
internal sealed class UnrenderedWorkloads : WorkloadRule
{
    public override RuleDescriptor Descriptor => InputRules.IsTemplate;

    public override IEnumerable<Finding> Evaluate(WorkloadAssessment workload)
    {
        if (workload.Fragment is { Kind: FragmentKind.Unrendered, Workload.Gaps.Count: 0 } fragment && workload.Needs.AreAny)
        {
            yield return Finding.At(Descriptor, Descriptor.DefaultSeverity, workload.File.Path, workload.File.Lines, workload.Workload.Range, fragment.Reason);
        }
    }
}
