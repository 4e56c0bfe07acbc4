using IsolationModel.Modeling;
using IsolationModel.Values;

namespace IsolationModel;

/// <summary>A range of levels on a scale, named by their ids.</summary>
public class ScaleValue : TechnologyValue
{
    private readonly ScaleDefinition _scale;

    internal ScaleValue(AttributeKey attribute, AttributeValue definition, IReadOnlyList<ModelSource> sources)
        : base(attribute, definition, sources)
    {
        _scale = attribute.Scale!;
        Range = definition.Value as OrdinalInterval ?? new OrdinalInterval(0, _scale.Levels.Count - 1);
    }

    /// <summary>Id of the lowest possible level; the scale's lowest where nothing is known.</summary>
    public string LowId => _scale.Levels[Range.Low].Id;

    /// <summary>Id of the highest possible level; the scale's highest where nothing is known.</summary>
    public string HighId => _scale.Levels[Range.High].Id;

    /// <summary>Whether only one level is possible.</summary>
    public bool IsExact => IsKnown && Range.IsExact;

    /// <summary>The possible levels by their places on the scale.</summary>
    private protected OrdinalInterval Range { get; }

    /// <summary>How the value stands against a level that is needed at least.</summary>
    /// <param name="levelId">Id of the level, such as <c>software-sandbox</c>.</param>
    /// <exception cref="ArgumentException">The scale has no such level.</exception>
    public Outcome Against(string levelId)
    {
        var index = _scale.IndexOf(levelId);
        return index < 0
            ? throw new ArgumentException($"'{levelId}' is not a level of scale '{_scale.Id}': {string.Join(", ", _scale.Levels.Select(level => level.Id))}", nameof(levelId))
            : Against(LevelIndex.AtLeast(index));
    }
}
