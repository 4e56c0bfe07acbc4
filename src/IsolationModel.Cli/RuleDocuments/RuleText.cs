using IsolationModel.Cli.Output;
using IsolationModel.Configuration;
using IsolationModel.Findings;

namespace IsolationModel.Cli.RuleDocuments;

/// <summary>The words for what is fixed about rules; those of settings and of findings.</summary>
internal static class RuleText
{
    /// <summary>Every category, in the order of the ids.</summary>
    public static string[] Categories { get; } = Array.ConvertAll(Enum.GetValues<RuleCategory>(), SeverityMap.NameOf);

    /// <summary>The word of a severity; null is <c>none</c>.</summary>
    public static string Of(FindingSeverity? severity) => severity is { } told ? FindingLine.Severity(told) : "none";
}
