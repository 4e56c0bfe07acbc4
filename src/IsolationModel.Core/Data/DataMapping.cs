using System.Diagnostics.CodeAnalysis;
using IsolationModel.Text;

namespace IsolationModel.Data;

/// <summary>A mapping in document order. Keys may repeat; as in kubectl, the last one wins.</summary>
public sealed class DataMapping : DataNode
{
    /// <summary>Up to this size a scan beats a table.</summary>
    private const int LargestScan = 32;

    private Dictionary<string, int>? _index;

    /// <summary>Makes a mapping; <paramref name="entries"/> must not change afterwards.</summary>
    public DataMapping(TextRange range, IReadOnlyList<DataEntry> entries)
        : base(range) => Entries = entries;

    /// <summary>All entries in document order, repeated keys included.</summary>
    public IReadOnlyList<DataEntry> Entries { get; }

    /// <summary>Finds the entry that counts for a key, case-sensitively.</summary>
    public bool TryGet(string key, [NotNullWhen(true)] out DataScalar? keyNode, [NotNullWhen(true)] out DataNode? value)
    {
        var at = Entries.Count <= LargestScan ? Scan(key) : (_index ??= Index()).TryGetValue(key, out var found) ? found : -1;
        (keyNode, value) = at < 0 ? (null, null) : (Entries[at].Key, Entries[at].Value);
        return at >= 0;
    }

    private int Scan(string key)
    {
        if (Entries is DataEntry[] entries)
        {
            return Scan(entries, key);
        }

        for (var i = Entries.Count - 1; i >= 0; i--)
        {
            if (string.Equals(Entries[i].Key.Value, key, StringComparison.Ordinal))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>The way of nearly every look-up: without a call and a copy for each entry.</summary>
    private static int Scan(DataEntry[] entries, string key)
    {
        for (var i = entries.Length - 1; i >= 0; i--)
        {
            if (string.Equals(entries[i].Key.Value, key, StringComparison.Ordinal))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Threads that make it at the same time make the same one.</summary>
    private Dictionary<string, int> Index()
    {
        var index = new Dictionary<string, int>(Entries.Count, StringComparer.Ordinal);
        for (var i = 0; i < Entries.Count; i++)
        {
            index[Entries[i].Key.Value] = i;
        }

        return index;
    }
}
