using IsolationModel.Text;

namespace IsolationModel.Data;

/// <summary>A YAML alias: stands where it was written, and means the anchored node.</summary>
public sealed class DataAlias : DataNode
{
    /// <summary>Makes an alias to a complete node; the target is never an alias itself.</summary>
    public DataAlias(TextRange range, DataNode target)
        : base(range) => Target = target is DataAlias alias ? alias.Target : target;

    /// <summary>The anchored node.</summary>
    public DataNode Target { get; }
}
