using IsolationModel.Data;
using IsolationModel.Text;

namespace IsolationModel.Descriptors.Kustomize;

/// <summary>Changes of trees. Nodes never change: a change gives a new node that shares what stays the same.</summary>
internal static class TreeChange
{
    /// <summary>The mapping with a value for a key: in the place of the last entry of the name, or at the end.</summary>
    public static DataMapping With(DataMapping mapping, DataScalar key, DataNode value)
    {
        var entries = new List<DataEntry>(mapping.Entries.Count + 1);
        entries.AddRange(mapping.Entries);
        var at = entries.FindLastIndex(entry => string.Equals(entry.Key.Value, key.Value, StringComparison.Ordinal));
        if (at < 0)
        {
            entries.Add(new DataEntry(key, value));
        }
        else
        {
            entries[at] = new DataEntry(key, value);
        }

        return new DataMapping(mapping.Range, entries);
    }

    /// <summary>The mapping without a key.</summary>
    public static DataMapping Without(DataMapping mapping, string key) =>
        new(mapping.Range, mapping.Entries.Where(entry => !string.Equals(entry.Key.Value, key, StringComparison.Ordinal)).ToList());

    /// <summary>The mapping with a value at a path; what is missing on the way is made, at the place of the last key.</summary>
    public static DataMapping Set(DataMapping mapping, IReadOnlyList<string> path, DataScalar key, DataNode value, int depth = 0)
    {
        if (depth == path.Count)
        {
            return With(mapping, key, value);
        }

        var found = mapping.TryGet(path[depth], out var name, out var inner);
        var next = found && inner is DataMapping existing ? existing : new DataMapping(key.Range, []);
        return With(mapping, found ? name! : Text(key.Range, path[depth]), Set(next, path, key, value, depth + 1));
    }

    /// <summary>A text at a place where it does not stand as it is.</summary>
    public static DataScalar Text(TextRange range, string value) => new(range, value, isPlain: false, contentStart: -1);

    /// <summary>Nothing, at the place that says so.</summary>
    public static DataScalar Null(TextRange range) => new(range, string.Empty, isPlain: true, contentStart: -1);

    /// <summary>Whether two values are the same to a JSON reader.</summary>
    public static bool AreEqual(DataNode left, DataNode right)
    {
        switch (left, right)
        {
            case (DataScalar a, DataScalar b):
                return (a.IsNull && b.IsNull) || (string.Equals(a.Value, b.Value, StringComparison.Ordinal) && a.IsNull == b.IsNull && IsText(a) == IsText(b));
            case (DataSequence a, DataSequence b):
                return a.Items.Count == b.Items.Count && a.Items.Zip(b.Items, AreEqual).All(static same => same);
            case (DataMapping a, DataMapping b):
                return a.Entries.Count == b.Entries.Count && a.Entries.All(entry => b.TryGet(entry.Key.Value, out _, out var other) && AreEqual(entry.Value, other));
            default:
                return false;
        }
    }

    /// <summary>Unquoted words are texts too, unless they are booleans or numbers.</summary>
    private static bool IsText(DataScalar scalar) =>
        !scalar.IsPlain || (scalar.AsBoolean() is null && !(scalar.Value.Length > 0 && (char.IsDigit(scalar.Value[0]) || scalar.Value[0] is '-' or '+' or '.')));
}
