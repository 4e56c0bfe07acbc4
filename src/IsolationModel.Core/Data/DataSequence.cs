using IsolationModel.Text;

namespace IsolationModel.Data;

/// <summary>A list of nodes in document order.</summary>
public sealed class DataSequence : DataNode
{
    /// <summary>Makes a list; <paramref name="items"/> must not change afterwards.</summary>
    public DataSequence(TextRange range, IReadOnlyList<DataNode> items)
        : base(range) => Items = items;

    /// <summary>The items in document order.</summary>
    public IReadOnlyList<DataNode> Items { get; }
}
