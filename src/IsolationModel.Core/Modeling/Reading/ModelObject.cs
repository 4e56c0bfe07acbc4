using System.Globalization;
using IsolationModel.Data;
using IsolationModel.Text;

namespace IsolationModel.Modeling.Reading;

/// <summary>
/// A JSON object of a model file that is read property by property. What is asked for is known, and what is left over at the end is reported.
/// Every getter reports a located mistake instead of throwing, and gives null then.
/// </summary>
internal sealed class ModelObject(ModelPart part, DataMapping node, TextRange nameRange, ModelObject? parent = null, string key = "")
{
    // Objects have few properties, so a scan beats a table.
    private readonly List<string> _known = part.Rules.HasOperations ? ["$op"] : [];

    public ModelPart Part { get; } = part;

    /// <summary>The key that names this object in its parent; the place for mistakes about the object as a whole.</summary>
    public TextRange NameRange { get; } = nameRange;

    /// <summary>JSON pointer to this object within its file.</summary>
    public string Pointer => parent is null ? string.Empty : $"{parent.Pointer}/{key.Replace("~", "~0").Replace("/", "~1")}";

    /// <summary>Whether the entry replaces one of a lower layer.</summary>
    public bool IsOverride => Operation == "override";

    /// <summary>Whether the entry takes one of a lower layer away.</summary>
    public bool IsRemoval => Operation == "remove";

    private string? Operation => node.TryGet("$op", out _, out var value) && value is DataScalar { IsPlain: false } word ? word.Value : null;

    public IEnumerable<DataEntry> Entries => node.Entries;

    /// <summary>The entries that the language has a meaning for: keys that start with <c>x-</c> are the authors' own.</summary>
    public IEnumerable<DataEntry> Members => node.Entries.Where(entry => !entry.Key.Value.StartsWith("x-", StringComparison.Ordinal));

    public bool Has(string key)
    {
        _known.Add(key);
        return node.TryGet(key, out _, out _);
    }

    public DataNode? Node(string key)
    {
        _known.Add(key);
        return node.TryGet(key, out _, out var value) ? value : null;
    }

    public TextRange RangeOf(string key) => node.TryGet(key, out _, out var value) ? value.Range : NameRange;

    public ModelObject? Object(string key)
    {
        _known.Add(key);
        if (!node.TryGet(key, out var keyNode, out var value))
        {
            return null;
        }

        if (value is DataMapping mapping)
        {
            return new ModelObject(Part, mapping, keyNode.Range, this, key);
        }

        Part.Report(Part.Rules.WrongShape, value.Range, $"'{key}' must be an object");
        return null;
    }

    /// <summary>The objects of a map from ids to objects; ids that break the pattern are reported and left out.</summary>
    public IEnumerable<ModelEntry> Map(string key)
    {
        if (Object(key) is not { } map)
        {
            yield break;
        }

        foreach (var entry in map.Members)
        {
            if (entry.Value is not DataMapping mapping)
            {
                Part.Report(Part.Rules.WrongShape, entry.Value.Range, $"'{entry.Key.Value}' must be an object");
            }
            else
            {
                yield return new ModelEntry(entry.Key.Value, new ModelObject(Part, mapping, entry.Key.Range, map, entry.Key.Value));
            }
        }
    }

    /// <summary>As <see cref="Map"/>, for keys that must be ids.</summary>
    public IEnumerable<ModelEntry> MapOfIds(string key)
    {
        foreach (var entry in Map(key))
        {
            if (IsId(entry.Id))
            {
                yield return entry;
            }
            else
            {
                Part.Report(Part.Rules.WrongShape, entry.Value.NameRange, $"'{entry.Id}' is not an id: start with a lower-case letter, then letters, digits and '-', at most 64 characters");
            }
        }
    }

    public IEnumerable<ModelObject> Objects(string key)
    {
        foreach (var item in Items(key))
        {
            if (item is DataMapping mapping)
            {
                yield return new ModelObject(Part, mapping, mapping.Range);
            }
            else
            {
                Part.Report(Part.Rules.WrongShape, item.Range, $"each item of '{key}' must be an object");
            }
        }
    }

    public string? OptionalString(string key) => Node(key) is { } value ? AsString(key, value) : null;

    public string? RequiredString(string key) => Required(key) is { } value ? AsString(key, value) : null;

