using IsolationModel.Evaluation;
using IsolationModel.Findings;
using IsolationModel.Modeling;
using IsolationModel.Text;

namespace IsolationModel.Rules;

/// <summary>A need is declared that the model does not know: a misspelling would switch the check off in silence.</summary>
internal sealed class UnknownNeed : WorkloadRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "ISM1101",
        "UnknownNeed",
        RuleCategory.Declaration,
        FindingSeverity.Error,
        "Declared need is not known",
        "A declared need is misspelt or not in the model, so it is not checked. That must not pass in silence.") { HasFix = true };

    public override IEnumerable<Finding> Evaluate(WorkloadAssessment workload)
    {
        foreach (var problem in workload.Needs.Problems)
        {
            if (problem.Kind == NeedProblemKind.Unknown && !problem.Declaration.IsToldElsewhere)
            {
                yield return FindingOf(problem);
            }
        }
    }

    /// <summary>What is told of a need that is not understood, wherever it stands.</summary>
    public Finding FindingOf(NeedProblem problem) => Of(Descriptor, problem);

    /// <summary>The same under another rule.</summary>
    public static Finding Of(RuleDescriptor rule, NeedProblem problem)
    {
        var finding = Finding.At(rule, rule.DefaultSeverity, problem.Declaration.File, problem.Declaration.Lines, problem.Range, problem.Message) with { Need = problem.Token };
        return problem.Replacement is null || problem.Declaration.ContentStart < 0 || finding.Range.Length != problem.Range.Length
            ? finding
            : finding with
            {
                Edits = new EquatableArray<TextEdit>([new TextEdit(finding.Range, problem.Replacement)]),
                FixTitle = $"Change to '{problem.Replacement}'",
            };
    }
}
