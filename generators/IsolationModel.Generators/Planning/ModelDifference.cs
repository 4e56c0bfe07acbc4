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
        var scalesBelow = new HashSet<ScaleDefinition>(below?.Scales ?? default);
        var attributesBelow = new HashSet<AttributeDefinition>(below?.Attributes ?? default);
        var sourcesBelow = new HashSet<SourceDefinition>(below?.Sources ?? default);
        _technologiesBelow = (below?.Technologies ?? default).ToDictionary(technology => technology.Id, StringComparer.Ordinal);
        _attributesBelow = new HashSet<string>(attributesBelow.Select(attribute => attribute.Id), StringComparer.Ordinal);
        _changedAttributes = new HashSet<string>(
            model.Attributes
                .Where(attribute => !attributesBelow.Contains(attribute) || (ScaleOf(attribute) is { } scale && !scalesBelow.Contains(scale)))
                .Select(attribute => attribute.Id),
            StringComparer.Ordinal);
        _changedSources = new HashSet<string>(
            model.Sources.Where(source => !sourcesBelow.Contains(source)).Select(source => source.Id), StringComparer.Ordinal);
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
}
