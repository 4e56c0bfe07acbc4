using IsolationModel.Evaluation;

namespace IsolationModel;

/// <summary>A technology's place in a recommendation.</summary>
public sealed class Candidate
{
    internal Candidate(Suitability suitability, int shortfall, int surplus) => (Suitability, Shortfall, Surplus) = (suitability, shortfall, surplus);

    /// <summary>The technology.</summary>
    public Technology Technology => Suitability.Technology;

    /// <summary>All needs together.</summary>
    public Verdict Verdict => Suitability.Verdict;

    /// <summary>How it stands against the need, with reasons.</summary>
    public Suitability Suitability { get; }

    /// <summary>Weighted missing grades against what is wished for; lower is better, 0 means that everything wished for is there.</summary>
    public int Shortfall { get; }

    /// <summary>Weighted grades; higher is better, only to break ties.</summary>
    public int Surplus { get; }

    /// <summary>The technology and the verdict.</summary>
    public override string ToString() => Suitability.ToString();
}
