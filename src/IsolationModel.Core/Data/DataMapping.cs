using System.Diagnostics.CodeAnalysis;
using IsolationModel.Text;

namespace IsolationModel.Data;

/// <summary>A mapping in document order. Keys may repeat; as in kubectl, the last one wins.</summary>
public sealed class DataMapping : DataNode
{
    /// <summary>Makes a mapping; <paramref name="entries"/> must not change afterwards.</summary>
    public DataMapping(TextRange range, IReadOnlyList<DataEntry> entries)
        : base(range) => Entries = entries;

    /// <summary>All entries in document order, repeated keys included.</summary>
    public IReadOnlyList<DataEntry> Entries { get; }

    /// <summary>Finds the entry that counts for a key, case-sensitively. Mappings are small, so a scan beats a table.</summary>
    public bool TryGet(string key, [NotNullWhen(true)] out DataScalar? keyNode, [NotNullWhen(true)] out DataNode? value)
    {
        for (var i = Entries.Count - 1; i >= 0; i--)
        {
            if (string.Equals(Entries[i].Key.Value, key, StringComparison.Ordinal))
            {
                (keyNode, value) = (Entries[i].Key, Entries[i].Value);
                return true;
            }
        }

        (keyNode, value) = (null, null);
        return false;
    }
}
