namespace IsolationModel.Conformance.Documentation;

/// <summary>A finding that a page promises.</summary>
/// <param name="RuleId">The rule.</param>
/// <param name="Line">1-based line in the example without its marker lines.</param>
/// <param name="Column">1-based column of the first character.</param>
/// <param name="EndColumn">1-based column behind the last character; equal to <paramref name="Column"/> for a place between characters.</param>
/// <param name="MessagePart">Words that the message holds, or the empty string.</param>
internal sealed record Marker(string RuleId, int Line, int Column, int EndColumn, string MessagePart);
