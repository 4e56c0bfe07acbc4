using IsolationModel.Evaluation;
using IsolationModel.Modeling;

namespace IsolationModel;

/// <summary>The technologies of a model, ranked for a need.</summary>
public sealed class Recommendation
{
    private readonly Model _model;
    private readonly Ranking _ranking;
    private readonly Dictionary<RankedTechnology, Candidate> _candidates;

    internal Recommendation(Model model, PlatformDefinition? platform, Ranking ranking)
    {
        (_model, _ranking) = (model, ranking);
        Ranked = [.. ranking.Ranked.Select(ranked => Candidate.Of(model, platform, ranked))];
        _candidates = ranking.Ranked.Zip(Ranked, static (ranked, candidate) => (ranked, candidate)).ToDictionary(pair => pair.ranked, pair => pair.candidate);
    }

    /// <summary>All technologies, best first.</summary>
    public IReadOnlyList<Candidate> Ranked { get; }

    /// <summary>The first of those that are shown to meet the need; null where none is.</summary>
    public Candidate? Best => _ranking.Best is { } best ? _candidates[best] : null;

    /// <summary>The best one, and every other suitable one with the same shortfall; what separates them only breaks ties.</summary>
    public IReadOnlyList<Candidate> EquallyGood => [.. _ranking.EquallyGood.Select(ranked => _candidates[ranked])];

    /// <summary>
    /// Whether the best one stays best within its documented ranges: no other suitable one does better even where the ranges favour it. False
    /// where there is no best one.
    /// </summary>
    public bool IsFirm => _ranking.IsFirm;

    /// <summary>Every single change of a weight, or of one technology's grade, that would make another one the best; none where there is no best one.</summary>
    public IReadOnlyList<SensitiveChange> Sensitivity => [.. RankingSensitivity.Of(_ranking).Select(change => new SensitiveChange(_model, change))];

    /// <summary>A technology's place, or null where it is not ranked: its model is another one, or the platform cannot pick it.</summary>
    public Candidate? For(Technology technology) =>
        Ranked.FirstOrDefault(candidate => string.Equals(candidate.Technology.Id, technology.Id, StringComparison.Ordinal));
}
