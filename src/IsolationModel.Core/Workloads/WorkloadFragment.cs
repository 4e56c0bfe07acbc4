namespace IsolationModel.Workloads;

/// <summary>A part of workloads that nobody can put together from the files of a run. What it says is known; what it does not say is not.</summary>
/// <param name="Kind">What it comes from.</param>
/// <param name="Workload">What it says, as a workload without anything else.</param>
/// <param name="Subject">What it is, for messages: <c>the patch of Deployment api</c>.</param>
public sealed record WorkloadFragment(FragmentKind Kind, Workload Workload, string Subject)
{
    /// <summary>Whether it takes the runtime away, which leaves the platform's default.</summary>
    public bool RemovesRuntime { get; init; }

    /// <summary>Why nothing can be rendered and what to do, for <see cref="FragmentKind.Unrendered"/>: one line without final period.</summary>
    public string Reason { get; init; } = string.Empty;
}
