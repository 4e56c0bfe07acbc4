using IsolationModel.Findings;

namespace IsolationModel.Cli.RuleDocuments;

/// <summary>The words for what is fixed about rules; the same in every list, table and report.</summary>
internal static class RuleText
{
    /// <summary>Every category, in the order of the ids.</summary>
    public static string[] Categories { get; } = Array.ConvertAll(Enum.GetValues<RuleCategory>(), Of);

    /// <summary>The word of a category.</summary>
    public static string Of(RuleCategory category) => category switch
    {
        RuleCategory.Model => "model",
        RuleCategory.Suitability => "suitability",
        RuleCategory.Declaration => "declaration",
        RuleCategory.Undetermined => "undetermined",
        RuleCategory.Weakening => "weakening",
        RuleCategory.Usage => "usage",
        _ => "input",
    };

    /// <summary>The word of a severity; null is <c>none</c>.</summary>
    public static string Of(FindingSeverity? severity) => severity switch
    {
        FindingSeverity.Error => "error",
        FindingSeverity.Warning => "warning",
        FindingSeverity.Info => "info",
        _ => "none",
    };
}
