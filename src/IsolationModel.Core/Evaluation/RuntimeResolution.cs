using IsolationModel.Findings;
using IsolationModel.Modeling;
using IsolationModel.Workloads;

namespace IsolationModel.Evaluation;

/// <summary>Which technology runs a workload, how sure that is, and why.</summary>
/// <param name="Technology">The technology, or null when it cannot be told.</param>
/// <param name="Confidence">How sure it is.</param>
/// <param name="Reason">Why, for messages: reads behind the technology's name or behind "cannot be told".</param>
/// <param name="Related">Places that the reason rests on.</param>
public sealed record RuntimeResolution(
    TechnologyDefinition? Technology,
    RuntimeConfidence Confidence,
    string Reason,
    EquatableArray<RelatedLocation> Related)
{
    /// <summary>What the files of the run say about the nodes that run it so.</summary>
    public NodeState Nodes { get; init; } = NodeState.Unknown;

    /// <summary>The RuntimeClass objects of the name that the workload asks for.</summary>
    public IReadOnlyList<(DescriptorFile File, RuntimeClassObject Class)> Classes { get; init; } = [];
}
