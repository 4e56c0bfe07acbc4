using System.Globalization;
using IsolationModel.Modeling;
using IsolationModel.Workloads;

namespace IsolationModel.Evaluation;

/// <summary>What of a workload could be otherwise with any hope of another verdict, and what becomes of its containers then.</summary>
internal static class CandidateChanges
{
    /// <summary>Settings first, in the order of their places; then facts, then runtimes by name.</summary>
    public static IReadOnlyList<Change> Of(WorkloadAssessment workload)
    {
        var settings = Settings(workload).GroupBy(static change => change.Range).Select(static group => group.Aggregate(Merge)).OrderBy(static change => change.Range.Start);
        return [.. settings, .. Facts(workload), .. Runtimes(workload)];
    }

    /// <summary>A container without settings that are taken back, as the edits do it that findings carry.</summary>
    public static WorkloadContainer Without(WorkloadContainer container, IReadOnlyList<Change> taken)
    {
        var facts = new List<SettingFact>(container.Settings.Count);
        foreach (var fact in container.Settings)
        {
            var left = taken.FirstOrDefault(change => change.Range == fact.Range) is { } change ? TakenBack(fact, change) : fact;
            if (left is not null)
            {
                facts.Add(left);
            }
        }

        return container with { Settings = facts };
    }

    private static SettingFact? TakenBack(SettingFact fact, Change change)
    {
        if (fact.Items.Count > 0)
        {
            var left = fact.Items.Where(item => !change.Items.Contains(item.Value)).ToList();
            return left.Count == 0 && !fact.IsUnresolved ? null : SettingFact.List(fact.SettingId, left, fact.Range, fact.IsUnresolved) with { Shown = fact.Shown };
        }

        // What an edit writes in its place; what an edit takes out leaves the default.
        return fact.Mend is { NewText: { Length: > 0 } word } && fact.Value is not null
            ? fact.Value is "true" or "false" ? SettingFact.Flag(fact.SettingId, fact.Value != "true", fact.Range) : SettingFact.Choice(fact.SettingId, word, fact.Range)
            : fact.Otherwise;
    }

    /// <summary>The settings that what acts on the boundary rests on.</summary>
    private static IEnumerable<Change> Settings(WorkloadAssessment workload)
    {
        foreach (var effect in workload.Assessment?.Isolation.Effects ?? [])
        {
            if (effect.Effect.Kind is not (EffectKind.Cap or EffectKind.Range or EffectKind.Unsupported))
            {
                continue;
            }

            foreach (var container in workload.Workload.Containers.Where(container => string.Equals(container.Name, effect.Container, StringComparison.Ordinal)))
            {
                foreach (var fact in container.Settings.Where(fact => fact.Range.Length > 0 && !fact.IsDefault && effect.Weakening.When.Mentions(fact.SettingId)))
                {
                    if (Taking(workload, container, fact, effect) is { } change)
                    {
                        yield return change;
                    }
                }
            }
        }
    }

    private static Change? Taking(WorkloadAssessment workload, WorkloadContainer container, SettingFact fact, BoundaryEffect effect)
    {
        if (fact.Items.Count > 0)
        {
            var items = fact.Items.Where(item => HoldsFor(workload.Model, container, fact, item, effect)).Select(static item => item.Value).Distinct(StringComparer.Ordinal).ToList();
            return items.Count == 0 ? null : Make(workload, fact, $"take away {string.Join(", ", items)}", items);
        }

        // Nobody can take back what is not there, and what keeps a setting from being known is nobody's setting.
        if (fact.IsUnresolved || fact.Value is "Unset" or "false" || PredicateEvaluator.Evaluate(workload.Model, effect.Weakening.When, container).Truth == Truth.False)
        {
            return null;
        }

        var written = fact.Shown ?? TitleOf(workload.Model, fact);
        return fact.Mend is { NewText: { Length: > 0 } word }
            ? Make(workload, fact, $"write {word} in '{written}'", []) with { Replacement = word }
            : Make(workload, fact, $"take back '{written}'", []);
    }

    /// <summary>A setting as the model's own words have it.</summary>
    private static string TitleOf(ModelIndex model, SettingFact fact) => model.Definition.Weakenings
        .FirstOrDefault(weakening => weakening.When is { Kind: PredicateKind.Is } when && string.Equals(when.SettingId, fact.SettingId, StringComparison.Ordinal) && when.Operands.Contains(fact.Value ?? string.Empty))
        ?.Title ?? $"{fact.SettingId}: {fact.Value}";

    private static bool HoldsFor(ModelIndex model, WorkloadContainer container, SettingFact list, SettingItem item, BoundaryEffect effect)
    {
        var others = container.Settings.Where(fact => !ReferenceEquals(fact, list)).ToList();
        var alone = container with { Settings = [.. others, SettingFact.List(list.SettingId, [item], list.Range)] };
        return PredicateEvaluator.Evaluate(model, effect.Weakening.When, alone) is (Truth.True, { } cause) && cause == item.Range;
    }

    private static Change Make(WorkloadAssessment workload, SettingFact fact, string text, IReadOnlyList<string> items) =>
        new(ChangeKind.Setting, text, workload.File.Lines.PlaceOf(workload.File.Path, fact.Range)) { Range = fact.Range, Items = items };

    /// <summary>Several weakenings may rest on one setting.</summary>
    private static Change Merge(Change one, Change other)
    {
        var items = one.Items.Union(other.Items, StringComparer.Ordinal).ToList();
        return items.Count == one.Items.Count ? one : one with
        {
            Items = items,
            Text = one.Text.Replace(string.Join(", ", one.Items), string.Join(", ", items)),
        };
    }

    /// <summary>The facts of nodes that decide, and of which nobody says anything.</summary>
    private static IEnumerable<Change> Facts(WorkloadAssessment workload) => (workload.Assessment?.Isolation.Effects ?? [])
        .Where(static effect => effect.Effect.Kind == EffectKind.Range && effect.Low < effect.High)
        .Select(static effect => effect.Effect.FactId)
        .OfType<string>()
        .Where(id => workload.Model.DeclaredFact(id) is null)
        .Distinct(StringComparer.Ordinal)
        .OrderBy(static id => id, StringComparer.Ordinal)
        .Select(id => new Change(
            ChangeKind.NodeFact,
            string.Format(CultureInfo.InvariantCulture, "establish {0}, and declare \"nodes\": {{ \"{1}\": true }} in an overlay", workload.Model.NodeFact(id)?.SetBy ?? id, id),
            null)
        {
            FactId = id,
        });

    private static IEnumerable<Change> Runtimes(WorkloadAssessment workload)
    {
        var reference = workload.Workload.Runtime;
        if (workload.Workload.RuntimeClassPlace is null && reference is not { TechnologyId: null, OfferedBy: null, Selector: null, State: RuntimeReferenceState.Named or RuntimeReferenceState.Absent or RuntimeReferenceState.Empty })
        {
            return [];
        }

        return workload.Classes.Names(workload.Workload.PlatformId)
            .Where(name => !string.Equals(name, reference.Name, StringComparison.Ordinal))
            .Select(name => new Change(
                ChangeKind.Runtime,
                $"set {reference.Field} to '{name}'{(workload.Again(workload.Model, workload.Under(name)).Runtime.Technology is { } technology ? $" ({technology.Name.English})" : string.Empty)}",
                workload.File.Lines.PlaceOf(workload.File.Path, reference.Range))
            {
                RuntimeName = name,
            });
    }
}
