namespace IsolationModel;

/// <summary>The technologies of a model, ranked for a need.</summary>
public sealed class Recommendation
{
    internal Recommendation(IReadOnlyList<Candidate> ranked) => Ranked = ranked;

    /// <summary>All technologies, best first.</summary>
    public IReadOnlyList<Candidate> Ranked { get; }

    /// <summary>The first of those that are shown to meet the need; null where none is.</summary>
    public Candidate? Best => Ranked.Count > 0 && Ranked[0].Suitability.IsSuitable ? Ranked[0] : null;

    /// <summary>The best one, and every other suitable one with the same shortfall; what separates them only breaks ties.</summary>
    public IReadOnlyList<Candidate> EquallyGood =>
        Best is { } best ? [.. Ranked.Where(candidate => candidate.Suitability.IsSuitable && candidate.Shortfall == best.Shortfall)] : [];

    /// <summary>A technology's place, or null where it is not of the need's model.</summary>
    public Candidate? For(Technology technology) =>
        Ranked.FirstOrDefault(candidate => string.Equals(candidate.Technology.Id, technology.Id, StringComparison.Ordinal));
}
