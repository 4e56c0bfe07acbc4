using IsolationModel.Data;

namespace IsolationModel.Analyzers.CSharp;

/// <summary>Trees with a change. Nodes never change themselves, since variables may share them.</summary>
internal static class TreeEdit
{
    /// <summary>The mapping with a value for a key.</summary>
    public static DataMapping With(DataMapping mapping, DataScalar key, DataNode value)
    {
        var entries = new List<DataEntry>(mapping.Entries.Count + 1);
        foreach (var entry in mapping.Entries)
        {
            if (!string.Equals(entry.Key.Value, key.Value, StringComparison.Ordinal))
            {
                entries.Add(entry);
            }
        }

        entries.Add(new DataEntry(key, value));
        return new DataMapping(mapping.Range, entries);
    }

    /// <summary>The list with another item in a place.</summary>
    public static DataSequence With(DataSequence list, int index, DataNode item)
    {
        var items = new List<DataNode>(list.Items) { [index] = item };
        return new DataSequence(list.Range, items);
    }

    /// <summary>The list with more items.</summary>
    public static DataSequence Append(DataSequence list, IEnumerable<DataNode> items) => new(list.Range, [.. list.Items, .. items]);
}
