using IsolationModel.Data;
using IsolationModel.Text;

namespace IsolationModel.Descriptors.Yaml;

/// <summary>A mapping or list whose end has not been read yet.</summary>
internal sealed class OpenNode(int start, bool isMapping, bool isFlow, string? anchor, string? tag)
{
    private const string MergeKey = "<<";

    private readonly List<DataEntry> _entries = [];
    private readonly List<DataNode> _items = [];
    private DataNode? _key;

    public int Start { get; } = start;

    public string? Anchor { get; } = anchor;

    public string? Tag { get; } = tag;

    /// <summary>Whether it is written with brackets.</summary>
    public bool IsFlow { get; } = isFlow;

    /// <summary>How many nodes this one stands for, aliases expanded.</summary>
    public long Size { get; private set; } = 1;

    /// <summary>Where the last child ends; -1 before the first one.</summary>
    public int LastEnd { get; private set; } = -1;

    public void Add(DataNode node, long size)
    {
        Size += size;
        LastEnd = node.Range.End;
        if (!isMapping)
        {
            _items.Add(node);
        }
        else if (_key is null)
        {
            _key = node;
        }
        else
        {
            AddEntry(_key, node);
            _key = null;
        }
    }

    public DataNode ToNode(TextRange range, string text)
    {
        if (!isMapping)
        {
            return new DataSequence(range, _items);
        }

        // "{{ .Values.x }}" is, to YAML, a flow mapping whose only key is a flow mapping.
        return IsFlow && _entries.Count == 1 && string.CompareOrdinal(text, range.Start, "{{", 0, 2) == 0
            ? new DataScalar(range, text.Substring(range.Start, range.Length), isPlain: true, range.Start, isUnresolved: true)
            : new DataMapping(range, _entries);
    }

    private void AddEntry(DataNode key, DataNode value)
    {
        var name = (key is DataAlias alias ? alias.Target : key) as DataScalar;
        if (name is { IsPlain: true, Value: MergeKey } && Merge(value))
        {
            return;
        }

        // A key that is no scalar names nothing that a descriptor knows; it is kept so that the mapping is not mistaken for an empty one.
        _entries.Add(new DataEntry(name ?? new DataScalar(key.Range, string.Empty, isPlain: false, contentStart: -1, isUnresolved: true), value));
    }

    /// <summary>
    /// Merge keys put the other mapping's entries where they stand, and the last entry of a name counts: that is how kubectl decodes them
    /// (a merge behind a key wins over it), measured with kubectl 1.32.
    /// </summary>
    private bool Merge(DataNode value)
    {
        switch (value is DataAlias alias ? alias.Target : value)
        {
            case DataMapping mapping:
                foreach (var entry in mapping.Entries)
                {
                    _entries.Add(value is DataAlias
                        ? new DataEntry(new DataScalar(value.Range, entry.Key.Value, entry.Key.IsPlain, -1), new DataAlias(value.Range, entry.Value), IsMerged: true)
                        : entry with { IsMerged = true });
                }

                return true;
            case DataSequence sequence when sequence.Items.All(item => (item is DataAlias other ? other.Target : item) is DataMapping):
                // Of several merged mappings the first one counts, so it goes in last.
                for (var i = sequence.Items.Count - 1; i >= 0; i--)
                {
                    Merge(sequence.Items[i]);
                }

                return true;
            default:
                return false;
        }
    }
}
