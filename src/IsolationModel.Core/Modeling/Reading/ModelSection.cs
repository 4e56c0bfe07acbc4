using IsolationModel.Rules;

namespace IsolationModel.Modeling.Reading;

/// <summary>The entries of one section over all layers, by id. Nothing is replaced in silence.</summary>
internal sealed class ModelSection<T>(string what)
    where T : class
{
    private readonly SortedDictionary<string, (T Value, int Layer, string Place)> _entries = new(StringComparer.Ordinal);

    public IEnumerable<T> Values => _entries.Values.Select(entry => entry.Value);

    public IEnumerable<string> Ids => _entries.Keys;

    public T? Find(string id) => _entries.TryGetValue(id, out var entry) ? entry.Value : null;

    public void AddBase(string id, T value) => _entries[id] = (value, 0, string.Empty);

    /// <summary>Whether the entry may go in: it is new, or it says that it overrides one of a lower layer. Reports why not.</summary>
    public bool MayAdd(string id, ModelObject source)
    {
        var part = source.Part;
        if (!_entries.TryGetValue(id, out var existing))
        {
            if (source.IsOverride)
            {
                part.Report(ModelRules.OverrideOfNothing, source.NameRange, $"there is no {what} '{id}' to override");
            }

            return !source.IsOverride;
        }

        if (existing.Layer == part.Layer)
        {
            part.Report(ModelRules.DuplicateId, source.NameRange, $"{what} '{id}' is already defined at {existing.Place}");
            return false;
        }

        if (!source.IsOverride)
        {
            part.Report(ModelRules.DuplicateId, source.NameRange, $"{what} '{id}' is already defined by the model below; say \"$op\": \"override\" to replace it");
        }

        return source.IsOverride;
    }

    public void Add(string id, T value, ModelObject source)
    {
        var position = source.Part.PositionOf(source.NameRange);
        _entries[id] = (value, source.Part.Layer, $"{source.Part.Path}({position.Line},{position.Column})");
    }

    /// <summary>Checks that an id names an entry, and reports the nearest one if not.</summary>
    public bool Check(ModelPart part, string id, Text.TextRange range)
    {
        if (_entries.ContainsKey(id))
        {
            return true;
        }

        var nearest = Text.NearestName.Of(id, _entries.Keys) is { } name ? $"; did you mean '{name}'?" : string.Empty;
        part.Report(ModelRules.UnknownId, range, $"there is no {what} '{id}'{nearest}");
        return false;
    }
}
