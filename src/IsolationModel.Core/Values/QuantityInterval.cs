namespace IsolationModel.Values;

/// <summary>A range of quantities; ends may be open or missing.</summary>
/// <param name="Dimension">What is measured.</param>
/// <param name="Low">Lower end in base units (seconds, bytes, ratio); 0 where nothing else is said.</param>
/// <param name="LowIsOpen">Whether the lower end itself is excluded.</param>
/// <param name="High">Upper end in base units, or null for no limit.</param>
/// <param name="HighIsOpen">Whether the upper end itself is excluded.</param>
/// <param name="Text">The range as it was written, for messages.</param>
public sealed record QuantityInterval(Dimension Dimension, decimal Low, bool LowIsOpen, decimal? High, bool HighIsOpen, string Text) : ValueInterval
{
    /// <summary>
    /// Reads <c>125 ms</c>, <c>&lt;=5 MiB</c>, <c>&gt;2 GB</c> or <c>1 ms..10 s</c> (a range's first unit may be left out).
    /// </summary>
    /// <returns>The interval, or null with what is wrong in <paramref name="problem"/>.</returns>
    public static QuantityInterval? Parse(string text, out string problem)
    {
        var trimmed = text.Trim();
        var dots = trimmed.IndexOf("..", StringComparison.Ordinal);
        if (dots >= 0)
        {
            return ParseRange(trimmed, trimmed.Substring(0, dots), trimmed.Substring(dots + 2), out problem);
        }

        var comparison = trimmed.StartsWith("<=", StringComparison.Ordinal) || trimmed.StartsWith(">=", StringComparison.Ordinal) ? trimmed.Substring(0, 2)
            : trimmed.StartsWith("<", StringComparison.Ordinal) || trimmed.StartsWith(">", StringComparison.Ordinal) ? trimmed.Substring(0, 1) : string.Empty;
        if (!Quantity.TryParse(trimmed.Substring(comparison.Length), out var quantity))
        {
            problem = $"'{text}' is not a quantity; write a number and a unit ({Units}), a comparison such as '<=5 MiB', or a range such as '1 ms..10 s'";
            return null;
        }

        problem = string.Empty;
        var amount = quantity.BaseAmount;
        return comparison switch
        {
            "<" => new QuantityInterval(quantity.Dimension, 0, false, amount, true, trimmed),
            "<=" => new QuantityInterval(quantity.Dimension, 0, false, amount, false, trimmed),
            ">" => new QuantityInterval(quantity.Dimension, amount, true, null, true, trimmed),
            ">=" => new QuantityInterval(quantity.Dimension, amount, false, null, true, trimmed),
            _ => new QuantityInterval(quantity.Dimension, amount, false, amount, false, trimmed),
        };
    }

    /// <summary>An interval that was computed; its text is in a unit that people read, rounded to three decimals.</summary>
    public static QuantityInterval Of(Dimension dimension, decimal low, bool lowIsOpen, decimal? high, bool highIsOpen)
    {
        var text = high is not { } upper ? (lowIsOpen ? ">" : ">=") + QuantityText.Of(dimension, low)
            : low == upper ? QuantityText.Of(dimension, low)
            : low == 0 && dimension != Dimension.Ratio ? (highIsOpen ? "<" : "<=") + QuantityText.Of(dimension, upper)
            : $"{QuantityText.Of(dimension, low)}..{QuantityText.Of(dimension, upper)}";
        return new QuantityInterval(dimension, low, lowIsOpen, high, highIsOpen, text);
    }

    /// <inheritdoc/>
    public override Outcome Against(Threshold threshold)
    {
        if (threshold is not QuantityThreshold t || t.Limit.Dimension != Dimension)
        {
            throw Mismatch(threshold);
        }

        var limit = t.Limit.BaseAmount;
        return t.Comparison switch
        {
            QuantityComparison.AtMost => High <= limit ? Outcome.Meets : Low > limit || (Low == limit && LowIsOpen) ? Outcome.Fails : Outcome.May,
            QuantityComparison.Below => High < limit || (High == limit && HighIsOpen) ? Outcome.Meets : Low >= limit ? Outcome.Fails : Outcome.May,
            _ => Low >= limit ? Outcome.Meets : High < limit || (High == limit && HighIsOpen) ? Outcome.Fails : Outcome.May,
        };
    }

    /// <summary>Whether a single amount lies in the interval.</summary>
    public bool Contains(decimal baseAmount) =>
        (LowIsOpen ? baseAmount > Low : baseAmount >= Low) && (High is null || (HighIsOpen ? baseAmount < High : baseAmount <= High));

    private static QuantityInterval? ParseRange(string whole, string low, string high, out string problem)
    {
        if (!Quantity.TryParse(high, out var upper) || !TryParseLow(low, upper.Unit, out var lower))
        {
            problem = $"'{whole}' is not a range of quantities; write '<number> <unit>..<number> <unit>' with units of {Units}";
            return null;
        }

        if (lower.Dimension != upper.Dimension)
        {
            problem = $"the ends of '{whole}' measure different things";
            return null;
        }

        if (lower > upper)
        {
            problem = $"the range '{whole}' is reversed: its first end is larger than its second";
            return null;
        }

        problem = string.Empty;
        return new QuantityInterval(upper.Dimension, lower.BaseAmount, false, upper.BaseAmount, false, whole);
    }

    private static bool TryParseLow(string text, QuantityUnit fallback, out Quantity quantity)
    {
        if (QuantityText.TrySplit(text, out var amount, out var symbol) && (symbol.Length == 0 ? fallback : QuantityUnit.Find(symbol)) is { } unit)
        {
            quantity = new Quantity(amount, unit);
            return true;
        }

        quantity = default;
        return false;
    }

    private static string Units => string.Join(" ", QuantityUnit.All.Select(unit => unit.Symbol));
}
