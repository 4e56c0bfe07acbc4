using IsolationModel.Values;

namespace IsolationModel.Modeling.Reading;

/// <summary>
/// Derives the values of a stack from those of its layers, attribute by attribute as its <see cref="Composition"/> says: nested boundaries are as
/// strong as the strongest, start-up and memory add up, losses multiply, capabilities have to be there in every layer.
/// </summary>
internal static class StackComposer
{
    /// <summary>Derives the values, sorted by attribute id.</summary>
    public static EquatableArray<AttributeValue> Compose(ModelBuilder builder, StackDefinition stack)
    {
        var platform = builder.Platforms.Find(stack.PlatformId)!;
        var technologies = new[] { builder.Technologies.Find(stack.RuntimeId), stack.EngineId is null ? null : builder.Technologies.Find(stack.EngineId) }.OfType<TechnologyDefinition>().ToList();
        var names = string.Join(" and ", technologies.Select(technology => technology.Name.English));
        var values = new List<AttributeValue>();
        foreach (var attribute in builder.Attributes.Values)
        {
            // A platform speaks of what is its own only; of a technology, silence is ignorance.
            var layers = technologies.Select(technology => technology.Find(attribute.Id)).ToList();
            if (AttributeValue.Find(platform.Values, attribute.Id) is { } ofPlatform)
            {
                layers = layers.TrueForAll(static layer => layer is null or { Value: UnknownInterval }) ? [ofPlatform] : [ofPlatform, .. layers];
            }

            if (layers.Exists(static layer => layer is not null))
            {
                values.Add(Compose(builder, attribute, layers, $"Derived from {platform.Name.English} with {names}."));
            }
        }

        return values.ToEquatableArray();
    }

    private static AttributeValue Compose(ModelBuilder builder, AttributeDefinition attribute, List<AttributeValue?> layers, string note)
    {
        var top = attribute.ScaleId is { } scale ? builder.Scales.Find(scale)!.Levels.Count - 1 : 1;
        var known = layers.OfType<AttributeValue>().ToList();
        var value = Combine(attribute, top, layers.ConvertAll(static layer => layer?.Value));
        var claims = known.Select(layer => layer.Claim).OfType<AttributeClaim>().ToList();
        return new AttributeValue(
            attribute.Id,
            value,
            Typical(attribute, layers.ConvertAll(static layer => layer?.Typical ?? layer?.Value as QuantityInterval), layers.Exists(static layer => layer?.Typical is not null)),
            Join(known.Select(layer => layer.Condition)),
            note,
            known.SelectMany(layer => layer.SourceIds).Distinct(StringComparer.Ordinal).OrderBy(id => id, StringComparer.Ordinal).ToEquatableArray(),
            null,
            claims.Count == 0 ? null : Claim(attribute, top, layers, claims));
    }

    private static AttributeClaim Claim(AttributeDefinition attribute, int top, List<AttributeValue?> layers, List<AttributeClaim> claims) => new(
        Combine(attribute, top, layers.ConvertAll(static layer => layer?.Claim?.Value ?? layer?.Value)),
        Typical(
            attribute,
            layers.ConvertAll(static layer => layer?.Claim is { } claim ? claim.Typical ?? claim.Value as QuantityInterval : layer?.Typical ?? layer?.Value as QuantityInterval),
            claims.Exists(static claim => claim.Typical is not null)),
        Join(claims.Select(claim => claim.Text))!,
        claims[0].SourceId);

    private static string? Join(IEnumerable<string?> texts)
    {
        var distinct = texts.OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        return distinct.Count == 0 ? null : string.Join("; ", distinct);
    }

    private static QuantityInterval? Typical(AttributeDefinition attribute, List<QuantityInterval?> layers, bool isStated) =>
        isStated && layers.TrueForAll(static layer => layer is not null) ? Combine(attribute, 1, layers.ConvertAll<ValueInterval?>(static layer => layer)) as QuantityInterval : null;

    private static ValueInterval Combine(AttributeDefinition attribute, int top, List<ValueInterval?> layers)
    {
        if (layers.Count == 1 || attribute.Composition == Composition.Innermost)
        {
            return layers.FindLast(static layer => layer is not null) ?? UnknownInterval.Instance;
        }

        return attribute.Composition switch
        {
            Composition.Strongest or Composition.Any => Highest(top, layers),
            Composition.Weakest => Lowest(layers),
            Composition.Intersection => Common(layers),
            _ => Amounts(layers, attribute.Composition),
        };
    }

    private static ValueInterval Highest(int top, List<ValueInterval?> layers)
    {
        var known = layers.OfType<OrdinalInterval>().ToList();
        if (known.Count == 0)
        {
            return UnknownInterval.Instance;
        }

        var low = known.Max(layer => layer.Low);
        return new OrdinalInterval(low, known.Count < layers.Count ? top : known.Max(layer => layer.High));
    }

    private static ValueInterval Lowest(List<ValueInterval?> layers)
    {
        var known = layers.OfType<OrdinalInterval>().ToList();
        return known.Count == layers.Count || known.Exists(layer => layer.High == 0)
            ? new OrdinalInterval(known.Min(layer => layer.Low), known.Min(layer => layer.High))
            : UnknownInterval.Instance;
    }

    private static ValueInterval Common(List<ValueInterval?> layers)
    {
        var known = layers.OfType<SetInterval>().ToList();
        if (known.Count < layers.Count)
        {
            return UnknownInterval.Instance;
        }

        var has = known[0].Has.Where(item => known.TrueForAll(layer => layer.Has.Contains(item))).ToEquatableArray();
        var maybe = known[0].Has.Concat(known[0].Maybe)
            .Where(item => !has.Contains(item) && known.TrueForAll(layer => layer.Has.Contains(item) || layer.Maybe.Contains(item)))
            .OrderBy(item => item, StringComparer.Ordinal);
        return new SetInterval(has, maybe.ToEquatableArray());
    }

    private static ValueInterval Amounts(List<ValueInterval?> layers, Composition composition)
    {
        var known = layers.OfType<QuantityInterval>().ToList();
        if (known.Count < layers.Count)
        {
            return UnknownInterval.Instance;
        }

        var result = known[0];
        foreach (var layer in known.Skip(1))
        {
            result = QuantityInterval.Of(
                result.Dimension,
                Combine(result.Low, layer.Low, composition),
                result.LowIsOpen || layer.LowIsOpen,
                result.High is { } left && layer.High is { } right ? Combine(left, right, composition) : null,
                result.HighIsOpen || layer.HighIsOpen);
        }

        return result;
    }

    private static decimal Combine(decimal outer, decimal inner, Composition composition) =>
        composition == Composition.Complement ? 1 - ((1 - outer) * (1 - inner)) : outer + inner;
}
