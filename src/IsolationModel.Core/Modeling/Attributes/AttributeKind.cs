namespace IsolationModel.Modeling;

/// <summary>What values an attribute has.</summary>
public enum AttributeKind
{
    /// <summary>Levels of a scale.</summary>
    Scale,

    /// <summary>Numbers with a unit.</summary>
    Quantity,

    /// <summary>No, configurable, or yes.</summary>
    Capability,

    /// <summary>A set of words from a vocabulary.</summary>
    Set,
}
