namespace IsolationModel.Conformance.FrontEnds;

/// <summary>A finding as a front end tells it, reduced to what all of them must agree on.</summary>
/// <param name="RuleId">The rule.</param>
/// <param name="Severity"><c>error</c>, <c>warning</c> or <c>info</c>.</param>
/// <param name="Line">1-based line of the first character.</param>
/// <param name="Column">1-based column of the first character, in UTF-16 code units.</param>
/// <param name="EndLine">1-based line behind the last character.</param>
/// <param name="EndColumn">1-based column behind the last character.</param>
/// <param name="Message">The message.</param>
internal sealed record ObservedFinding(string RuleId, string Severity, int Line, int Column, int EndLine, int EndColumn, string Message)
{
    /// <summary>As a compiler would print it.</summary>
    public override string ToString() => $"({Line},{Column}-{EndLine},{EndColumn}): {Severity} {RuleId}: {Message}";

    /// <summary>One order for all front ends.</summary>
    public static IReadOnlyList<ObservedFinding> Sort(IEnumerable<ObservedFinding> findings) => findings
        .OrderBy(finding => finding.Line)
        .ThenBy(finding => finding.Column)
        .ThenBy(finding => finding.EndLine)
        .ThenBy(finding => finding.EndColumn)
        .ThenBy(finding => finding.RuleId, StringComparer.Ordinal)
        .ThenBy(finding => finding.Message, StringComparer.Ordinal)
        .ToList();
}
