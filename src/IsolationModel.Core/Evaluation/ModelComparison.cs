using IsolationModel.Workloads;

namespace IsolationModel.Evaluation;

/// <summary>What a change of the model changes: its entries, and the verdicts that follow from them.</summary>
/// <param name="Entries">Entries that were added, removed or changed, by section and id.</param>
/// <param name="Verdicts">Verdicts that changed, for every need and every technology that both models know.</param>
public sealed record ModelComparison(IReadOnlyList<ModelChange> Entries, IReadOnlyList<VerdictChange> Verdicts)
{
    /// <summary>Whether nothing differs.</summary>
    public bool IsEmpty => Entries.Count == 0 && Verdicts.Count == 0;

    /// <summary>Compares two models, each for its own <see cref="ModelIndex.Day"/>.</summary>
    public static ModelComparison Of(ModelIndex before, ModelIndex after) => new(EntriesOf(before, after), VerdictsOf(before, after));

    private static List<ModelChange> EntriesOf(ModelIndex before, ModelIndex after)
    {
        var old = ModelContent.Of(before).ToDictionary(entry => (entry.Section, entry.Id));
        var changes = new List<ModelChange>();
        foreach (var entry in ModelContent.Of(after))
        {
            if (!old.TryGetValue((entry.Section, entry.Id), out var other))
            {
                changes.Add(new ModelChange(entry.Section, entry.Id, ModelChangeKind.Added, []));
                continue;
            }

            old.Remove((entry.Section, entry.Id));
            if (!Equals(other.Whole, entry.Whole))
            {
                changes.Add(new ModelChange(entry.Section, entry.Id, ModelChangeKind.Changed, PropertiesOf(other, entry)));
            }
        }

        changes.AddRange(old.Keys.Select(key => new ModelChange(key.Section, key.Id, ModelChangeKind.Removed, [])));
        return changes.OrderBy(change => change.Section, StringComparer.Ordinal).ThenBy(change => change.Id, StringComparer.Ordinal).ToList();
    }

    private static List<PropertyChange> PropertiesOf(ModelContent before, ModelContent after)
    {
        var names = before.Properties.Keys.Concat(after.Properties.Keys).Distinct(StringComparer.Ordinal).OrderBy(name => name, StringComparer.Ordinal);
        return names
            .Select(name => new PropertyChange(name, Text(before, name), Text(after, name)))
            .Where(change => !string.Equals(change.Before, change.After, StringComparison.Ordinal))
            .ToList();
    }

    private static string? Text(ModelContent content, string name) => content.Properties.TryGetValue(name, out var text) ? text : null;

    private static List<VerdictChange> VerdictsOf(ModelIndex before, ModelIndex after)
    {
        var changes = new List<VerdictChange>();
        var known = new HashSet<string>(NeedSet.TokensOf(before), StringComparer.Ordinal);
        foreach (var token in NeedSet.TokensOf(after).Where(known.Contains).OrderBy(token => token, StringComparer.Ordinal))
        {
            var old = NeedSet.Combine(before, [NeedDeclaration.ForRun(NeedCarrier.Needs, token)]).Needs;
            var needs = NeedSet.Combine(after, [NeedDeclaration.ForRun(NeedCarrier.Needs, token)]).Needs;
            foreach (var technology in after.Definition.Technologies)
            {
                if (before.Technology(technology.Id) is { } earlier
                    && TechnologyAssessment.Of(before, earlier, [], old).Verdict is var was
                    && TechnologyAssessment.Of(after, technology, [], needs).Verdict is var becomes
                    && was != becomes)
                {
                    changes.Add(new VerdictChange(token, technology.Id, was, becomes));
                }
            }
        }

        return changes;
    }
}
