namespace IsolationModel.Evaluation;

/// <summary>Technologies in the order in which they fit.</summary>
/// <param name="Ranked">All of them, best first.</param>
public sealed record Ranking(IReadOnlyList<RankedTechnology> Ranked)
{
    /// <summary>The first of those that are shown to meet every need; null where none is.</summary>
    public RankedTechnology? Best => Ranked.Count > 0 && Ranked[0].Verdict == Verdict.Suitable ? Ranked[0] : null;

    /// <summary>Every suitable technology with the shortfall of the best one, the best one first; what separates them only breaks ties.</summary>
    public IReadOnlyList<RankedTechnology> EquallyGood => Best is { } best
        ? Ranked.Where(ranked => ranked.Verdict == Verdict.Suitable && ranked.Shortfall == best.Shortfall).ToList()
        : [];

    /// <summary>
    /// Whether the best one stays best within its documented ranges: its shortfall at the bad ends is no larger than that of any other suitable
    /// technology at the good ends. False where there is no best one.
    /// </summary>
    public bool IsFirm => Best is not null && Rivals.Count == 0;

    /// <summary>The suitable technologies that keep the best one from being firm: at the good ends of their ranges they miss less than it does at its bad ends.</summary>
    public IReadOnlyList<RankedTechnology> Rivals => Best is { } best
        ? Ranked.Where(other => !ReferenceEquals(other, best) && other.Verdict == Verdict.Suitable && best.WorstShortfall > other.BestShortfall).ToList()
        : [];

    /// <summary>The place of a technology, or null where it is not ranked.</summary>
    public RankedTechnology? Find(string technologyId) => Ranked.FirstOrDefault(ranked => string.Equals(ranked.Technology.Id, technologyId, StringComparison.Ordinal));
}
