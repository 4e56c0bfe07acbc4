using IsolationModel.Modeling;

namespace IsolationModel;

/// <summary>An attribute that a technology has, lacks, or has under a condition.</summary>
public sealed class CapabilityKey : AttributeKey<CapabilityValue>
{
    internal CapabilityKey(AttributeDefinition definition)
        : base(definition)
    {
    }

    private protected override CapabilityValue Make(AttributeValue value, IReadOnlyList<ModelSource> sources) => new(this, value, sources);
}
