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
    public int Shortfall => Merit.Shortfall;

    /// <summary>Weighted grades; higher is better, only to break ties.</summary>
    public int Surplus => Merit.Surplus;

    /// <summary>The shortfall as it is computed by hand: <c>2*max(0,2-3) + 3*max(0,3-2) = 3</c>.</summary>
    public string Arithmetic => Goals.Count == 0
        ? "no wishes = 0"
        : string.Format(CultureInfo.InvariantCulture, "{0} = {1}", string.Join(" + ", Goals.Select(goal => goal.Arithmetic)), Shortfall);

    /// <summary>What ranks it among technologies with its verdict; its boundary is the one under the settings of the ranking.</summary>
    internal Merit Merit { get; } = Merit.Of(Goals, Always, Assessment.Isolation.Effective);

    /// <summary>The shortfall at the bad ends of all ranges.</summary>
    public int WorstShortfall => Goals.Sum(goal => goal.ShortfallAt(goal.WorstGrade));

    /// <summary>The shortfall at the good ends of all ranges.</summary>
    public int BestShortfall => Goals.Sum(goal => goal.ShortfallAt(goal.BestGrade));
}
