using IsolationModel.Text;

namespace IsolationModel.Suppressions;

/// <summary>
/// Somebody's word that findings of one rule are accepted in one place. What names several rules is as many suppressions.
/// </summary>
/// <param name="RuleId">The rule.</param>
/// <param name="Range">Where the rule is named.</param>
/// <param name="Scope">What it speaks for: a finding is suppressed that stands wholly inside.</param>
/// <param name="Reason">Why the findings are accepted; never empty.</param>
/// <param name="Until">The last day on which it holds (yyyy-MM-dd), or null for one without end.</param>
/// <param name="Namespace">The namespace for whose workloads it speaks, too, in whatever file they are; null for none.</param>
public sealed record Suppression(string RuleId, TextRange Range, TextRange Scope, string Reason, string? Until = null, string? Namespace = null)
{
    /// <summary>The edit that takes it away, and nothing else; null where there is none.</summary>
    public TextEdit? Removal { get; init; }
}
