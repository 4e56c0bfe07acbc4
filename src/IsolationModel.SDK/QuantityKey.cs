using IsolationModel.Modeling;
using IsolationModel.Values;

namespace IsolationModel;

/// <summary>An attribute whose values are numbers with a unit.</summary>
public sealed class QuantityKey : AttributeKey<QuantityValue>
{
    internal QuantityKey(AttributeDefinition definition)
        : base(definition)
    {
    }

    /// <summary>What it measures.</summary>
    public Dimension Dimension => Definition.Dimension.GetValueOrDefault();

    private protected override QuantityValue Make(AttributeValue value, IReadOnlyList<ModelSource> sources) => new(this, value, sources);
}
