namespace IsolationModel.Workloads;

/// <summary>Where a workload may be scheduled. That never selects what runs it.</summary>
public sealed record PodPlacement
{
    /// <summary>The placement of a workload that says nothing about it.</summary>
    public static PodPlacement None { get; } = new();

    /// <summary>The operating system (<c>windows</c>), or null where the workload leaves it open; then it is Linux.</summary>
    public string? OperatingSystem { get; init; }

    /// <summary>The node selector.</summary>
    public IReadOnlyList<PlacedValue> NodeSelector { get; init; } = [];

    /// <summary>The labels and taints of nodes that the selector, affinities and tolerations name; the value says which of them it is.</summary>
    public IReadOnlyList<PlacedValue> Marks { get; init; } = [];

    /// <summary>The overhead that the workload declares itself, resource by resource.</summary>
    public IReadOnlyList<PlacedValue> Overhead { get; init; } = [];
}
