using IsolationModel.Findings;

namespace IsolationModel.Rules;

/// <summary>What is said of suppressions themselves. It cannot be suppressed.</summary>
public static class SuppressionRules
{
    /// <summary>A suppression hides nothing, or its day has passed.</summary>
    public static RuleDescriptor Unused { get; } = new(
        "ISM1103",
        "SuppressionIsUnused",
        RuleCategory.Declaration,
        FindingSeverity.Warning,
        "Suppression is not used",
        "A suppression covers no finding of its rule, or it ended. One that is left behind would hide the next mistake at its place.") { HasFix = true };

    /// <summary>A suppression cannot be followed.</summary>
    public static RuleDescriptor Malformed { get; } = new(
        "ISM1104",
        "SuppressionIsMalformed",
        RuleCategory.Declaration,
        FindingSeverity.Error,
        "Suppression cannot be followed",
        "A suppression gives no reason, names a rule that does not exist or cannot be suppressed, or a day that is none.");

    /// <summary>All of them.</summary>
    internal static IReadOnlyList<RuleDescriptor> All => [Unused, Malformed];
}
