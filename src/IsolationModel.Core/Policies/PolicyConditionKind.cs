namespace IsolationModel.Policies;

/// <summary>What a condition of a policy asks of one container.</summary>
public enum PolicyConditionKind
{
    /// <summary>Nothing: it always holds.</summary>
    Always,

    /// <summary>It never holds.</summary>
    Never,

    /// <summary>The inner condition does not hold.</summary>
    Not,

    /// <summary>All inner conditions hold.</summary>
    All,

    /// <summary>Some inner condition holds.</summary>
    Any,

    /// <summary>A setting, as the descriptor says it, passes a test of the model.</summary>
    Setting,

    /// <summary>Some of these capabilities is added, by its name or by ALL, and not dropped.</summary>
    KeepsCapability,
}
