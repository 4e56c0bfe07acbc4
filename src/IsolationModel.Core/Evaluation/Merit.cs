using IsolationModel.Values;

namespace IsolationModel.Evaluation;

/// <summary>What tells technologies with one verdict apart, computed from a technology's own row alone: shortfall, then surplus, then the stronger boundary.</summary>
/// <param name="Shortfall">Weighted missing grades against the wishes; lower is better.</param>
/// <param name="Surplus">Weighted grades; higher is better.</param>
/// <param name="Boundary">The boundary's lowest possible level; -1 where it is not known. Free isolation wins ties.</param>
internal readonly record struct Merit(int Shortfall, int Surplus, int Boundary) : IComparable<Merit>
{
    public static Merit Of(IReadOnlyList<GoalScore> goals, IReadOnlyList<GoalScore> always, OrdinalInterval? boundary) =>
        new(goals.Sum(goal => goal.Shortfall), goals.Concat(always).Sum(goal => goal.Surplus), boundary?.Low ?? -1);

    /// <summary>Negative when this one goes first.</summary>
    public int CompareTo(Merit other)
    {
        var order = Shortfall.CompareTo(other.Shortfall);
        order = order != 0 ? order : other.Surplus.CompareTo(Surplus);
        return order != 0 ? order : other.Boundary.CompareTo(Boundary);
    }
}
