using IsolationModel.Data;
using IsolationModel.Rules;

namespace IsolationModel.Modeling.Reading;

/// <summary>Reads what entries of every kind tell: names, status, relations, facts, figures.</summary>
internal static class EntryReader
{
    private const EntryTargets Anything = EntryTargets.Technology | EntryTargets.Platform | EntryTargets.Mechanism | EntryTargets.Control | EntryTargets.Hardware;

    private static readonly (string Key, RelationKind Relation, EntryTargets Targets)[] Relations =
    [
        ("hypervisors", RelationKind.Hypervisor, EntryTargets.Technology),
        ("engines", RelationKind.Engine, EntryTargets.Technology),
        ("uses", RelationKind.Uses, Anything),
        ("runsOn", RelationKind.RunsOn, Anything & ~EntryTargets.Control),
        ("offeredBy", RelationKind.OfferedBy, EntryTargets.Platform),
        ("hardens", RelationKind.Hardens, EntryTargets.Technology | EntryTargets.Platform | EntryTargets.Mechanism),
        ("observes", RelationKind.Observes, EntryTargets.Technology | EntryTargets.Platform),
        ("replacedBy", RelationKind.ReplacedBy, Anything),
        ("partOf", RelationKind.PartOf, Anything),
    ];

    private static readonly WordTable<EntryState> States = new()
    {
        ["active"] = EntryState.Active,
        ["preview"] = EntryState.Preview,
        ["deprecated"] = EntryState.Deprecated,
        ["archived"] = EntryState.Archived,
        ["removed"] = EntryState.Removed,
    };

    [Flags]
    private enum EntryTargets
    {
        None = 0,
        Technology = 1,
        Platform = 2,
        Mechanism = 4,
        Control = 8,
        Hardware = 16,
    }

    /// <summary>The name of a new entry, or of one that an overlay renames.</summary>
    public static LocalizedText? Name(ModelObject entry, CatalogEntryDefinition? below) =>
        below is null || entry.Has("name") ? entry.RequiredText("name") : below.Name;

    /// <summary>The text that says what an entry is.</summary>
    public static string? Summary(ModelObject entry, CatalogEntryDefinition? below, string key = "summary") =>
        below is null || entry.Has(key) ? entry.RequiredString(key) : below.Summary;

    /// <summary>Completes an entry by what its object says; what it leaves out stays as it is below.</summary>
    public static T Complete<T>(ModelBuilder builder, ModelObject entry, T definition, CatalogEntryDefinition? below, string summary)
        where T : CatalogEntryDefinition
    {
        CatalogEntryDefinition whole = definition;
        return (T)(whole with
        {
            Summary = summary,
            Aliases = entry.Has("aliases") ? entry.SortedStrings("aliases") : below?.Aliases ?? default,
            Families = entry.Has("families") ? Checked(builder.Families, entry, "families") : below?.Families ?? default,
            NamedBy = entry.Has("namedBy") ? Checked(builder.Sources, entry, "namedBy") : below?.NamedBy ?? default,
            Status = entry.Has("status") ? ReadStatus(builder, entry) : below?.Status,
            Relations = entry.Has("relations") ? ReadRelations(builder, entry) : below?.Relations ?? default,
            Facts = entry.Has("facts") ? entry.Objects("facts").Select(item => ReadFact(builder, item)).OfType<EntryFact>().ToEquatableArray() : below?.Facts ?? default,
            Figures = entry.Has("figures") ? entry.Objects("figures").Select(item => ReadFigure(builder, item)).OfType<EntryFigure>().ToEquatableArray() : below?.Figures ?? default,
        });
    }

    private static EquatableArray<string> Checked<T>(ModelSection<T> section, ModelObject entry, string key)
        where T : class, IEquatable<T> =>
        entry.Strings(key)
            .Where(item => section.Check(entry.Part, item.Value, item.Range))
            .Select(item => item.Value)
            .Distinct(StringComparer.Ordinal)
            .OrderBy(id => id, StringComparer.Ordinal)
            .ToEquatableArray();

    private static EntryStatus? ReadStatus(ModelBuilder builder, ModelObject entry)
    {
        if (entry.Object("status") is not { } status)
        {
            return null;
        }

        var state = status.Word("state", States);
        var note = status.OptionalString("note");
        var sources = CellReader.ReadSources(builder, status);
        var asOf = status.OptionalString("asOf");
        status.Finish();
        return state is null ? null : new EntryStatus(state.Value, note, sources, asOf);
    }

    private static EquatableArray<EntryRelation> ReadRelations(ModelBuilder builder, ModelObject entry)
    {
        if (entry.Object("relations") is not { } map)
        {
            return default;
        }

        var relations = new List<EntryRelation>();
        foreach (var (key, relation, targets) in Relations)
        {
            foreach (var item in map.Strings(key))
            {
                if (ReadReference(map.Part, item, targets) is { } target)
                {
                    builder.CheckLater(map.Part, item.Range, target);
                    relations.Add(new EntryRelation(relation, target));
                }
            }
        }

        map.Finish();
        return relations.Distinct().OrderBy(relation => relation.Relation).ThenBy(relation => relation.Target).ToEquatableArray();
    }

    private static EntryReference? ReadReference(ModelPart part, DataScalar item, EntryTargets targets)
    {
        var reference = EntryReference.Parse(item.Value);
        if (reference is not null && (targets & (EntryTargets)(1 << (int)reference.Kind)) != 0)
        {
            return reference;
        }

        var kinds = EntryReference.KindWords.Where((_, index) => (targets & (EntryTargets)(1 << index)) != 0);
        part.Report(ModelRules.WrongShape, item.Range, $"'{item.Value}' names no possible target of this relation; write {string.Join(" or ", kinds.Select(kind => $"{kind}/<id>"))}");
        return null;
    }

    private static EntryFact? ReadFact(ModelBuilder builder, ModelObject item)
    {
        var topic = item.RequiredString("topic");
        var text = item.RequiredString("text");
        var sources = CellReader.ReadSources(builder, item);
        var asOf = item.OptionalString("asOf");
        FactClaim? claim = null;
        if (item.Object("claim") is { } claimed)
        {
            var claimText = claimed.RequiredString("text");
            var source = claimed.RequiredString("source");
            claimed.Finish();
            claim = claimText is null || source is null || !builder.Sources.Check(item.Part, source, claimed.RangeOf("source")) ? null : new FactClaim(claimText, source);
        }

        item.Finish();
        return topic is null || text is null ? null : new EntryFact(topic, text, sources, asOf, claim);
    }

    private static EntryFigure? ReadFigure(ModelBuilder builder, ModelObject item)
    {
        var metric = item.RequiredString("metric");
        var value = item.RequiredString("value");
        var condition = item.OptionalString("condition");
        var note = item.OptionalString("note");
        var sources = CellReader.ReadSources(builder, item);
        item.Finish();
        return metric is null || value is null ? null : new EntryFigure(metric, value, condition, note, sources);
    }
}
