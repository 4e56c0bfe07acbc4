using IsolationModel.Data;
using IsolationModel.Text;

namespace IsolationModel.Descriptors.Docker;

/// <summary>A mapping while it is put together out of the parts of another one; the parts keep their places.</summary>
internal sealed class ServiceEntries(TextRange range)
{
    private readonly List<DataEntry> _entries = [];

    /// <summary>The mapping.</summary>
    public DataMapping Build() => new(range, _entries);

    /// <summary>Adds fields of another mapping under their names here.</summary>
    public void AddAll(DataCursor from, (string Api, string Compose)[] fields)
    {
        foreach (var (api, compose) in fields)
        {
            Add(compose, from[api]);
        }
    }

    /// <summary>Adds a value, unless it is absent or null.</summary>
    public void Add(string key, DataCursor value)
    {
        if (value is { Exists: true, IsNull: false })
        {
            Add(key, value.KeyRange, value.Node!, value);
        }
    }

    /// <summary>Adds a value.</summary>
    public void Add(string key, TextRange place, DataNode value) => _entries.Add(new DataEntry(Key(place, key), value));

    /// <summary>Adds the items of a list to those that a key has already.</summary>
    public void AddList(string key, DataCursor list, DataCursor holder, Func<DataCursor, DataNode> convert)
    {
        if (list.IsUnresolved)
        {
            AddItems(key, holder.KeyRange, list.Range, [list.Node!]);
        }
        else if (list.Count > 0)
        {
            var items = new List<DataNode>(list.Count);
            for (var i = 0; i < list.Count; i++)
            {
                var item = list.At(i);
                var node = convert(item);
                items.Add(item.IsBehindAlias ? new DataAlias(item.Range, node) : node);
            }

            AddItems(key, holder.KeyRange, list.Range, items);
        }
    }

    /// <summary>Adds an item that something else means.</summary>
    public void AddItem(string key, DataCursor place, string text) =>
        AddItems(key, place.KeyRange, place.Range, [new DataScalar(place.Range, text, isPlain: false, contentStart: -1)]);

    /// <summary>Adds an item of which only the beginning is known.</summary>
    public void AddOpenItem(string key, DataCursor place, string text) =>
        AddItems(key, place.KeyRange, place.Range, [new DataScalar(place.Range, text, isPlain: false, contentStart: -1, isUnresolved: true)]);

    private void Add(string key, TextRange place, DataNode node, DataCursor value) =>
        Add(key, place, value.IsBehindAlias ? new DataAlias(value.Range, node) : node);

    private void AddItems(string key, TextRange keyPlace, TextRange place, List<DataNode> items)
    {
        var at = _entries.FindIndex(entry => entry.Key.Value == key);
        if (at < 0)
        {
            Add(key, keyPlace, new DataSequence(place, items));
        }
        else
        {
            var known = (DataSequence)_entries[at].Value;
            _entries[at] = new DataEntry(_entries[at].Key, new DataSequence(known.Range, [.. known.Items, .. items]));
        }
    }

    private static DataScalar Key(TextRange place, string key) => new(place, key, isPlain: true, contentStart: -1);

    /// <summary>A mapping with its fields under their names here; anything else as it is.</summary>
    public static DataNode Renamed(DataCursor value, (string Api, string Compose)[] fields)
    {
        if (value.Node is not DataMapping)
        {
            return value.Node!;
        }

        var entries = new ServiceEntries(value.Range);
        entries.AddAll(value, fields);
        return entries.Build();
    }
}
