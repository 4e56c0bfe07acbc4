namespace IsolationModel.Evaluation;

/// <summary>
/// The order of a ranking: verdict, then shortfall, then surplus, then the stronger boundary; what is left is decided by the catalogue's order
/// and by id, so that the order is total.
/// </summary>
internal sealed class RankingOrder : IComparer<RankedTechnology>
{
    public static RankingOrder Instance { get; } = new();

    public int Compare(RankedTechnology? left, RankedTechnology? right)
    {
        var order = ByMerit(left!, right!);
        order = order != 0 ? order : left!.Technology.Order.CompareTo(right!.Technology.Order);
        return order != 0 ? order : string.CompareOrdinal(left!.Technology.Id, right!.Technology.Id);
    }

    /// <summary>The order without the catalogue's own; 0 for technologies that only their place in the catalogue tells apart.</summary>
    public static int ByMerit(RankedTechnology left, RankedTechnology right)
    {
        var order = right.Verdict.CompareTo(left.Verdict);
        order = order != 0 ? order : left.Shortfall.CompareTo(right.Shortfall);
        order = order != 0 ? order : right.Surplus.CompareTo(left.Surplus);
        return order != 0 ? order : right.Boundary.CompareTo(left.Boundary);
    }
}
