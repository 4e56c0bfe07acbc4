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
        var binding = workload.Needs.Needs.Where(need => need.BindsTechnology).ToList();
        if (workload.Runtime.Technology is null && binding.Count > 0)
        {
            var needs = string.Join(", ", binding.Select(need => $"'{need.Token}'"));
            var first = binding[0];
            yield return Find(
                workload,
                workload.Workload.Runtime.Range,
                first,
                $"{workload.Workload.DisplayName} needs {needs}, but its runtime cannot be told: {workload.Runtime.Reason}",
                Argument.Chain(workload, new NeedResult(first, [])));
        }
    }
}
