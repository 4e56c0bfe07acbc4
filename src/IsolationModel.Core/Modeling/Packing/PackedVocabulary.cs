using IsolationModel.Values;

namespace IsolationModel.Modeling.Packing;

/// <summary>Scales, attributes, their values and constraints on these in packed form.</summary>
internal static class PackedVocabulary
{
    private enum Shape
    {
        Unknown,
        Ordinal,
        Quantity,
        Set,
    }

    public static LocalizedText Name(PackedForm form, LocalizedText? name) => new(form.Text(name?.English), form.OptionalText(name?.Chinese));

    public static ScaleDefinition Scale(PackedForm form, ScaleDefinition? scale) => new(
        form.Text(scale?.Id), Name(form, scale?.Name), form.Text(scale?.Definition), form.List(scale?.Levels ?? default, Level));

    public static AttributeDefinition Attribute(PackedForm form, AttributeDefinition? attribute) => new(
        form.Text(attribute?.Id),
        Name(form, attribute?.Name),
        (AttributeKind)form.Number((int)(attribute?.Kind ?? default)),
        form.Text(attribute?.Definition),
        form.OptionalText(attribute?.ScaleId),
        form.Flag(attribute?.Dimension is not null) ? (Dimension)form.Number((int)(attribute?.Dimension ?? default)) : null,
        form.Flag(attribute?.HigherIsBetter == true),
        form.Texts(attribute?.Vocabulary ?? default),
        form.OptionalText(attribute?.NeedToken),
        form.OptionalText(attribute?.Unit))
    {
        Composition = (Composition)form.Number((int)(attribute?.Composition ?? default)),
    };

    public static AttributeValue Value(PackedForm form, AttributeValue? value) => new(
        form.Text(value?.AttributeId),
        Interval(form, value?.Value),
        form.Optional(value?.Typical, Extent),
        form.OptionalText(value?.Condition),
        form.OptionalText(value?.Note),
        form.Texts(value?.SourceIds ?? default),
        form.OptionalText(value?.AsOf),
        form.Optional(value?.Claim, Claim))
    {
        Contested = form.OptionalText(value?.Contested),
    };

    public static Constraint Constraint(PackedForm form, Constraint? constraint) => new(
        form.Text(constraint?.AttributeId), Threshold(form, constraint?.Threshold), form.Text(constraint?.Text))
    {
        OrElse = form.List(constraint?.OrElse ?? default, Constraint),
        Inferred = form.OptionalText(constraint?.Inferred),
    };

    public static QuantityThreshold Limit(PackedForm form, QuantityThreshold? threshold) => new(
        (QuantityComparison)form.Number((int)(threshold?.Comparison ?? default)),
        new Quantity(form.Amount(threshold?.Limit.Amount ?? default), QuantityUnit.Find(form.Text(threshold?.Limit.Unit.Symbol))!));

    private static ScaleLevel Level(PackedForm form, ScaleLevel? level) => new(form.Text(level?.Id), Name(form, level?.Name), form.Text(level?.Definition));

    private static AttributeClaim Claim(PackedForm form, AttributeClaim? claim) => new(
        Interval(form, claim?.Value), form.Optional(claim?.Typical, Extent), form.Text(claim?.Text), form.Text(claim?.SourceId));

    private static ValueInterval Interval(PackedForm form, ValueInterval? interval)
    {
        switch ((Shape)form.Number((int)ShapeOf(interval)))
        {
            case Shape.Ordinal:
                var ordinal = (OrdinalInterval?)interval;
                return new OrdinalInterval(form.Number(ordinal?.Low ?? default), form.Number(ordinal?.High ?? default));
            case Shape.Quantity:
                return Extent(form, (QuantityInterval?)interval);
            case Shape.Set:
                var set = (SetInterval?)interval;
                return new SetInterval(form.Texts(set?.Has ?? default), form.Texts(set?.Maybe ?? default));
            default:
                return UnknownInterval.Instance;
        }
    }

    private static QuantityInterval Extent(PackedForm form, QuantityInterval? interval) => new(
        (Dimension)form.Number((int)(interval?.Dimension ?? default)),
        form.Amount(interval?.Low ?? default),
        form.Flag(interval?.LowIsOpen == true),
        form.Flag(interval?.High is not null) ? form.Amount(interval?.High ?? default) : null,
        form.Flag(interval?.HighIsOpen == true),
        form.Text(interval?.Text));

    private static Threshold Threshold(PackedForm form, Threshold? threshold)
    {
        switch ((Shape)form.Number((int)ShapeOf(threshold)))
        {
            case Shape.Ordinal:
                var ordinal = (OrdinalThreshold?)threshold;
                return new OrdinalThreshold((ThresholdSide)form.Number((int)(ordinal?.Side ?? default)), form.Number(ordinal?.Level ?? default));
            case Shape.Quantity:
                return Limit(form, (QuantityThreshold?)threshold);
            default:
                var set = (SetThreshold?)threshold;
                return new SetThreshold(form.Flag(set?.NeedsAll == true), form.Texts(set?.Items ?? default));
        }
    }

    private static Shape ShapeOf(ValueInterval? interval) => interval switch
    {
        OrdinalInterval => Shape.Ordinal,
        QuantityInterval => Shape.Quantity,
        SetInterval => Shape.Set,
        _ => Shape.Unknown,
    };

    private static Shape ShapeOf(Threshold? threshold) => threshold switch
    {
        OrdinalThreshold => Shape.Ordinal,
        QuantityThreshold => Shape.Quantity,
        SetThreshold => Shape.Set,
        _ => Shape.Unknown,
    };
}
