using IsolationModel.Data;

namespace IsolationModel.Descriptors.Compose;

/// <summary>
/// What is known of the nodes that are put together, and the count of what that may cost. Nodes are new ones, so that they can be told apart:
/// nothing is shared, whatever aliases a file has.
/// </summary>
internal sealed class ComposeSpace(CancellationToken cancellationToken)
{
    private readonly Dictionary<DataNode, IReadOnlyList<VariableUse>> _uses = [];
    private readonly HashSet<DataNode> _resets = [];
    private readonly HashSet<DataNode> _overrides = [];
    private int _nodes;

    /// <summary>Whether everything that was asked for was within <see cref="DescriptorLimits.RenderedNodes"/>.</summary>
    public bool IsWithinLimit => _nodes <= DescriptorLimits.RenderedNodes;

    /// <summary>Counts nodes that are made or looked at; false when there are too many.</summary>
    public bool Spend(int nodes)
    {
        cancellationToken.ThrowIfCancellationRequested();
        _nodes = (int)Math.Min((long)_nodes + nodes, DescriptorLimits.RenderedNodes + 1L);
        return IsWithinLimit;
    }

    /// <summary>Notes that a node takes back what it meets.</summary>
    public void AddReset(DataNode node) => _resets.Add(node);

    /// <summary>Notes that a node replaces what it meets.</summary>
    public void AddOverride(DataNode node) => _overrides.Add(node);

    /// <summary>Notes which variables a scalar is made of.</summary>
    public void AddUses(DataNode node, IReadOnlyList<VariableUse> uses) => _uses.Add(node, uses);

    /// <summary>Whether a node takes back what it meets.</summary>
    public bool IsReset(DataNode node) => _resets.Contains(node);

    /// <summary>Whether a node replaces what it meets.</summary>
    public bool IsOverride(DataNode node) => _overrides.Contains(node);

    /// <summary>The variables that a scalar is made of.</summary>
    public IReadOnlyList<VariableUse> UsesOf(DataNode? node) => node is not null && _uses.TryGetValue(node, out var uses) ? uses : [];
}
