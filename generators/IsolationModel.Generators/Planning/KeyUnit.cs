using IsolationModel.Modeling;

namespace IsolationModel.Generators.Planning;

/// <summary>The typed name of an attribute.</summary>
/// <param name="MemberName">The member's name.</param>
/// <param name="Attribute">The attribute.</param>
/// <param name="LevelType">Code of the enum of its levels; null for other kinds.</param>
/// <param name="Forward">Code of the same key elsewhere, or null where this is the key itself.</param>
/// <param name="Documentation">What the attribute means.</param>
internal sealed record KeyUnit(string MemberName, AttributeDefinition Attribute, string? LevelType, string? Forward, string Documentation)
{
    private const string Root = "global::IsolationModel.";

    /// <summary>Code of the key's type.</summary>
    public string KeyType => Attribute.Kind switch
    {
        AttributeKind.Scale => $"{Root}ScaleKey<{LevelType}>",
        AttributeKind.Quantity => Root + "QuantityKey",
        AttributeKind.Capability => Root + "CapabilityKey",
        _ => Root + "SetKey",
    };

    /// <summary>Code of the type of its values.</summary>
    public string ValueType => Attribute.Kind switch
    {
        AttributeKind.Scale => $"{Root}ScaleValue<{LevelType}>",
        AttributeKind.Quantity => Root + "QuantityValue",
        AttributeKind.Capability => Root + "CapabilityValue",
        _ => Root + "SetValue",
    };
}
