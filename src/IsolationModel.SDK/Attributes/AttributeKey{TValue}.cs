using IsolationModel.Modeling;

namespace IsolationModel;

/// <summary>An attribute whose values have a known type.</summary>
/// <typeparam name="TValue">The type of its values.</typeparam>
public abstract class AttributeKey<TValue> : AttributeKey
    where TValue : TechnologyValue
{
    private TValue? _unknown;

    private protected AttributeKey(AttributeDefinition definition)
        : base(definition)
    {
    }

    /// <summary>The value of a technology of which the model says nothing.</summary>
    internal TValue Unknown => _unknown ??= Make(Nothing(Id), []);

    internal sealed override TechnologyValue Bind(AttributeValue value, IReadOnlyList<ModelSource> sources) => Make(value, sources);

    /// <summary>Reads a value that belongs to another key with the same id.</summary>
    /// <exception cref="InvalidOperationException">The technology's model gives the attribute another meaning.</exception>
    internal TValue Convert(TechnologyValue value) => Describes(value.Attribute.Definition, value.Attribute.Scale)
        ? Make(value.Definition, value.Sources)
        : throw new InvalidOperationException($"attribute '{Id}' has another kind or other levels in the model of this technology; ask with the key of that model");

    private protected abstract TValue Make(AttributeValue value, IReadOnlyList<ModelSource> sources);
}
