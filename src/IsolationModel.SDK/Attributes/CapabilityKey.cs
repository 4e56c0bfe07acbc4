using IsolationModel.Modeling;

namespace IsolationModel;

/// <summary>An attribute that a technology has, lacks, or has under a condition.</summary>
public sealed class CapabilityKey : AttributeKey<CapabilityValue>
{
    internal CapabilityKey(AttributeDefinition definition)
        : base(definition)
    {
    }

    /// <summary>The condition that the capability is there.</summary>
    public Requirement Required => Requirement.Of(this, LevelIndex.AtLeast(1));

    /// <summary>The condition that the capability is absent.</summary>
    public Requirement Excluded => Requirement.Of(this, LevelIndex.AtMost(0));

    private protected override CapabilityValue Make(AttributeValue value, IReadOnlyList<ModelSource> sources) => new(this, value, sources);
}
