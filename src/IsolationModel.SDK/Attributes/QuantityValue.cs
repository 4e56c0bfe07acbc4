using IsolationModel.Modeling;
using IsolationModel.Values;

namespace IsolationModel;

/// <summary>A range of quantities.</summary>
/// <remarks><c>value &lt;= limit</c> is true where the whole range is shown to be within the limit; there is no <c>&lt;</c> and no <c>></c>, because a range need not be on either side.</remarks>
public sealed class QuantityValue : TechnologyValue
{
    private readonly QuantityKey _key;

    internal QuantityValue(QuantityKey attribute, AttributeValue definition, IReadOnlyList<ModelSource> sources)
        : base(attribute, definition, sources) => _key = attribute;

    /// <summary>The documented range, or null where nothing is known. Constraints look at this.</summary>
    public QuantityInterval? Interval => Definition.Value as QuantityInterval;

    /// <summary>The typical quantity, or null where none is known. Rankings look at this.</summary>
    public QuantityInterval? Typical => Definition.Typical;

    /// <summary>The lower end in the base unit (s, B, %); zero where nothing is known.</summary>
    public Quantity Low => InBaseUnit(Interval?.Low ?? 0);

    /// <summary>The upper end in the base unit (s, B, %); null where there is no limit or nothing is known.</summary>
    public Quantity? High => Interval?.High is { } high ? InBaseUnit(high) : null;

    /// <summary>How the value stands against a limit.</summary>
    /// <param name="comparison">How the quantity must stand to the limit.</param>
    /// <param name="limit">The limit.</param>
    /// <exception cref="ArgumentException">The limit measures something else.</exception>
    public Outcome Against(QuantityComparison comparison, Quantity limit) => limit.Dimension == _key.Dimension
        ? Against(new QuantityThreshold(comparison, limit))
        : throw _key.Mismatch(limit, nameof(limit));

    /// <summary>Whether the quantity is shown to be the limit or less; false for no value at all.</summary>
    /// <exception cref="ArgumentException">The limit measures something else.</exception>
    public static bool operator <=(QuantityValue? value, Quantity limit) => value?.Against(QuantityComparison.AtMost, limit) == Outcome.Meets;

    /// <summary>Whether the quantity is shown to be the limit or more; false for no value at all.</summary>
    /// <exception cref="ArgumentException">The limit measures something else.</exception>
    public static bool operator >=(QuantityValue? value, Quantity limit) => value?.Against(QuantityComparison.AtLeast, limit) == Outcome.Meets;

    private Quantity InBaseUnit(decimal baseAmount)
    {
        var unit = QuantityUnit.Find(_key.Dimension switch { Dimension.Time => "s", Dimension.Information => "B", _ => "%" })!;
        return new Quantity(baseAmount / unit.Factor, unit);
    }
}
