using IsolationModel.Evaluation;

namespace IsolationModel;

/// <summary>C = (T_s + T_e) * R_c in gigabyte-seconds; lower is better. Ordered by the typical figure, unknown last, then by the ends of the range.</summary>
public sealed class ResourceTime : IComparable<ResourceTime>, IEquatable<ResourceTime>
{
    internal ResourceTime(FormulaInterval interval) => Interval = interval;

    /// <summary>The figure over the documented ranges.</summary>
    public FormulaInterval Interval { get; }

    /// <inheritdoc/>
    public int CompareTo(ResourceTime? other)
    {
        if (other is null)
        {
            return 1;
        }

        var order = Compare(Interval.Typical, other.Interval.Typical);
        order = order != 0 ? order : Compare(Interval.High, other.Interval.High);
        return order != 0 ? order : Interval.Low.CompareTo(other.Interval.Low);
    }

    /// <inheritdoc/>
    public bool Equals(ResourceTime? other) => other is not null && Interval == other.Interval;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ResourceTime);

    /// <inheritdoc/>
    public override int GetHashCode() => Interval.GetHashCode();

    /// <summary>The range and the typical figure.</summary>
    public override string ToString() => Interval.Describe();

    /// <summary>Whether both are the same figures.</summary>
    public static bool operator ==(ResourceTime? left, ResourceTime? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the figures differ.</summary>
    public static bool operator !=(ResourceTime? left, ResourceTime? right) => !(left == right);

    /// <summary>Whether the left one is less.</summary>
    public static bool operator <(ResourceTime? left, ResourceTime? right) => Comparer<ResourceTime?>.Default.Compare(left, right) < 0;

    /// <summary>Whether the left one is less or both are the same.</summary>
    public static bool operator <=(ResourceTime? left, ResourceTime? right) => Comparer<ResourceTime?>.Default.Compare(left, right) <= 0;

    /// <summary>Whether the left one is more.</summary>
    public static bool operator >(ResourceTime? left, ResourceTime? right) => Comparer<ResourceTime?>.Default.Compare(left, right) > 0;

    /// <summary>Whether the left one is more or both are the same.</summary>
    public static bool operator >=(ResourceTime? left, ResourceTime? right) => Comparer<ResourceTime?>.Default.Compare(left, right) >= 0;

    /// <summary>A missing figure has no limit.</summary>
    private static int Compare(decimal? left, decimal? right) => (left ?? decimal.MaxValue).CompareTo(right ?? decimal.MaxValue);
}
