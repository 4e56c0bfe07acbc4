using IsolationModel.Modeling;

namespace IsolationModel.Cli.Answers;

/// <summary>How an entry relates to others, in both directions: what is written, and what follows from what others say.</summary>
internal static class Links
{
    /// <summary>The words of a relation, and of its inverse; as they are written in a model.</summary>
    private static (string Word, string Inverse) Words(RelationKind relation) => relation switch
    {
        RelationKind.Hypervisor => ("hypervisors", "hypervisorOf"),
        RelationKind.Engine => ("engines", "engineOf"),
        RelationKind.Uses => ("uses", "usedBy"),
        RelationKind.RunsOn => ("runsOn", "hosts"),
        RelationKind.OfferedBy => ("offeredBy", "offers"),
        RelationKind.Hardens => ("hardens", "hardenedBy"),
        RelationKind.Observes => ("observes", "observedBy"),
        RelationKind.ReplacedBy => ("replacedBy", "replaces"),
        _ => ("partOf", "parts"),
    };

    /// <summary>Every relation of an entry with its targets; relations in the order of the language, inverses behind them.</summary>
    public static IReadOnlyList<(string Relation, bool IsInverse, IReadOnlyList<EntryReference> Targets)> Of(ModelDefinition model, CatalogEntryDefinition entry)
    {
        var links = new SortedDictionary<(bool IsInverse, RelationKind Relation), List<EntryReference>>();
        foreach (var relation in entry.Relations)
        {
            Add(links, (false, relation.Relation), relation.Target);
        }

        foreach (var other in model.Entries)
        {
            foreach (var relation in other.Relations.Where(relation => relation.Target == entry.Reference))
            {
                Add(links, (true, relation.Relation), other.Reference);
            }
        }

        return [.. links.Select(static link => (link.Key.IsInverse ? Words(link.Key.Relation).Inverse : Words(link.Key.Relation).Word, link.Key.IsInverse, (IReadOnlyList<EntryReference>)link.Value))];
    }

    private static void Add(SortedDictionary<(bool IsInverse, RelationKind Relation), List<EntryReference>> links, (bool IsInverse, RelationKind Relation) key, EntryReference target)
    {
        if (!links.TryGetValue(key, out var targets))
        {
            links.Add(key, targets = []);
        }

        targets.Add(target);
    }
}
