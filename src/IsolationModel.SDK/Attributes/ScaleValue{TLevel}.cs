using IsolationModel.Modeling;
using IsolationModel.Values;

namespace IsolationModel;

/// <summary>A range of levels on a scale.</summary>
/// <remarks><c>value >= level</c> is true where the level is shown to be reached; there is no <c>&lt;</c> and no <c>></c>, because a range need not be on either side.</remarks>
/// <typeparam name="TLevel">The scale as an enum.</typeparam>
public sealed class ScaleValue<TLevel> : ScaleValue
    where TLevel : struct, Enum
{
    internal ScaleValue(ScaleKey<TLevel> attribute, AttributeValue definition, IReadOnlyList<ModelSource> sources)
        : base(attribute, definition, sources)
    {
    }

    /// <summary>The lowest possible level; the scale's lowest where nothing is known.</summary>
    public TLevel Low => LevelIndex.ToLevel<TLevel>(Range.Low);

    /// <summary>The highest possible level; the scale's highest where nothing is known.</summary>
    public TLevel High => LevelIndex.ToLevel<TLevel>(Range.High);

    /// <summary>How the value stands against a level that is needed at least.</summary>
    public Outcome Against(TLevel level) => Against(LevelIndex.AtLeast(LevelIndex.Of(level)));

    /// <summary>Whether the value is shown to be the level or above it; false for no value at all.</summary>
    public static bool operator >=(ScaleValue<TLevel>? value, TLevel level) => value?.Against(level) == Outcome.Meets;

    /// <summary>Whether the value is shown to be the level or below it; false for no value at all.</summary>
    public static bool operator <=(ScaleValue<TLevel>? value, TLevel level) => value?.Against(LevelIndex.AtMost(LevelIndex.Of(level))) == Outcome.Meets;
}
