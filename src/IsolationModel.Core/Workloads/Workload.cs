using IsolationModel.Modeling;
using IsolationModel.Text;

namespace IsolationModel.Workloads;

/// <summary>Something that a descriptor starts, the same for every format.</summary>
/// <param name="PlatformId">The platform of the model that starts it.</param>
/// <param name="Kind">What the format calls it (<c>Deployment</c>).</param>
/// <param name="Namespace">Its namespace, or null where the descriptor leaves it open.</param>
/// <param name="Name">Its name; <c>prefix*</c> where the platform completes it; empty where there is none.</param>
/// <param name="Range">Where it is named; its kind where it has no name.</param>
/// <param name="Runtime">How it picks its runtime.</param>
/// <param name="Containers">Its containers of every sort; the weakest decides.</param>
/// <param name="Needs">The needs that it declares itself.</param>
public sealed record Workload(
    string PlatformId,
    string Kind,
    string? Namespace,
    string Name,
    TextRange Range,
    RuntimeReference Runtime,
    IReadOnlyList<WorkloadContainer> Containers,
    IReadOnlyList<NeedDeclaration> Needs)
{
    /// <summary>Its labels: those of the object, and those of its pod template, which win.</summary>
    public IReadOnlyList<LabelMatch> Labels { get; init; } = [];

    /// <summary>Where it may be scheduled.</summary>
    public PodPlacement Placement { get; init; } = PodPlacement.None;

    /// <summary><c>kind namespace/name</c>, for people.</summary>
    public string DisplayName => Namespace is null ? $"{Kind} {Name}" : $"{Kind} {Namespace}/{Name}";
}
