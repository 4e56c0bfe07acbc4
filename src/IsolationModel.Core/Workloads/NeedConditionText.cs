using System.Globalization;
using IsolationModel.Modeling;
using IsolationModel.Values;

namespace IsolationModel.Workloads;

/// <summary>Conditions as one line of text: what a compiler reads out of an expression.</summary>
public static class NeedConditionText
{
    private const string AllWord = "all ";
    private const string AnyWord = "any ";
    private const string LevelWord = "level ";

    /// <summary>Reads a condition.</summary>
    /// <param name="attributeId">The attribute.</param>
    /// <param name="limit">
    /// <c>&lt;= 125 ms</c>, <c>&lt; 5 MB</c>, <c>&gt;= 1 s</c>; <c>level &gt;= 4</c> and <c>level &lt;= 0</c> by the place on the scale; <c>all a b</c> or
    /// <c>any a b</c> for words.
    /// </param>
    /// <returns>Null where the text is none of these.</returns>
    public static NeedCondition? Read(string attributeId, string limit) =>
        limit.StartsWith(AllWord, StringComparison.Ordinal) ? Words(attributeId, limit.Substring(AllWord.Length), needsAll: true)
        : limit.StartsWith(AnyWord, StringComparison.Ordinal) ? Words(attributeId, limit.Substring(AnyWord.Length), needsAll: false)
        : limit.StartsWith(LevelWord, StringComparison.Ordinal) ? Level(attributeId, limit.Substring(LevelWord.Length))
        : Quantity(attributeId, limit);

    private static NeedCondition? Words(string attributeId, string words, bool needsAll)
    {
        var items = words.Split([' '], StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal).OrderBy(word => word, StringComparer.Ordinal).ToEquatableArray();
        return items.Count == 0 ? null : new NeedCondition(attributeId, new SetThreshold(needsAll, items));
    }

    private static NeedCondition? Level(string attributeId, string text)
    {
        var (comparison, rest) = Split(text);
        return comparison is QuantityComparison.AtLeast or QuantityComparison.AtMost && int.TryParse(rest.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var level)
            ? new NeedCondition(attributeId, new OrdinalThreshold(comparison == QuantityComparison.AtLeast ? ThresholdSide.AtLeast : ThresholdSide.AtMost, level))
            : null;
    }

    private static NeedCondition? Quantity(string attributeId, string text)
    {
        var (comparison, rest) = Split(text);
        return comparison is { } known && Values.Quantity.TryParse(rest, out var limit) ? new NeedCondition(attributeId, new QuantityThreshold(known, limit)) : null;
    }

    private static (QuantityComparison? Comparison, string Limit) Split(string text) =>
        text.StartsWith("<=", StringComparison.Ordinal) ? (QuantityComparison.AtMost, text.Substring(2))
        : text.StartsWith(">=", StringComparison.Ordinal) ? (QuantityComparison.AtLeast, text.Substring(2))
        : text.StartsWith("<", StringComparison.Ordinal) ? (QuantityComparison.Below, text.Substring(1))
        : (null, text);
}
