using System.Globalization;
#if NET8_0_OR_GREATER
using System.Runtime.CompilerServices;
#endif
using IsolationModel.Values;

namespace IsolationModel;

/// <summary>Levels of scales as numbers: what enums of levels are made of.</summary>
internal static class LevelIndex
{
    private const int Cached = 16;

    private static readonly OrdinalThreshold[] AtLeastCache = Thresholds(ThresholdSide.AtLeast);
    private static readonly OrdinalThreshold[] AtMostCache = Thresholds(ThresholdSide.AtMost);

    /// <summary>The place of a level on its scale.</summary>
    public static int Of<TLevel>(TLevel level)
        where TLevel : struct, Enum
    {
#if NET8_0_OR_GREATER
        // Enums of levels are enums of int; anything else is converted the slow way.
        if (Unsafe.SizeOf<TLevel>() == sizeof(int))
        {
            return Unsafe.As<TLevel, int>(ref level);
        }
#endif

        return Convert.ToInt32(level, CultureInfo.InvariantCulture);
    }

    /// <summary>The level at a place of its scale.</summary>
    public static TLevel ToLevel<TLevel>(int index)
        where TLevel : struct, Enum => (TLevel)Enum.ToObject(typeof(TLevel), index);

    /// <summary>The level or anything above it.</summary>
    public static OrdinalThreshold AtLeast(int index) => index is >= 0 and < Cached ? AtLeastCache[index] : new OrdinalThreshold(ThresholdSide.AtLeast, index);

    /// <summary>The level or anything below it.</summary>
    public static OrdinalThreshold AtMost(int index) => index is >= 0 and < Cached ? AtMostCache[index] : new OrdinalThreshold(ThresholdSide.AtMost, index);

    private static OrdinalThreshold[] Thresholds(ThresholdSide side) => [.. Enumerable.Range(0, Cached).Select(index => new OrdinalThreshold(side, index))];
}
