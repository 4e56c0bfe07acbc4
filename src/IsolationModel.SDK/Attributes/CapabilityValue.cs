using IsolationModel.Modeling;
using IsolationModel.Values;

namespace IsolationModel;

/// <summary>Whether a technology can do something: yes, no, under a condition, or unknown.</summary>
public sealed class CapabilityValue : TechnologyValue
{
    internal CapabilityValue(CapabilityKey attribute, AttributeValue definition, IReadOnlyList<ModelSource> sources)
        : base(attribute, definition, sources)
    {
    }

    /// <summary>Whether the capability is shown to be there.</summary>
    public bool IsYes => Against(true) == Outcome.Meets;

    /// <summary>Whether the capability is shown to be absent.</summary>
    public bool IsNo => Against(false) == Outcome.Meets;

    /// <summary>Whether it depends on what is set; <see cref="TechnologyValue.Condition"/> says what.</summary>
    public bool IsConfigurable => Against(true) == Outcome.May;

    /// <summary>How the value stands against a need to have the capability, or to lack it.</summary>
    /// <param name="present">True where the capability is needed; false where its absence is.</param>
    public Outcome Against(bool present) => Against(present ? LevelIndex.AtLeast(1) : LevelIndex.AtMost(0));
}
