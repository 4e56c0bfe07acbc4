using IsolationModel.Evaluation;
using IsolationModel.Findings;
using IsolationModel.Text;
using IsolationModel.Values;
using IsolationModel.Workloads;

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
            foreach (var (culprit, range, item) in Places(workload, culprits))
            {
                var left = isolation.Base!.CapAt(culprit.Low, culprit.High);
                var fix = Fix(workload, range);
                yield return Find(
                    workload,
                    range,
                    result.Need,
                    $"'{culprit.Weakening.Title}'{item} in {culprit.Container} of {workload.Workload.DisplayName} leaves boundary '{ValueText.Levels(workload.Model.BoundaryScale, left)}' where {Argument.Runtime(workload)} has '{ValueText.Levels(workload.Model.BoundaryScale, isolation.Base)}': {Sentence.AsClause(culprit.Effect.Why)}; need '{result.Need.Token}' requires {Argument.Requirement(result, constraint => constraint.Effective == Outcome.Fails)}; remove the setting",
                    Argument.Chain(workload, result).Concat(Argument.Settings(workload, culprits)))
                    .WithFix(fix?.Title, fix is null ? [] : [fix.Value.Edit], workload.File);
            }
        }
    }

    /// <summary>
    /// Every place that is enough: each item of a list that is so by itself, with its name. Several weakenings may rest on one place; the strongest
    /// speaks for it.
    /// </summary>
    private static IEnumerable<(BoundaryEffect Culprit, TextRange Range, string? Item)> Places(WorkloadAssessment workload, IEnumerable<BoundaryEffect> culprits) => culprits
        .SelectMany(culprit => Items(workload, culprit).DefaultIfEmpty((culprit, culprit.Range, null)))
        .GroupBy(place => place.Item2)
        .Select(group => group.OrderBy(place => place.Item1.High).ThenBy(place => place.Item1.Low).First());

    private static IEnumerable<(BoundaryEffect Culprit, TextRange Range, string? Item)> Items(WorkloadAssessment workload, BoundaryEffect culprit)
    {
        foreach (var container in workload.Workload.Containers.Where(container => string.Equals(container.Name, culprit.Container, StringComparison.Ordinal)))
        {
            var settings = EffectiveSettings.Of(workload.Model, container);
            foreach (var list in settings.Settings.Where(fact => fact.Items.Count > 0 && culprit.Weakening.When.Mentions(fact.SettingId)))
            {
                var others = settings.Settings.Where(fact => !ReferenceEquals(fact, list)).ToList();
                foreach (var item in list.Items)
                {
                    var alone = settings with { Settings = [.. others, SettingFact.List(list.SettingId, [item], list.Range)] };
                    if (PredicateEvaluator.Evaluate(workload.Model, culprit.Weakening.When, alone) is (Truth.True, { } cause) && cause == item.Range)
                    {
                        yield return (culprit, item.Range, $" ({item.Value})");
                    }
                }
            }
        }
    }

    /// <summary>What takes the setting back: the edit of the fact, or of the item of a list, that stands where the finding does.</summary>
    private static (string Title, TextEdit Edit)? Fix(WorkloadAssessment workload, TextRange range)
    {
        foreach (var fact in workload.Workload.Containers.SelectMany(container => container.Settings))
        {
            if (fact.Mend is { } edit && fact.Range == range)
            {
                return ($"Change to {edit.NewText}", edit);
            }

            foreach (var item in fact.Items)
            {
                if (item.Mend is { } removal && item.Range == range)
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
