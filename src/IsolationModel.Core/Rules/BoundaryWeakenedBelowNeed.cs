using IsolationModel.Evaluation;
using IsolationModel.Findings;
using IsolationModel.Text;
using IsolationModel.Values;
using IsolationModel.Workloads;

namespace IsolationModel.Rules;

/// <summary>The runtime could meet the need, but a setting leaves too little of its boundary.</summary>
internal sealed class BoundaryWeakenedBelowNeed : WorkloadRule
{
    /// <summary>Up to this many settings are told together in each finding; of more, each finding tells its own.</summary>
    private const int MostReasons = 20;

    public override RuleDescriptor Descriptor { get; } = new(
        "ISM2001",
        "BoundaryWeakenedBelowNeed",
        RuleCategory.Weakening,
        FindingSeverity.Warning,
        "Setting weakens the boundary below a declared need",
        "The runtime could meet the need, but a setting of the workload leaves less of its boundary than the need requires.") { HasFix = true };

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
            var fixes = Fixes(workload.Workload);
            foreach (var (culprit, range, item) in Places(workload, culprits))
            {
                var left = isolation.Base!.CapAt(culprit.Low, culprit.High);
                var hasFix = fixes.TryGetValue(range, out var fix);
                yield return Find(
                    workload,
                    range,
                    result.Need,
                    $"'{culprit.Title}'{item} in {Argument.Holder(workload, culprit.Container)} leaves boundary '{ValueText.Levels(workload.Model.BoundaryScale, left)}' where {Argument.Runtime(workload)} has '{ValueText.Levels(workload.Model.BoundaryScale, isolation.Base)}': {Sentence.AsClause(culprit.Effect.Why)}; need '{result.Need.Token}' requires {Argument.Requirement(result, constraint => constraint.Effective == Outcome.Fails)}; remove the setting",
                    Argument.Chain(workload, result).Concat(Argument.Settings(workload, culprits.Count <= MostReasons ? culprits : [culprit])))
                    .WithFix(fix.Title, hasFix ? [fix.Edit] : [], workload.File);
            }
        }
    }

    /// <summary>
    /// Every place that is enough: each item of a list that is so by itself, with its name. Several weakenings may rest on one place; the strongest
    /// speaks for it.
    /// </summary>
    private static IEnumerable<(BoundaryEffect Culprit, TextRange Range, string? Item)> Places(WorkloadAssessment workload, IEnumerable<BoundaryEffect> culprits)
    {
        var containers = workload.Workload.Containers.ToLookup(container => container.Name, container => EffectiveSettings.Of(workload.Model, container), StringComparer.Ordinal);
        return culprits
            .SelectMany(culprit => containers[culprit.Container]
                .SelectMany(container => Items(workload.Model, container, culprit))
                .DefaultIfEmpty((Culprit: culprit, culprit.Range, Item: null)))
            .GroupBy(place => place.Range)
            .Select(group => group.OrderBy(place => place.Culprit.High).ThenBy(place => place.Culprit.Low).First());
    }

    private static IEnumerable<(BoundaryEffect Culprit, TextRange Range, string? Item)> Items(ModelIndex model, WorkloadContainer container, BoundaryEffect culprit)
    {
        foreach (var list in container.Settings.Where(fact => fact.Items.Count > 0 && culprit.Weakening.When.Mentions(fact.SettingId)))
        {
            var others = container.Settings.Where(fact => !ReferenceEquals(fact, list)).ToList();
            foreach (var item in list.Items)
            {
                var alone = container with { Settings = [.. others, SettingFact.List(list.SettingId, [item], list.Range) with { Shown = list.Shown }] };
                if (PredicateEvaluator.Evaluate(model, culprit.Weakening.When, alone) is (Truth.True, { } cause) && cause == item.Range)
                {
                    yield return item.Shown is null
                        ? (culprit, item.Range, $" ({item.Value})")
                        : (culprit with { Shown = EffectiveIsolation.ShownIn(model, culprit.Weakening, alone) }, item.Range, null);
                }
            }
        }
    }

    /// <summary>What takes settings back, by their places: the edit of a fact, or of an item of a list.</summary>
    private static Dictionary<TextRange, (string Title, TextEdit Edit)> Fixes(Workload workload)
    {
        var fixes = new Dictionary<TextRange, (string Title, TextEdit Edit)>();
        foreach (var fact in workload.Containers.SelectMany(container => container.Settings))
        {
            if (fact.Mend is { } edit)
            {
                fixes[fact.Range] = (edit.NewText.Length > 0 ? $"Change to {edit.NewText}" : $"Remove '{fact.Shown}'", edit);
            }

            foreach (var item in fact.Items)
            {
                if (item.Mend is { } removal)
                {
                    fixes[item.Range] = (removal.NewText.Length > 0 ? $"Change to {removal.NewText}" : $"Remove {(item.Shown is null ? item.Value : $"'{item.Shown}'")}", removal);
                }
            }
        }

        return fixes;
    }

    private static bool FailsAlone(EffectiveIsolation isolation, BoundaryEffect effect, NeedResult result)
    {
        var left = isolation.Base!.CapAt(effect.Low, effect.High);
        return result.Constraints.Any(constraint => constraint.Effective == Outcome.Fails && constraint.Own != Outcome.Fails
            && left.Against(constraint.Constraint.Threshold) == Outcome.Fails);
    }
}
