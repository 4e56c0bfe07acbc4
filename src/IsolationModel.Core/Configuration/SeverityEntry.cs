using IsolationModel.Text;

namespace IsolationModel.Configuration;

/// <summary>What settings say of a rule, of a category of rules, or of all.</summary>
/// <param name="Key">The rule's id, the category's name in small letters, or <c>*</c>.</param>
/// <param name="Severity">How loudly its findings are told.</param>
/// <param name="Range">Where it stands.</param>
public sealed record SeverityEntry(string Key, ConfiguredSeverity Severity, TextRange Range);
