using System.Globalization;
using System.Text.Json.Nodes;

namespace IsolationModel.Conformance.Schema;

/// <summary>A place in a JSON document by its JSON pointer: what stands there, and how to change it.</summary>
internal sealed class DocumentPlace
{
    private readonly JsonNode _parent;
    private readonly string _key;

    /// <summary>Finds a place; the object or list that holds it must exist.</summary>
    public DocumentPlace(JsonNode root, string pointer)
    {
        var keys = pointer.Split('/').Skip(1).Select(key => key.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)).ToList();
        _parent = root;
        foreach (var key in keys[..^1])
        {
            _parent = Child(_parent, key) ?? throw new ArgumentException($"There is no '{key}' on the way to '{pointer}'.", nameof(pointer));
        }

        _key = keys[^1];
    }

    /// <summary>What stands there, or null.</summary>
    public JsonNode? Value => Child(_parent, _key);

    /// <summary>Puts a value there, in place of what stands there.</summary>
    public void Put(JsonNode? value)
    {
        if (_parent is JsonArray list)
        {
            list[Index(_key)] = value;
        }
        else
        {
            _parent[_key] = value;
        }
    }

    /// <summary>Takes away what stands there.</summary>
    public void Drop()
    {
        if (_parent is JsonArray list)
        {
            list.RemoveAt(Index(_key));
        }
        else if (!_parent.AsObject().Remove(_key))
        {
            throw new InvalidOperationException($"There is no '{_key}' to take away.");
        }
    }

    private static JsonNode? Child(JsonNode parent, string key) => parent is JsonArray list ? list[Index(key)] : parent[key];

    private static int Index(string key) => int.Parse(key, NumberStyles.None, CultureInfo.InvariantCulture);
}
