using IsolationModel.Data;
using IsolationModel.Text;

namespace IsolationModel.Descriptors.Kubernetes;

/// <summary>Puts a pod spec together from parts of an object, so that each part keeps its place.</summary>
internal static class DataParts
{
    /// <summary>The node of a cursor, standing where the cursor stands, also behind an alias.</summary>
    public static DataNode Placed(DataCursor cursor) =>
        cursor.Node is { } node && node.Range == cursor.Range ? node : new DataAlias(cursor.Range, cursor.Node!);

    /// <summary>An entry of a made mapping.</summary>
    /// <param name="key">The key.</param>
    /// <param name="place">What to show where something is missing from the value.</param>
    /// <param name="value">The value.</param>
    public static DataEntry Entry(string key, TextRange place, DataNode value) => new(new DataScalar(place, key, isPlain: true, contentStart: -1), value);

    /// <summary>Adds an entry under the key that the value has already, or under another one; nothing where there is no value.</summary>
    public static void AddTo(List<DataEntry> entries, string key, DataCursor value)
    {
        if (value.Exists)
        {
            entries.Add(Entry(key, value.KeyRange, Placed(value)));
        }
    }

    /// <summary>A cursor on a made mapping.</summary>
    public static DataCursor Mapping(TextRange place, IReadOnlyList<DataEntry> entries) => new(new DataMapping(place, entries));

    /// <summary>Adds the items of lists as one list; a list that is a placeholder hides what the whole will hold.</summary>
    public static void AddJoined(List<DataEntry> entries, string key, params DataCursor[] lists)
    {
        var items = new List<DataNode>();
        var place = default(TextRange?);
        foreach (var list in lists)
        {
            if (list.IsUnresolved)
            {
                AddTo(entries, key, list);
                return;
            }

            place ??= list.Exists ? list.KeyRange : null;
            for (var i = 0; i < list.Count; i++)
            {
                items.Add(Placed(list.At(i)));
            }
        }

        if (place is { } range)
        {
            entries.Add(Entry(key, range, new DataSequence(range, items)));
        }
    }

    /// <summary>The number of nodes of a part, aliases followed: what it may cost to put it into a pod spec once more.</summary>
    public static int Weight(DataCursor part)
    {
        var weight = 0;
        var open = new Stack<DataNode>();
        for (var node = part.Node; node is not null && weight < DescriptorLimits.Nodes; node = open.Count > 0 ? open.Pop() : null)
        {
            weight++;
            var target = node is DataAlias alias ? alias.Target : node;
            foreach (var entry in (target as DataMapping)?.Entries ?? [])
            {
                open.Push(entry.Value);
            }

            foreach (var item in (target as DataSequence)?.Items ?? [])
            {
                open.Push(item);
            }
        }

        return weight;
    }
}
