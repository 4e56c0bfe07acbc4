using IsolationModel.Modeling;
using IsolationModel.Values;

namespace IsolationModel;

/// <summary>Something that is known of technologies, as a typed name: what <see cref="Technology.Get{TValue}"/> is asked for.</summary>
public abstract class AttributeKey
{
    private protected AttributeKey(AttributeDefinition definition) => Definition = definition;

    /// <summary>Id of the attribute in the model, such as <c>memoryOverhead</c>.</summary>
    public string Id => Definition.Id;

    /// <summary>Display name in English.</summary>
    public string Name => Definition.Name.English;

    /// <summary>What values it has.</summary>
    public AttributeKind Kind => Definition.Kind;

    /// <summary>What it means, how it is measured, and the word by which needs limit it.</summary>
    public AttributeDefinition Definition { get; }

    /// <summary>The scale of its levels; null for other kinds.</summary>
    internal virtual ScaleDefinition? Scale => null;

    /// <summary>The name and the id.</summary>
    public override string ToString() => $"{Name} ({Id})";

    /// <summary>Makes the typed value of what a model says.</summary>
    internal abstract TechnologyValue Bind(AttributeValue value, IReadOnlyList<ModelSource> sources);

    /// <summary>Whether values of the given attribute mean what values of this key mean.</summary>
    internal bool Describes(AttributeDefinition attribute, ScaleDefinition? scale) =>
        Kind == attribute.Kind
        && Definition.Dimension == attribute.Dimension
        && Definition.HigherIsBetter == attribute.HigherIsBetter
        && HasLevelsOf(scale);

    private bool HasLevelsOf(ScaleDefinition? scale) =>
        Scale is null ? scale is null : scale is not null && Scale.Levels.Select(level => level.Id).SequenceEqual(scale.Levels.Select(level => level.Id), StringComparer.Ordinal);

    private protected static AttributeValue Nothing(string attributeId) =>
        new(attributeId, UnknownInterval.Instance, null, null, null, default, null, null);
}
