using IsolationModel.Data;

namespace IsolationModel.Descriptors.Yaml;

/// <summary>The documents of a YAML text that could be read, and the places that could not.</summary>
/// <param name="Documents">The roots, in order.</param>
/// <param name="Problems">What could not be read, in order.</param>
internal sealed record YamlStream(IReadOnlyList<DataNode> Documents, IReadOnlyList<YamlProblem> Problems);
