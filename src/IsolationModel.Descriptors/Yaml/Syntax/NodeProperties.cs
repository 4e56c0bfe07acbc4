namespace IsolationModel.Descriptors.Yaml.Syntax;

/// <summary>What stands in front of a node (YAML 1.2.2, 6.9).</summary>
/// <param name="Anchor">The name of its anchor, or null.</param>
/// <param name="Tag">Its tag, resolved; <c>!</c> for the non-specific one, null for none.</param>
internal readonly record struct NodeProperties(string? Anchor, string? Tag)
{
    /// <summary>Whether there are none.</summary>
    public bool AreNone => Anchor is null && Tag is null;
}
