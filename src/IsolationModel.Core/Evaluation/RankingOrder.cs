using IsolationModel.Modeling;

namespace IsolationModel.Evaluation;

/// <summary>The order of a ranking: verdict, then merit; what is left is decided by the catalogue's order and by id, so that the order is total.</summary>
internal sealed class RankingOrder : IComparer<RankedTechnology>
{
    public static RankingOrder Instance { get; } = new();

    public int Compare(RankedTechnology? left, RankedTechnology? right)
    {
        var order = ByMerit(left!, right!);
        return order != 0 ? order : WithinVerdict(left!.Merit, left.Technology, right!.Merit, right.Technology);
    }

    /// <summary>The order without the catalogue's own; 0 for technologies that only their place in the catalogue tells apart.</summary>
    public static int ByMerit(RankedTechnology left, RankedTechnology right)
    {
        var order = right.Verdict.CompareTo(left.Verdict);
        return order != 0 ? order : left.Merit.CompareTo(right.Merit);
    }

    /// <summary>The order of technologies with one verdict.</summary>
    public static int WithinVerdict(Merit leftMerit, TechnologyDefinition left, Merit rightMerit, TechnologyDefinition right)
    {
        var order = leftMerit.CompareTo(rightMerit);
        order = order != 0 ? order : left.Order.CompareTo(right.Order);
        return order != 0 ? order : string.CompareOrdinal(left.Id, right.Id);
    }
}
