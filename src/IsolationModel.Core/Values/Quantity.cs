using System.Globalization;

namespace IsolationModel.Values;

/// <summary>
/// A number with a unit, exact: decimal arithmetic with exact factors, so that 5 MiB (5,242,880 bytes) is more than 5 MB and nothing is rounded.
/// </summary>
/// <remarks>Two quantities are equal when they are the same amount: 1000 ms equals 1 s.</remarks>
public readonly struct Quantity : IEquatable<Quantity>, IComparable<Quantity>
{
    /// <summary>Most digits before the decimal point that are read.</summary>
    /// <remarks>With <see cref="MaximumFractionDigits"/> these are 18 digits; the largest factor (GiB) has 10, and decimal holds 28: always exact.</remarks>
    internal const int MaximumIntegerDigits = 12;

    /// <summary>Most digits behind the decimal point that are read.</summary>
    internal const int MaximumFractionDigits = 6;

    private readonly QuantityUnit? _unit;

    /// <summary>Makes a quantity.</summary>
    /// <param name="amount">How many of the unit; 0 or more.</param>
    /// <param name="unit">The unit.</param>
    public Quantity(decimal amount, QuantityUnit unit) => (Amount, _unit) = (amount, unit ?? throw new ArgumentNullException(nameof(unit)));

    /// <summary>How many of <see cref="Unit"/>.</summary>
    public decimal Amount { get; }

    /// <summary>The unit that it was written in.</summary>
    public QuantityUnit Unit => _unit ?? QuantityUnit.All[0];

    /// <summary>What it measures.</summary>
    public Dimension Dimension => Unit.Dimension;

    /// <summary>The amount in seconds, bytes or as a plain ratio.</summary>
    public decimal BaseAmount => Amount * Unit.Factor;

    /// <summary>Reads a number and a unit, such as <c>125 ms</c> or <c>5MiB</c>; blanks around and between are free.</summary>
    /// <returns>False when the text is anything else, or has more than 12 digits before or 6 behind the decimal point.</returns>
    public static bool TryParse(string text, out Quantity quantity)
    {
        quantity = default;
        if (text is null || !QuantityText.TrySplit(text, out var amount, out var symbol) || QuantityUnit.Find(symbol) is not { } unit)
        {
            return false;
        }

        quantity = new Quantity(amount, unit);
        return true;
    }

    /// <summary>Compares amounts.</summary>
    /// <exception cref="ArgumentException">The quantities have different dimensions.</exception>
    public int CompareTo(Quantity other) => Dimension == other.Dimension
        ? BaseAmount.CompareTo(other.BaseAmount)
        : throw new ArgumentException($"{this} and {other} measure different things", nameof(other));

    /// <inheritdoc/>
    public bool Equals(Quantity other) => Dimension == other.Dimension && BaseAmount == other.BaseAmount;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Quantity other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => BaseAmount.GetHashCode();

    /// <summary>The amount and the unit as written, such as <c>125 ms</c>.</summary>
    public override string ToString() => Amount.ToString("0.############", CultureInfo.InvariantCulture) + " " + Unit.Symbol;

    /// <summary>Whether the amounts are equal.</summary>
    public static bool operator ==(Quantity left, Quantity right) => left.Equals(right);

    /// <summary>Whether the amounts differ.</summary>
    public static bool operator !=(Quantity left, Quantity right) => !left.Equals(right);

    /// <summary>Whether the left amount is smaller.</summary>
    public static bool operator <(Quantity left, Quantity right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left amount is larger.</summary>
    public static bool operator >(Quantity left, Quantity right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left amount is smaller or equal.</summary>
    public static bool operator <=(Quantity left, Quantity right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left amount is larger or equal.</summary>
    public static bool operator >=(Quantity left, Quantity right) => left.CompareTo(right) >= 0;
}
