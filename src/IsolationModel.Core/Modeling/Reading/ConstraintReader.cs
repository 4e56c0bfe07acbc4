using IsolationModel.Rules;
using IsolationModel.Values;

namespace IsolationModel.Modeling.Reading;

/// <summary>Reads constraints: one attribute and exactly one comparison.</summary>
internal static class ConstraintReader
{
    private static readonly string[] Comparisons = ["atLeast", "atMost", "below", "is", "containsAll", "containsAny"];

    public static EquatableArray<Constraint> ReadAll(ModelBuilder builder, ModelObject entry, string key)
    {
        var constraints = new List<Constraint>();
        foreach (var item in entry.Objects(key))
        {
            var constraint = Read(builder, item);
            item.Finish();
            if (constraint is not null)
            {
                constraints.Add(constraint);
            }
        }

        return constraints.ToEquatableArray();
    }

    private static Constraint? Read(ModelBuilder builder, ModelObject item)
    {
        var inferred = item.OptionalString("inferred");
        var alternatives = item.Has("orElse") ? ReadAll(builder, item, "orElse") : default;
        var attributeId = item.RequiredString("attribute");
        var present = Comparisons.Where(item.Has).ToList();
        if (attributeId is null || !builder.Attributes.Check(item.Part, attributeId, item.RangeOf("attribute")))
        {
            return null;
        }

        if (present.Count != 1)
        {
            item.Part.Report(ModelRules.WrongShape, item.NameRange, $"a constraint has exactly one of {string.Join(", ", Comparisons)}");
            return null;
        }

        var attribute = builder.Attributes.Find(attributeId)!;
        var threshold = (attribute.Kind, present[0]) switch
        {
            (AttributeKind.Scale, "atLeast") => LevelThreshold(builder, item, attribute),
            (AttributeKind.Quantity, "atLeast") => QuantityLimit(item, attribute, "atLeast", QuantityComparison.AtLeast),
            (AttributeKind.Quantity, "atMost") => QuantityLimit(item, attribute, "atMost", QuantityComparison.AtMost),
            (AttributeKind.Quantity, "below") => QuantityLimit(item, attribute, "below", QuantityComparison.Below),
            (AttributeKind.Capability, "is") => CapabilityThreshold(item),
            (AttributeKind.Set, "containsAll" or "containsAny") => WordThreshold(item, attribute, present[0]),
            _ => WrongComparison(item, attribute, present[0]),
        };
        if (threshold is null)
        {
            return null;
        }

        var text = string.Join(" or ", new[] { Describe(builder, attribute, threshold) }.Concat(alternatives.Select(alternative => alternative.Text)));
        return new Constraint(attributeId, threshold, text) { OrElse = alternatives, Inferred = inferred };
    }

    /// <summary>The constraint for messages, made from the threshold so that it cannot say anything else.</summary>
    public static string Describe(AttributeDefinition attribute, ScaleDefinition? scale, Threshold threshold) => threshold switch
    {
        OrdinalThreshold { Side: ThresholdSide.AtLeast } ordinal when scale is not null => $"{attribute.Id} at least {scale.Levels[ordinal.Level].Id}",
        OrdinalThreshold ordinal => $"{attribute.Id} is {(ordinal.Side == ThresholdSide.AtLeast ? "yes" : "no")}",
        QuantityThreshold { Comparison: QuantityComparison.AtMost } quantity => $"{attribute.Id} <= {quantity.Limit}",
        QuantityThreshold { Comparison: QuantityComparison.Below } quantity => $"{attribute.Id} < {quantity.Limit}",
        QuantityThreshold quantity => $"{attribute.Id} >= {quantity.Limit}",
        SetThreshold set => $"{attribute.Id} contains {string.Join(set.NeedsAll ? " and " : " or ", set.Items)}",
        _ => attribute.Id,
    };

    private static string Describe(ModelBuilder builder, AttributeDefinition attribute, Threshold threshold) =>
        Describe(attribute, attribute.ScaleId is null ? null : builder.Scales.Find(attribute.ScaleId), threshold);

    private static OrdinalThreshold? LevelThreshold(ModelBuilder builder, ModelObject item, AttributeDefinition attribute)
    {
        if (item.RequiredString("atLeast") is not { } level)
        {
            return null;
        }

        var index = ValueReader.Level(builder.Scales.Find(attribute.ScaleId!)!, item.Part, level, item.RangeOf("atLeast"));
        return index < 0 ? null : new OrdinalThreshold(ThresholdSide.AtLeast, index);
    }

    private static QuantityThreshold? QuantityLimit(ModelObject item, AttributeDefinition attribute, string key, QuantityComparison comparison)
    {
        var text = item.RequiredString(key);
        var limit = text is null ? null : ValueReader.Limit(item.Part, attribute, text, item.RangeOf(key));
        return limit is null ? null : new QuantityThreshold(comparison, limit.Value);
    }

    private static OrdinalThreshold? CapabilityThreshold(ModelObject item)
    {
        switch (item.RequiredString("is"))
        {
            case "yes":
                return new OrdinalThreshold(ThresholdSide.AtLeast, 1);
            case "no":
                return new OrdinalThreshold(ThresholdSide.AtMost, 0);
            case null:
                return null;
            default:
                item.Part.Report(ModelRules.WrongShape, item.RangeOf("is"), "'is' must be yes or no");
                return null;
        }
    }

    private static SetThreshold? WordThreshold(ModelObject item, AttributeDefinition attribute, string key)
    {
        var words = ValueReader.Words(item, attribute, key);
        return words.Count == 0 ? null : new SetThreshold(key == "containsAll", words);
    }

    private static Threshold? WrongComparison(ModelObject item, AttributeDefinition attribute, string comparison)
    {
        item.Part.Report(ModelRules.WrongShape, item.RangeOf(comparison), $"'{comparison}' does not apply to attribute '{attribute.Id}'");
        return null;
    }
}
