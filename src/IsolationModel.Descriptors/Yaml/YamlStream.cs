using IsolationModel.Data;

namespace IsolationModel.Descriptors.Yaml;

/// <summary>The documents of a YAML text that could be read, and the places that could not.</summary>
/// <param name="Documents">The roots, in order.</param>
/// <param name="Problems">What could not be read, in order.</param>
internal sealed record YamlStream(IReadOnlyList<DataNode> Documents, IReadOnlyList<YamlProblem> Problems)
{
    /// <summary>The tag by which Compose takes back what another file says.</summary>
    public const string ResetTag = "!reset";

    /// <summary>The tag by which Compose replaces what another file says, where it would add to it.</summary>
    public const string OverrideTag = "!override";

    /// <summary>The nodes with one of these two tags; null where there is none. Other tags are not kept.</summary>
    public IReadOnlyDictionary<DataNode, string>? Tags { get; init; }
}
