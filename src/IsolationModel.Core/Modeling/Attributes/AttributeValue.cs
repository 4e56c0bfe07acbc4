using IsolationModel.Values;

namespace IsolationModel.Modeling;

/// <summary>What is known of one attribute of one technology, and from where.</summary>
/// <param name="AttributeId">The attribute.</param>
/// <param name="Value">The documented range; constraints look at this.</param>
/// <param name="Typical">The typical quantity, or null; ranking looks at this.</param>
/// <param name="Condition">What has to be set for a configurable capability, or null.</param>
/// <param name="Note">What else to know, or null.</param>
/// <param name="SourceIds">Sources of the value.</param>
/// <param name="AsOf">Date of the fact, or null.</param>
/// <param name="Claim">What the founding document says of the same thing, or null.</param>
public sealed record AttributeValue(
    string AttributeId,
    ValueInterval Value,
    QuantityInterval? Typical,
    string? Condition,
    string? Note,
    EquatableArray<string> SourceIds,
    string? AsOf,
    AttributeClaim? Claim)
{
    /// <summary>Why the value is disputed, or null.</summary>
    public string? Contested { get; init; }

    /// <summary>The value of an attribute among values that are sorted by attribute id, or null.</summary>
    internal static AttributeValue? Find(EquatableArray<AttributeValue> values, string attributeId)
    {
        int low = 0, high = values.Count - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var order = string.CompareOrdinal(values[middle].AttributeId, attributeId);
            if (order == 0)
            {
                return values[middle];
            }

            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        return null;
    }
}
