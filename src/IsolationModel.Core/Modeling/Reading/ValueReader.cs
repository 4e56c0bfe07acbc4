using IsolationModel.Rules;
using IsolationModel.Text;
using IsolationModel.Values;

namespace IsolationModel.Modeling.Reading;

/// <summary>Reads the written form of values: levels, quantities, capabilities, sets.</summary>
internal static class ValueReader
{
    private const string Unknown = "unknown";

    /// <summary>The interval that a text means for an attribute, or null after a report.</summary>
    public static ValueInterval? Interval(ModelBuilder builder, ModelPart part, AttributeDefinition attribute, string text, TextRange range)
    {
        if (text == Unknown)
        {
            return UnknownInterval.Instance;
        }

        switch (attribute.Kind)
        {
            case AttributeKind.Scale:
                return Levels(builder.Scales.Find(attribute.ScaleId!)!, part, text, range);
            case AttributeKind.Quantity:
                return Quantities(part, attribute, text, range);
            case AttributeKind.Capability:
                return Capability(part, text, range);
            default:
                part.Report(ModelRules.WrongShape, range, $"attribute '{attribute.Id}' is a set; write {{ \"has\": [...], \"maybe\": [...] }}");
                return null;
        }
    }

    public static QuantityInterval? Quantities(ModelPart part, AttributeDefinition attribute, string text, TextRange range)
    {
        var interval = QuantityInterval.Parse(text, out var problem);
        if (interval is null)
        {
            part.Report(problem.Contains("reversed") ? ModelRules.WrongInterval : ModelRules.WrongQuantity, range, problem);
            return null;
        }

        return CheckDimension(part, attribute, interval.Dimension, text, range) ? interval : null;
    }

    public static Quantity? Limit(ModelPart part, AttributeDefinition attribute, string text, TextRange range)
    {
        if (!Quantity.TryParse(text, out var quantity))
        {
            part.Report(ModelRules.WrongQuantity, range, $"'{text}' is not a quantity; write a number and a unit, such as '125 ms'");
            return null;
        }

        return CheckDimension(part, attribute, quantity.Dimension, text, range) ? quantity : null;
    }

    public static SetInterval Set(ModelObject cell, AttributeDefinition attribute) =>
        new(Words(cell, attribute, "has"), Words(cell, attribute, "maybe"));

    /// <summary>Items of a vocabulary, sorted; others are reported and left out.</summary>
    public static EquatableArray<string> Words(ModelObject cell, AttributeDefinition attribute, string key)
    {
        var words = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var scalar in cell.Strings(key))
        {
            if (attribute.Vocabulary.Contains(scalar.Value))
            {
                words.Add(scalar.Value);
            }
            else
            {
                cell.Part.Report(ModelRules.UnknownId, scalar.Range, $"'{scalar.Value}' is not in the vocabulary of '{attribute.Id}': {string.Join(", ", attribute.Vocabulary)}");
            }
        }

        return words.ToEquatableArray();
    }

    public static int Level(ScaleDefinition scale, ModelPart part, string id, TextRange range)
    {
        var index = scale.IndexOf(id);
        if (index < 0)
        {
            var nearest = NearestName.Of(id, scale.Levels.Select(level => level.Id)) is { } name ? $"; did you mean '{name}'?" : string.Empty;
            part.Report(ModelRules.UnknownId, range, $"'{id}' is not a level of scale '{scale.Id}'{nearest}");
        }

        return index;
    }

    private static OrdinalInterval? Levels(ScaleDefinition scale, ModelPart part, string text, TextRange range)
    {
        var dots = text.IndexOf("..", StringComparison.Ordinal);
        var low = Level(scale, part, dots < 0 ? text : text.Substring(0, dots).Trim(), range);
        var high = dots < 0 ? low : Level(scale, part, text.Substring(dots + 2).Trim(), range);
        if (low < 0 || high < 0)
        {
            return null;
        }

        if (low > high)
        {
            part.Report(ModelRules.WrongInterval, range, $"the range '{text}' is reversed: '{scale.Levels[low].Id}' is stronger than '{scale.Levels[high].Id}'");
            return null;
        }

        return new OrdinalInterval(low, high);
    }

    private static OrdinalInterval? Capability(ModelPart part, string text, TextRange range)
    {
        switch (text)
        {
            case "yes":
                return OrdinalInterval.Yes;
            case "no":
                return OrdinalInterval.No;
            case "config":
                return OrdinalInterval.Config;
            default:
                part.Report(ModelRules.WrongShape, range, $"'{text}' is not a capability; write yes, no, config or unknown");
                return null;
        }
    }

    private static bool CheckDimension(ModelPart part, AttributeDefinition attribute, Dimension dimension, string text, TextRange range)
    {
        if (dimension == attribute.Dimension)
        {
            return true;
        }

        part.Report(ModelRules.WrongQuantity, range, $"'{text}' measures {Name(dimension)}, but attribute '{attribute.Id}' measures {Name(attribute.Dimension)}");
        return false;
    }

    private static string Name(Dimension? dimension) => dimension switch
    {
        Dimension.Time => "time",
        Dimension.Information => "information",
        Dimension.Ratio => "a ratio",
        _ => "nothing",
    };
}
