using IsolationModel.Text;

namespace IsolationModel.Data;

/// <summary>
/// A walk through a document that never fails: a step to what is not there gives a missing cursor, which still knows the place of the
/// nearest key that should have held it. Behind an alias every place is the alias's own, since that is where the reader of the file looks.
/// </summary>
public readonly struct DataCursor : IEquatable<DataCursor>
{
    private readonly TextRange _anchor;

    /// <summary>Starts at the root of a document.</summary>
    public DataCursor(DataNode root)
        : this(root, root?.Range ?? default, isBehindAlias: false)
    {
    }

    private DataCursor(DataNode? node, TextRange anchor, bool isBehindAlias)
    {
        if (node is DataAlias alias)
        {
            (node, anchor, isBehindAlias) = (alias.Target, isBehindAlias ? anchor : alias.Range, true);
        }

        (Node, _anchor, IsBehindAlias) = (node, anchor, isBehindAlias);
    }

    /// <summary>The node, never an alias; null when it is missing.</summary>
    public DataNode? Node { get; }

    /// <summary>Whether there is a node, null values included.</summary>
    public bool Exists => Node is not null;

    /// <summary>Whether there is a node whose value is null.</summary>
    public bool IsNull => Node is DataScalar { IsNull: true };

    /// <summary>Whether the node stands elsewhere in the file, because an alias or a merge key leads to it.</summary>
    public bool IsBehindAlias { get; }

    /// <summary>Where the node stands (behind an alias: where the alias stands); when it is missing, the key that should have held it.</summary>
    public TextRange Range => Node is null || IsBehindAlias ? _anchor : Node.Range;

    /// <summary>The key that holds the node, or the node itself at the root and in lists.</summary>
    public TextRange KeyRange => _anchor;

    /// <summary>The scalar, or null when the node is something else or missing.</summary>
    public DataScalar? Scalar => Node as DataScalar;

    /// <summary>The scalar's text, or null when the node is null, not a scalar, or missing.</summary>
    public string? Text => Node is DataScalar { IsNull: false } scalar ? scalar.Value : null;

    /// <summary>Whether a placeholder stands here: what it will be, and what will be in it, is not known yet.</summary>
    public bool IsUnresolved => Node is DataScalar scalar && (scalar.IsUnresolved || Placeholder.IsIn(scalar.Value));

    /// <summary>The value of a key of a mapping. A placeholder may become a mapping with any key, so that a step into it stays at the placeholder.</summary>
    public DataCursor this[string key]
    {
        get
        {
            if (Node is DataMapping mapping && mapping.TryGet(key, out var keyNode, out var value))
            {
                return new DataCursor(value, IsBehindAlias ? _anchor : keyNode.Range, IsBehindAlias);
            }

            return IsUnresolved ? this : new DataCursor(null, _anchor, IsBehindAlias);
        }
    }

    /// <summary>The members of a mapping in document order, each key once: the last one counts. Linear, where a step for each key would not be.</summary>
    public IReadOnlyList<KeyValuePair<string, DataCursor>> Members()
    {
        if (Node is not DataMapping mapping)
        {
            return [];
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        var members = new List<KeyValuePair<string, DataCursor>>(mapping.Entries.Count);
        for (var i = mapping.Entries.Count - 1; i >= 0; i--)
        {
            var entry = mapping.Entries[i];
            if (seen.Add(entry.Key.Value))
            {
                members.Add(new KeyValuePair<string, DataCursor>(entry.Key.Value, new DataCursor(entry.Value, IsBehindAlias ? _anchor : entry.Key.Range, IsBehindAlias)));
            }
        }

        members.Reverse();
        return members;
    }

    /// <summary>The number of items of a list; 0 for anything else.</summary>
    public int Count => Node is DataSequence sequence ? sequence.Items.Count : 0;

    /// <summary>An item of a list.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such item.</exception>
    public DataCursor At(int index)
    {
        if (Node is not DataSequence sequence || (uint)index >= (uint)sequence.Items.Count)
        {
            throw new ArgumentOutOfRangeException(nameof(index));
        }

        var item = sequence.Items[index];
        return new DataCursor(item, IsBehindAlias ? _anchor : item.Range, IsBehindAlias);
    }

    /// <summary>The value of an entry of this mapping, without looking its key up; of repeated keys, every one.</summary>
    public DataCursor ValueOf(DataEntry entry) => new(entry.Value, IsBehindAlias || entry.Key is null ? _anchor : entry.Key.Range, IsBehindAlias);

    /// <summary>The place of a part of the scalar's text; the whole scalar where that cannot be told.</summary>
    public TextRange RangeOf(int start, int length) => IsBehindAlias || Scalar is null ? Range : Scalar.RangeOf(start, length);

    /// <inheritdoc/>
    public bool Equals(DataCursor other) => ReferenceEquals(Node, other.Node) && _anchor == other._anchor && IsBehindAlias == other.IsBehindAlias;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is DataCursor other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _anchor.GetHashCode();

    /// <summary>Whether two cursors stand at the same place on the same node.</summary>
    public static bool operator ==(DataCursor left, DataCursor right) => left.Equals(right);

    /// <summary>Whether two cursors differ.</summary>
    public static bool operator !=(DataCursor left, DataCursor right) => !left.Equals(right);
}
