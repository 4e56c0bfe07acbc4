using IsolationModel.Modeling;

namespace IsolationModel;

/// <summary>An attribute whose values are levels of a scale.</summary>
/// <typeparam name="TLevel">The scale as an enum: its members are the levels, weakest first, from 0 on.</typeparam>
public sealed class ScaleKey<TLevel> : AttributeKey<ScaleValue<TLevel>>
    where TLevel : struct, Enum
{
    internal ScaleKey(AttributeDefinition definition, ScaleDefinition scale)
        : base(definition) => Scale = scale;

    internal override ScaleDefinition Scale { get; }

    /// <summary>The id of a level in the model, such as <c>software-sandbox</c>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The scale has no such level.</exception>
    public string IdOf(TLevel level)
    {
        var index = LevelIndex.Of(level);
        return index >= 0 && index < Scale.Levels.Count ? Scale.Levels[index].Id : throw new ArgumentOutOfRangeException(nameof(level), level, "the scale has no such level");
    }

    /// <summary>The condition that the level, or one above it, is reached.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The scale has no such level.</exception>
    public Requirement AtLeast(TLevel level)
    {
        _ = IdOf(level);
        return Requirement.Of(this, LevelIndex.AtLeast(LevelIndex.Of(level)));
    }

    private protected override ScaleValue<TLevel> Make(AttributeValue value, IReadOnlyList<ModelSource> sources) => new(this, value, sources);
}
