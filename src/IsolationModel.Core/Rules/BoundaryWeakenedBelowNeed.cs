using IsolationModel.Evaluation;
using IsolationModel.Findings;
using IsolationModel.Text;
using IsolationModel.Values;

namespace IsolationModel.Rules;

/// <summary>The runtime could meet the need, but a setting leaves too little of its boundary.</summary>
internal sealed class BoundaryWeakenedBelowNeed : WorkloadRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "ISM2001",
        "BoundaryWeakenedBelowNeed",
        RuleCategory.Weakening,
        FindingSeverity.Warning,
        "Setting weakens the boundary below a declared need",
        "The runtime could meet the need, but a setting of the workload leaves less of its boundary than the need requires.");

    public override IEnumerable<Finding> Evaluate(WorkloadAssessment workload)
    {
        foreach (var result in workload.Assessment?.Results ?? [])
        {
            if (result.Own == Outcome.Fails || result.Effective != Outcome.Fails)
            {
                continue;
            }

            var isolation = workload.Assessment!.Isolation;
            var culprits = isolation.Effects.Where(effect => effect.IsCertain && FailsAlone(isolation, effect, result)).ToList();
            foreach (var culprit in culprits)
            {
                var left = isolation.Base!.CapAt(culprit.Low, culprit.High);
                var fix = Fix(workload, culprit);
                yield return Find(
                    workload,
                    culprit.Range,
                    result.Need,
                    $"'{culprit.Weakening.Title}' in {culprit.Container} of {workload.Workload.DisplayName} leaves boundary '{ValueText.Levels(workload.Model.BoundaryScale, left)}' where {Argument.Runtime(workload)} has '{ValueText.Levels(workload.Model.BoundaryScale, isolation.Base)}': {Sentence.AsClause(culprit.Effect.Why)}; need '{result.Need.Token}' requires {Argument.Requirement(result, constraint => constraint.Effective == Outcome.Fails)}; remove the setting",
                    Argument.Chain(workload, result).Concat(Argument.Settings(workload, culprits)))
                    .WithFix(fix?.Title, fix is null ? [] : [fix.Value.Edit], workload.File);
            }
        }
    }

    /// <summary>What takes the setting back: the edit of the fact, or of the item of a list, that stands where the finding does.</summary>
    private static (string Title, TextEdit Edit)? Fix(WorkloadAssessment workload, BoundaryEffect culprit)
    {
        foreach (var fact in workload.Workload.Containers.SelectMany(container => container.Settings))
        {
            if (fact.Mend is { } edit && fact.Range == culprit.Range)
            {
                return ($"Change to {edit.NewText}", edit);
            }

            foreach (var item in fact.Items)
            {
                if (item.Mend is { } removal && item.Range == culprit.Range)
                {
                    return ($"Remove {item.Value}", removal);
                }
            }
        }

        return null;
    }

    private static bool FailsAlone(EffectiveIsolation isolation, BoundaryEffect effect, NeedResult result)
    {
        var left = isolation.Base!.CapAt(effect.Low, effect.High);
        return result.Constraints.Any(constraint => constraint.Effective == Outcome.Fails && constraint.Own != Outcome.Fails
            && left.Against(constraint.Constraint.Threshold) == Outcome.Fails);
    }
}
