using IsolationModel.Evaluation;
using IsolationModel.Findings;

namespace IsolationModel;

/// <summary>A technology that could run a workload instead, under the same settings.</summary>
public sealed class WorkloadAlternative
{
    internal WorkloadAlternative(Technology technology, Alternative alternative) =>
        (Technology, Verdict, Shortfall) = (technology, alternative.Verdict, alternative.Shortfall);

    /// <summary>The technology.</summary>
    public Technology Technology { get; }

    /// <summary>How it stands against all needs.</summary>
    public Verdict Verdict { get; }

    /// <summary>Weighted missing grades against what is wished for; lower is better, 0 means that everything wished for is there.</summary>
    public int Shortfall { get; }

    /// <summary>The technology and the verdict.</summary>
    public override string ToString() => $"{Technology.Name}: {Verdict}";
}
