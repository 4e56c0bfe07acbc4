using IsolationModel.Modeling;

namespace IsolationModel.Generators.Planning;

/// <summary>What of a model is not taken over, unchanged, from the model below.</summary>
internal sealed class ModelDifference
{
    private readonly Dictionary<string, ScaleDefinition> _scales;
    private readonly Dictionary<string, SourceDefinition> _sources;
    private readonly Dictionary<string, AttributeDefinition> _attributesBelow;
    private readonly Dictionary<string, TechnologyDefinition> _technologiesBelow;
    private readonly HashSet<string> _changedAttributes = new(StringComparer.Ordinal);
    private readonly HashSet<string> _changedSources = new(StringComparer.Ordinal);

    /// <summary>Compares a model with the one below; null where there is none.</summary>
    public ModelDifference(ModelDefinition model, ModelDefinition? below)
    {
        _scales = ById(model.Scales, static scale => scale.Id);
        _sources = ById(model.Sources, static source => source.Id);
        _attributesBelow = ById(below?.Attributes ?? default, static attribute => attribute.Id);
        _technologiesBelow = ById(below?.Technologies ?? default, static technology => technology.Id);
        var scalesBelow = ById(below?.Scales ?? default, static scale => scale.Id);
        var sourcesBelow = ById(below?.Sources ?? default, static source => source.Id);
        foreach (var attribute in model.Attributes)
        {
            if (IsChanged(attribute, attribute.Id, _attributesBelow) || (ScaleOf(attribute) is { } scale && IsChanged(scale, scale.Id, scalesBelow)))
            {
                _changedAttributes.Add(attribute.Id);
            }
        }

        foreach (var source in model.Sources)
        {
            if (IsChanged(source, source.Id, sourcesBelow))
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
    public bool IsNew(AttributeDefinition attribute) => !_attributesBelow.ContainsKey(attribute.Id);

    /// <summary>Whether an attribute is new or changed.</summary>
    public bool Has(AttributeDefinition attribute) => _changedAttributes.Contains(attribute.Id);

    /// <summary>Whether a technology is new or changed, itself or in what its values refer to.</summary>
    public bool Has(TechnologyDefinition technology) =>
        IsChanged(technology, technology.Id, _technologiesBelow)
        || technology.Values.Any(value => _changedAttributes.Contains(value.AttributeId) || value.SourceIds.Any(_changedSources.Contains));

    /// <summary>What an overlay leaves alone is the same object as below, so that hardly anything is compared by its content.</summary>
    private static bool IsChanged<T>(T entry, string id, Dictionary<string, T> below)
        where T : class, IEquatable<T> =>
        !below.TryGetValue(id, out var known) || !(ReferenceEquals(known, entry) || known.Equals(entry));

    private static Dictionary<string, T> ById<T>(EquatableArray<T> entries, Func<T, string> id)
        where T : class, IEquatable<T>
    {
        var found = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            found.Add(id(entry), entry);
        }

        return found;
    }
}
