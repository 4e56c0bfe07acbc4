using IsolationModel.Data;
using IsolationModel.Text;

namespace IsolationModel.Descriptors.Toml;

/// <summary>How a table came to be; decides who may still add to it (TOML 1.0.0, Table).</summary>
internal enum TomlTableKind
{
    /// <summary>By the header of a table below it; a header of its own may still come.</summary>
    Implied,

    /// <summary>By its own header.</summary>
    Header,

    /// <summary>By dotted keys; only further dotted keys may add to it.</summary>
    Dotted,
}

/// <summary>A table that is still being read. Its members are values (<see cref="DataNode"/>), tables, or lists of tables.</summary>
internal sealed class TomlTable(TextRange range, int depth, TomlTableKind kind)
{
    private readonly Dictionary<string, object> _members = new(StringComparer.Ordinal);
    private readonly List<DataScalar> _keys = [];

    public int Depth { get; } = depth;

    public TextRange Range { get; private set; } = range;

    public TomlTableKind Kind { get; private set; } = kind;

    public object? Find(string key) => _members.TryGetValue(key, out var member) ? member : null;

    public void Add(DataScalar key, object member)
    {
        _members.Add(key.Value, member);
        _keys.Add(key);
    }

    /// <summary>The table has got its own header.</summary>
    public void Define(TextRange header) => (Kind, Range) = (TomlTableKind.Header, header);

    /// <summary>The finished tree; as deep as the depth limit allows.</summary>
    public DataMapping ToNode()
    {
        var entries = new List<DataEntry>(_keys.Count);
        foreach (var key in _keys)
        {
            entries.Add(new DataEntry(key, _members[key.Value] switch
            {
                TomlTable table => table.ToNode(),
                List<TomlTable> tables => new DataSequence(tables[0].Range, tables.ConvertAll(table => (DataNode)table.ToNode())),
                var value => (DataNode)value,
            }));
        }

        return new DataMapping(Range, entries);
    }
}
