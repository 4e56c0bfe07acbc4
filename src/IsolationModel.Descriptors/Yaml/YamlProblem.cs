using IsolationModel.Findings;
using IsolationModel.Text;

namespace IsolationModel.Descriptors.Yaml;

/// <summary>A place where a YAML text cannot be read.</summary>
/// <param name="Rule">The rule that says so.</param>
/// <param name="Range">Where.</param>
/// <param name="Message">One sentence without final period.</param>
internal sealed record YamlProblem(RuleDescriptor Rule, TextRange Range, string Message);
