using IsolationModel.Findings;
using IsolationModel.Text;

namespace IsolationModel.Descriptors.Toml;

/// <summary>The place where a TOML text cannot be read on.</summary>
/// <param name="Rule">The rule that says so.</param>
/// <param name="Range">Where.</param>
/// <param name="Message">One sentence without final period.</param>
internal sealed record TomlProblem(RuleDescriptor Rule, TextRange Range, string Message);
