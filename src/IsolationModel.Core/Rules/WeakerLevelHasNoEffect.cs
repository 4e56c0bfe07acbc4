using IsolationModel.Evaluation;
using IsolationModel.Findings;

namespace IsolationModel.Rules;

/// <summary>A level is declared that a stronger one, declared farther away, overrules.</summary>
internal sealed class WeakerLevelHasNoEffect : WorkloadRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "ISM1102",
        "WeakerLevelHasNoEffect",
        RuleCategory.Declaration,
        FindingSeverity.Warning,
        "Weaker level has no effect",
        "All needs that reach a workload hold together, and of the levels the strongest holds; a weaker one declared nearer changes nothing.");

    public override IEnumerable<Finding> Evaluate(WorkloadAssessment workload)
    {
        foreach (var problem in workload.Needs.Problems)
        {
            if (problem.Kind == NeedProblemKind.WeakerLevel)
            {
                yield return Finding.At(Descriptor, Descriptor.DefaultSeverity, problem.Declaration.File, problem.Declaration.Lines, problem.Range, problem.Message) with
                {
                    Workload = workload.Workload.DisplayName,
                    Need = problem.Token,
                };
            }
        }
    }
}
