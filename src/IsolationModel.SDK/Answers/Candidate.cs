using IsolationModel.Evaluation;
using IsolationModel.Modeling;

namespace IsolationModel;

/// <summary>A technology's place in a recommendation.</summary>
public sealed class Candidate
{
    private readonly RankedTechnology _ranked;

    private Candidate(Suitability suitability, RankedTechnology ranked) => (Suitability, _ranked) = (suitability, ranked);

    /// <summary>The technology.</summary>
    public Technology Technology => Suitability.Technology;

    /// <summary>All needs together.</summary>
    public Verdict Verdict => Suitability.Verdict;

    /// <summary>How it stands against the need, with reasons; one of three cases.</summary>
    public Suitability Suitability { get; }

    /// <summary>Weighted missing grades against what is wished for; lower is better, 0 means that everything wished for is there.</summary>
    public int Shortfall => _ranked.Shortfall;

    /// <summary>Weighted grades; higher is better, only to break ties.</summary>
    public int Surplus => _ranked.Surplus;

    /// <summary>The terms whose sum the shortfall is, in the order of the wishes.</summary>
    public IReadOnlyList<ScoreTerm> Arithmetic => [.. _ranked.Goals.Select(goal => new ScoreTerm(goal))];

    /// <summary>The technology and the verdict.</summary>
    public override string ToString() => Suitability.ToString();

    internal static Candidate Of(Model model, PlatformDefinition? platform, RankedTechnology ranked) =>
        new(Suitability.Of(model.Technology(ranked.Technology.Id), platform, ranked), ranked);
}