    /// <summary>A text: a string, or an object with <c>en</c> and perhaps <c>zh</c>.</summary>
    public LocalizedText? RequiredText(string key)
    {
        switch (Required(key))
        {
            case null:
                return null;
            case DataMapping mapping:
                var text = new ModelObject(Part, mapping, mapping.Range);
                var english = text.RequiredString("en");
                var chinese = text.OptionalString("zh");
                text.Finish();
                return english is null ? null : new LocalizedText(english, chinese);
            case var value:
                return AsString(key, value) is { } plain ? new LocalizedText(plain) : null;
        }
    }

    public int? OptionalInteger(string key)
    {
        if (Node(key) is not { } value)
        {
            return null;
        }

        if (value is DataScalar { IsPlain: true } scalar && int.TryParse(scalar.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        Part.Report(Part.Rules.WrongShape, value.Range, $"'{key}' must be a whole number");
        return null;
    }

    public bool? OptionalBoolean(string key)
    {
        if (Node(key) is not { } value)
        {
            return null;
        }

        if (value is DataScalar { IsPlain: true, Value: "true" or "false" } scalar)
        {
            return scalar.Value == "true";
        }

        Part.Report(Part.Rules.WrongShape, value.Range, $"'{key}' must be true or false");
        return null;
    }

    /// <summary>Strings of a list; a single string counts as a list of one where <paramref name="orSingle"/> says so.</summary>
    public List<DataScalar> Strings(string key, bool orSingle = false)
    {
        var strings = new List<DataScalar>();
        var items = orSingle && Node(key) is DataScalar single ? [single] : Items(key);
        foreach (var item in items)
        {
            if (item is DataScalar { IsPlain: false } scalar)
            {
                strings.Add(scalar);
            }
            else
            {
                Part.Report(Part.Rules.WrongShape, item.Range, $"each item of '{key}' must be a string");
            }
        }

        return strings;
    }

    public EquatableArray<string> SortedStrings(string key, bool orSingle = false) =>
        Strings(key, orSingle).Select(scalar => scalar.Value).Distinct(StringComparer.Ordinal).OrderBy(value => value, StringComparer.Ordinal).ToEquatableArray();

    /// <summary>A string that must be one of some words.</summary>
    public T? Word<T>(string key, WordTable<T> words)
        where T : struct
    {
        if (RequiredString(key) is not { } text)
        {
            return null;
        }

        if (words.Find(text) is { } value)
        {
            return value;
        }

        Part.Report(Part.Rules.WrongShape, RangeOf(key), $"'{text}' is not allowed for '{key}'; write one of {words.List}");
        return null;
    }

    /// <summary>Reports every property that was never asked for, and an operation that does not exist.</summary>
    public void Finish()
    {
        if (Part.Rules.HasOperations && node.TryGet("$op", out _, out var operation) && Operation is not ("override" or "remove"))
        {
            Part.Report(Part.Rules.WrongShape, operation.Range, "'$op' is override or remove");
        }

        foreach (var entry in node.Entries)
        {
            var key = entry.Key.Value;
            if (!_known.Contains(key) && !key.StartsWith("x-", StringComparison.Ordinal))
            {
                var nearest = NearestName.Of(key, _known) is { } name ? $"; did you mean '{name}'?" : string.Empty;
                Part.Report(Part.Rules.WrongShape, entry.Key.Range, $"unknown property '{key}'{nearest}");
            }
        }
    }

    public static bool IsId(string text)
    {
        if (text.Length is 0 or > 64 || text[0] is not (>= 'a' and <= 'z'))
        {
            return false;
        }

        foreach (var c in text)
        {
            if (c is not ((>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '-'))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The items of a list, whatever they are.</summary>
    public IReadOnlyList<DataNode> Items(string key)
    {
        switch (Node(key))
        {
            case null:
                return [];
            case DataSequence sequence:
                return sequence.Items;
            case var other:
                Part.Report(Part.Rules.WrongShape, other.Range, $"'{key}' must be a list");
                return [];
        }
    }

    private DataNode? Required(string key)
    {
        var value = Node(key);
        if (value is null)
        {
            Part.Report(Part.Rules.WrongShape, NameRange, $"'{key}' is missing");
        }

        return value;
    }

    private string? AsString(string key, DataNode value)
    {
        if (value is DataScalar { IsPlain: false } scalar)
        {
            return scalar.Value;
        }

        Part.Report(Part.Rules.WrongShape, value.Range, $"'{key}' must be a string");
        return null;
    }
}
