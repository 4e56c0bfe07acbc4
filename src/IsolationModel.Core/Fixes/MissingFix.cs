using IsolationModel.Evaluation;
using IsolationModel.Findings;
using IsolationModel.Rules;

namespace IsolationModel.Fixes;

/// <summary>Why a finding has no fix, so that nobody has to guess what is left to do.</summary>
public static class MissingFix
{
    /// <summary>The reason, as a clause that is the same for all findings of its sort; null for a finding that has a fix.</summary>
    public static string? ReasonOf(Finding finding) =>
        (finding ?? throw new ArgumentNullException(nameof(finding))).FixTitle is not null ? null : finding.Rule.Category switch
        {
            RuleCategory.Model => "a model file is changed by hand",
            RuleCategory.Input => "the file cannot be read as a whole",
            RuleCategory.Undetermined => "something that no file shows decides",
            RuleCategory.Declaration when finding.Rule.Id == "ISM1102" => "no fix takes a declared level away: for another workload it may be the strongest",
            RuleCategory.Declaration when ReferenceEquals(finding.Rule, SuppressionRules.Unused) => "no single edit takes it away, or what it hid is still there",
            RuleCategory.Declaration => "what was meant cannot be told",
            RuleCategory.Suitability when finding.Alternatives.Any(static alternative => alternative.Verdict == Verdict.Suitable) =>
                "no name that is known to select a suitable runtime can be written there; check its RuntimeClass along, or name it in an overlay",
            RuleCategory.Suitability => "which of the things that contradict each other is meant cannot be told",
            RuleCategory.Weakening => "no single edit of this file takes it back",
            _ => "what to do instead is a decision",
        };
}
