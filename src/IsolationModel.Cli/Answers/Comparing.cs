using IsolationModel.Modeling;
using IsolationModel.Values;

namespace IsolationModel.Cli.Answers;

/// <summary>Tells which of several values is the better one, where the model says which direction is better.</summary>
internal static class Comparing
{
    /// <summary>
    /// The better ones. Sure where the documented ranges do not overlap; otherwise by typical values, and the text says so. Null where nothing can be
    /// said: the attribute has no better direction, fewer than two values are known, or all are alike.
    /// </summary>
    public static string? Better(AttributeDefinition attribute, IReadOnlyList<(string Id, AttributeValue? Value)> values)
    {
        if (attribute.Kind is not (AttributeKind.Scale or AttributeKind.Quantity))
        {
            return null;
        }

        var ranges = values.Select(value => (value.Id, Range: RangeOf(attribute, value.Value))).Where(static value => value.Range is not null).ToList();
        if (ranges.Count < 2)
        {
            return null;
        }

        var best = ranges.Where(one => ranges.TrueForAll(other => one.Range!.Worst >= other.Range!.Best || one.Id == other.Id)).ToList();
        if (best.Count == 1)
        {
            return best[0].Id;
        }

        var top = ranges.Max(static one => one.Range!.Typical);
        var typical = ranges.FindAll(one => one.Range!.Typical == top);
        return typical.Count == ranges.Count
            ? "alike"
            : $"{string.Join(", ", typical.Select(static one => one.Id))}{(ranges.TrueForAll(static one => one.Range!.Worst == one.Range.Best) ? string.Empty : " (typically)")}";
    }

    /// <summary>The better end, the worse end and the typical value, oriented so that more is better; null where nothing is known.</summary>
    private static Oriented? RangeOf(AttributeDefinition attribute, AttributeValue? value)
    {
        switch (value?.Value)
        {
            case OrdinalInterval levels:
                return attribute.HigherIsBetter ? new Oriented(levels.Low, levels.High, levels.Low) : new Oriented(-levels.High, -levels.Low, -levels.High);
            case QuantityInterval quantity:
                var high = quantity.High ?? decimal.MaxValue;
                var typical = value.Typical?.High;
                return attribute.HigherIsBetter
                    ? new Oriented(quantity.Low, high, typical ?? quantity.Low)
                    : new Oriented(-high, -quantity.Low, -(typical ?? high));
            default:
                return null;
        }
    }

    private sealed record Oriented(decimal Worst, decimal Best, decimal Typical);
}
