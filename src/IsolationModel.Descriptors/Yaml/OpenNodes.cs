using IsolationModel.Data;
using IsolationModel.Text;

namespace IsolationModel.Descriptors.Yaml;

/// <summary>The mappings and lists around a place, innermost last, with the children that they have so far.</summary>
/// <remarks>
/// Only the innermost one gets children, so the children of all lie behind each other in one array, and a node that ends takes its own from the end of
/// it: nothing is allocated but the finished nodes. A thread uses the same arrays for one text after the other.
/// </remarks>
internal sealed class OpenNodes
{
    /// <summary>Arrays that one exceptional text made larger than this are not kept.</summary>
    private const int KeptChildren = 4096;

    [ThreadStatic]
    private static OpenNodes? _spare;

    private OpenNode[] _open = new OpenNode[16];
    private DataEntry[] _entries = new DataEntry[64];
    private DataNode[] _items = new DataNode[64];
    private int _entryCount;
    private int _itemCount;

    private OpenNodes()
    {
    }

    /// <summary>How many entries merge keys have brought, in all documents of the text.</summary>
    public long MergedEntries { get; private set; }

    /// <summary>How many are open.</summary>
    public int Count { get; private set; }

    /// <summary>The arrays that this thread has at hand, or new ones.</summary>
    public static OpenNodes Take()
    {
        var nodes = _spare ?? new OpenNodes();
        _spare = null;
        return nodes;
    }

    /// <summary>Hands the arrays on to the next text.</summary>
    public void Return()
    {
        if (_entries.Length > KeptChildren || _items.Length > KeptChildren)
        {
            return;
        }

        Clear();
        MergedEntries = 0;
        _spare = this;
    }

    /// <summary>Forgets what a document that breaks off has left behind.</summary>
    public void Clear()
    {
        Array.Clear(_open, 0, Count);
        Array.Clear(_entries, 0, _entryCount);
        Array.Clear(_items, 0, _itemCount);
        (Count, _entryCount, _itemCount) = (0, 0, 0);
    }

    /// <summary>Opens a node within the innermost one.</summary>
    public void Push(int start, bool isMapping, bool isFlow, string? anchor, string? tag, int serial) => Append(ref _open, Count++, new OpenNode
    {
        Start = start,
        IsMapping = isMapping,
        IsFlow = isFlow,
        Anchor = anchor,
        Tag = tag,
        Serial = serial,
        Size = 1,
        LastEnd = -1,
        FirstChild = isMapping ? _entryCount : _itemCount,
    });

    /// <summary>Takes the innermost one away; its children are still there for <see cref="ToNode"/>.</summary>
    public OpenNode Pop()
    {
        var node = _open[--Count];
        _open[Count] = default;
        return node;
    }

    /// <summary>Gives the innermost one a child.</summary>
    /// <param name="child">The child.</param>
    /// <param name="size">How many nodes it stands for.</param>
    /// <param name="isMergeKey">Whether it brings the entries of another mapping, where it is a key.</param>
    public void Add(DataNode child, long size, bool isMergeKey)
    {
        ref var open = ref _open[Count - 1];
        open.Size += size;
        open.LastEnd = child.Range.End;
        if (!open.IsMapping)
        {
            Append(ref _items, _itemCount++, child);
        }
        else if (open.Key is null)
        {
            (open.Key, open.IsMergeKey) = (child, isMergeKey);
        }
        else
        {
            AddEntry(open.Key, child, open.IsMergeKey);
            open.Key = null;
        }
    }

    /// <summary>Makes the node that was taken away last, of its children.</summary>
    public DataNode ToNode(in OpenNode node, TextRange range, string text)
    {
        if (!node.IsMapping)
        {
            return new DataSequence(range, TakeFrom(_items, node.FirstChild, ref _itemCount));
        }

        var entries = TakeFrom(_entries, node.FirstChild, ref _entryCount);
        // "{{ .Values.x }}" is, to YAML, a flow mapping whose only key is a flow mapping.
        return node.IsFlow && entries.Length == 1 && string.CompareOrdinal(text, range.Start, "{{", 0, 2) == 0
            ? new DataScalar(range, text.Substring(range.Start, range.Length), isPlain: true, range.Start, isUnresolved: true)
            : new DataMapping(range, entries);
    }

    private static T[] TakeFrom<T>(T[] children, int first, ref int count)
    {
        var length = count - first;
        count = first;
        if (length == 0)
        {
            return [];
        }

        var taken = new T[length];
        Array.Copy(children, first, taken, 0, length);
        Array.Clear(children, first, length);
        return taken;
    }

    private static void Append<T>(ref T[] array, int at, T item)
    {
        if (at == array.Length)
        {
            Array.Resize(ref array, at * 2);
        }

        array[at] = item;
    }

    private void AddEntry(DataNode key, DataNode value, bool isMergeKey)
    {
        if (isMergeKey && Merge(value))
        {
            return;
        }

        // A key that an alias names stands where the alias does: nobody may rename it at its anchor.
        var name = key is DataAlias alias ? alias.Target is DataScalar far ? new DataScalar(key.Range, far.Value, far.IsPlain, contentStart: -1) : null : key as DataScalar;

        // A key that is no scalar names nothing that a descriptor knows; it is kept so that the mapping is not mistaken for an empty one.
        Append(new DataEntry(name ?? new DataScalar(key.Range, string.Empty, isPlain: false, contentStart: -1, isUnresolved: true), value));
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
                // Beyond the limit the document is refused as soon as this node is built.
                MergedEntries += mapping.Entries.Count;
                foreach (var entry in MergedEntries > DescriptorLimits.AliasedNodes ? [] : mapping.Entries)
                {
                    Append(value is DataAlias
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

    private void Append(DataEntry entry) => Append(ref _entries, _entryCount++, entry);
}
