using IsolationModel.Modeling;

namespace IsolationModel.Generators.Planning;

/// <summary>What of a model is not taken over, unchanged, from the model below.</summary>
internal sealed class ModelDifference
{
    private readonly Dictionary<string, ScaleDefinition> _scales;
    private readonly Dictionary<string, SourceDefinition> _sources;
    private readonly HashSet<string> _changedAttributes;
    private readonly HashSet<string> _changedSources;
    private readonly Dictionary<string, TechnologyDefinition> _technologiesBelow;
    private readonly HashSet<string> _attributesBelow;

    /// <summary>Compares a model with the one below; null where there is none.</summary>
    public ModelDifference(ModelDefinition model, ModelDefinition? below)
    {
        _scales = model.Scales.ToDictionary(scale => scale.Id, StringComparer.Ordinal);
        _sources = model.Sources.ToDictionary(source => source.Id, StringComparer.Ordinal);
        // Entries are compared with those of their ids, never by hash: what an overlay leaves alone is the very same object, and hashing would walk, and
        // compile code to walk, everything below each entry.
        var scalesBelow = ById(below?.Scales ?? default, static scale => scale.Id);
        var attributesBelow = ById(below?.Attributes ?? default, static attribute => attribute.Id);
        var sourcesBelow = ById(below?.Sources ?? default, static source => source.Id);
        _technologiesBelow = ById(below?.Technologies ?? default, static technology => technology.Id);
        _attributesBelow = new HashSet<string>(attributesBelow.Keys, StringComparer.Ordinal);
        _changedAttributes = new HashSet<string>(StringComparer.Ordinal);
        foreach (var attribute in model.Attributes)
        {
            if (!IsTakenOver(attributesBelow, attribute.Id, attribute) || (ScaleOf(attribute) is { } scale && !IsTakenOver(scalesBelow, scale.Id, scale)))
            {
                _changedAttributes.Add(attribute.Id);
            }
        }

        _changedSources = new HashSet<string>(StringComparer.Ordinal);
        foreach (var source in model.Sources)
        {
            if (!IsTakenOver(sourcesBelow, source.Id, source))
            {
                _changedSources.Add(source.Id);
            }
        }
    }

    /// <summary>For a model with none below.</summary>
    public static ModelDifference Everything(ModelDefinition model) => new(model, null);

    /// <summary>The scale of an attribute; null for other kinds.</summary>
    public ScaleDefinition? ScaleOf(AttributeDefinition attribute) =>
        attribute.ScaleId is { } id && _scales.TryGetValue(id, out var scale) ? scale : null;

    /// <summary>A source that the model holds, or null.</summary>
    public SourceDefinition? Source(string id) => _sources.TryGetValue(id, out var source) ? source : null;

    /// <summary>Whether an attribute is new.</summary>
    public bool IsNew(AttributeDefinition attribute) => !_attributesBelow.Contains(attribute.Id);

    /// <summary>Whether an attribute is new or changed.</summary>
    public bool Has(AttributeDefinition attribute) => _changedAttributes.Contains(attribute.Id);

    /// <summary>Whether a technology is new or changed, itself or in what its values refer to.</summary>
    public bool Has(TechnologyDefinition technology) =>
        !_technologiesBelow.TryGetValue(technology.Id, out var below)
        || below != technology
        || technology.Values.Any(value => _changedAttributes.Contains(value.AttributeId) || value.SourceIds.Any(_changedSources.Contains));

    private static Dictionary<string, T> ById<T>(EquatableArray<T> entries, Func<T, string> id)
        where T : class, IEquatable<T>
    {
        var known = new Dictionary<string, T>(entries.Count, StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            known[id(entry)] = entry;
        }

        return known;
    }

    private static bool IsTakenOver<T>(Dictionary<string, T> below, string id, T entry)
        where T : class, IEquatable<T> => below.TryGetValue(id, out var other) && (ReferenceEquals(other, entry) || other.Equals(entry));
}
