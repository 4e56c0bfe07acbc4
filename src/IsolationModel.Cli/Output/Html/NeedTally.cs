using IsolationModel.Evaluation;
using IsolationModel.Values;

namespace IsolationModel.Cli.Output.Html;

/// <summary>How the workloads that declare a need stand against it.</summary>
/// <param name="Token">The need.</param>
/// <param name="Need">One of its declarations; what it requires is the same in all of them.</param>
/// <param name="Counts">How many workloads have which outcome.</param>
internal sealed record NeedTally(string Token, DeclaredNeed Need, IReadOnlyDictionary<Outcome, int> Counts)
{
    /// <summary>How many workloads have an outcome.</summary>
    public int Of(Outcome outcome) => Counts.TryGetValue(outcome, out var count) ? count : 0;

    /// <summary>How many workloads declare the need.</summary>
    public int Total => Counts.Values.Sum();
}
