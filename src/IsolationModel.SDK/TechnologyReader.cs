using IsolationModel.Modeling;

namespace IsolationModel;

/// <summary>Makes typed technologies of a model that was read at run time.</summary>
internal static class TechnologyReader
{
    public static IReadOnlyList<Technology> Read(ModelDefinition model)
    {
        var scales = model.Scales.ToDictionary(scale => scale.Id, StringComparer.Ordinal);
        var keys = model.Attributes.ToDictionary(attribute => attribute.Id, attribute => KeyOf(attribute, scales), StringComparer.Ordinal);
        var sources = model.Sources.ToDictionary(source => source.Id, source => new ModelSource(source), StringComparer.Ordinal);
        return model.Technologies.Select(definition => Read(definition, keys, sources)).ToArray();
    }

    private static Technology Read(TechnologyDefinition definition, Dictionary<string, AttributeKey> keys, Dictionary<string, ModelSource> sources)
    {
        if (Technologies.Find(definition.Id) is { } known && known.Definition == definition && known.Values.All(value => Same(value, keys, sources)))
        {
            return known;
        }

        var values = definition.Values
            .Select(value => keys[value.AttributeId].Bind(value, value.SourceIds.Where(sources.ContainsKey).Select(id => sources[id]).ToArray()))
            .ToArray();
        return new Technology(definition, values);
    }

    /// <summary>Whether a generated value means the same in the model at hand.</summary>
    private static bool Same(TechnologyValue value, Dictionary<string, AttributeKey> keys, Dictionary<string, ModelSource> sources) =>
        keys.TryGetValue(value.Attribute.Id, out var key)
        && ReferenceEquals(key, value.Attribute)
        && value.Sources.All(source => sources.TryGetValue(source.Id, out var current) && current.Definition == source.Definition);

    /// <summary>The key that was generated for the attribute where it still fits, so that typed properties find their values.</summary>
    private static AttributeKey KeyOf(AttributeDefinition attribute, Dictionary<string, ScaleDefinition> scales)
    {
        var scale = attribute.ScaleId is { } id && scales.TryGetValue(id, out var found) ? found : null;
        if (Attributes.Find(attribute.Id) is { } known && known.Definition == attribute && known.Scale == scale)
        {
            return known;
        }

        return attribute.Kind switch
        {
            AttributeKind.Scale => new ScaleKey(attribute, scale!),
            AttributeKind.Quantity => new QuantityKey(attribute),
            AttributeKind.Capability => new CapabilityKey(attribute),
            _ => new SetKey(attribute),
        };
    }
}
