using IsolationModel.Evaluation;
using IsolationModel.Findings;

namespace IsolationModel.Rules;

/// <summary>A need is declared, and nobody can tell what runs the workload.</summary>
internal sealed class RuntimeUndetermined : WorkloadRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "ISM1502",
        "RuntimeUndetermined",
        RuleCategory.Undetermined,
        FindingSeverity.Warning,
        "Runtime cannot be determined although a need is declared",
        "The workload declares needs, but the files and the model do not tell which technology runs it, so nothing can be shown.");

    public override IEnumerable<Finding> Evaluate(WorkloadAssessment workload)
    {
        if (workload.Runtime.Technology is null && workload.Needs.Needs.Count > 0)
        {
            var needs = string.Join(", ", workload.Needs.Needs.Select(need => $"'{need.Token}'"));
            var first = workload.Needs.Needs[0];
            yield return Find(
                workload,
                workload.Workload.Runtime.Range,
                first,
                $"{workload.Workload.DisplayName} needs {needs}, but its runtime cannot be told: {workload.Runtime.Reason}",
                Argument.Chain(workload, new NeedResult(first, [])));
        }
    }
}
