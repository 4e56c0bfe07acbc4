using System.Globalization;
using IsolationModel.Modeling;

namespace IsolationModel.Evaluation;

/// <summary>A technology's place in a ranking.</summary>
/// <param name="Assessment">How it stands against the needs.</param>
/// <param name="Verdict">All needs and the platform's requirements together.</param>
/// <param name="Goals">How it does against each wish.</param>
/// <param name="Always">How it does in what counts in every ranking.</param>
public sealed record RankedTechnology(TechnologyAssessment Assessment, Verdict Verdict, IReadOnlyList<GoalScore> Goals, IReadOnlyList<GoalScore> Always)
{
    /// <summary>The technology.</summary>
    public TechnologyDefinition Technology => Assessment.Technology;

    /// <summary>Weighted missing grades against the wishes; lower is better, 0 means that everything wished for is there.</summary>
    public int Shortfall { get; } = Goals.Sum(goal => goal.Shortfall);

    /// <summary>Weighted grades; higher is better, only to break ties.</summary>
    public int Surplus { get; } = Goals.Concat(Always).Sum(goal => goal.Surplus);

    /// <summary>The shortfall as it is computed by hand: <c>2*max(0,2-3) + 3*max(0,3-2) = 3</c>.</summary>
    public string Arithmetic => Goals.Count == 0
        ? "no wishes = 0"
        : string.Format(CultureInfo.InvariantCulture, "{0} = {1}", string.Join(" + ", Goals.Select(goal => goal.Arithmetic)), Shortfall);

    /// <summary>The boundary's lowest possible level under the settings of the ranking; -1 where it is not known. Free isolation wins ties.</summary>
    internal int Boundary => Assessment.Isolation.Effective?.Low ?? -1;

    /// <summary>The shortfall at the bad ends of all ranges.</summary>
    public int WorstShortfall => Goals.Sum(goal => goal.ShortfallAt(goal.WorstGrade));

    /// <summary>The shortfall at the good ends of all ranges.</summary>
    public int BestShortfall => Goals.Sum(goal => goal.ShortfallAt(goal.BestGrade));
}
