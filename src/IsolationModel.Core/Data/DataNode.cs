using IsolationModel.Text;

namespace IsolationModel.Data;

/// <summary>A node of a parsed JSON or YAML document, with its place in the text.</summary>
public abstract class DataNode
{
    private protected DataNode(TextRange range) => Range = range;

    /// <summary>Where the node stands; for an alias, the place of the alias and not of the anchor.</summary>
    public TextRange Range { get; }
}
