using IsolationModel.Modeling;
using IsolationModel.Values;

namespace IsolationModel.Evaluation;

/// <summary>Grades: a property of one technology alone, on bands that are fixed in the model.</summary>
public static class Grading
{
    /// <summary>The best grade there is.</summary>
    public const int Best = 3;

    /// <summary>The grade of a technology's typical value, 3 (best) to 0 (worse than all bands, or unknown).</summary>
    /// <remarks>Without a typical value the bad end of the range counts: nothing better is promised.</remarks>
    public static int Grade(ScoringDefinition scoring, TechnologyDefinition technology, string attributeId)
    {
        var value = technology.Find(attributeId);
        return Find(scoring, attributeId) is { } band && (value?.Typical ?? value?.Value) is QuantityInterval quantity ? GradeOf(band, quantity, Outcome.Meets) : 0;
    }

    /// <summary>How a technology does against a wish.</summary>
    public static GoalScore Score(ScoringDefinition scoring, TechnologyDefinition technology, ScoringGoal goal)
    {
        var band = Find(scoring, goal.AttributeId);
        var range = technology.Find(goal.AttributeId)?.Value as QuantityInterval;
        var (worst, best) = band is null ? (0, 0)
            : range is null ? (0, Best)
            : (GradeOf(band, range, Outcome.Meets), GradeOf(band, range, Outcome.May));
        return new GoalScore(goal.AttributeId, goal.Target, goal.Weight, Grade(scoring, technology, goal.AttributeId), worst, best);
    }

    /// <summary>How a technology does against each of several wishes.</summary>
    internal static List<GoalScore> Scores(ScoringDefinition scoring, TechnologyDefinition technology, IReadOnlyList<ScoringGoal> goals) =>
        goals.Select(goal => Score(scoring, technology, goal)).ToList();

    private static GradeBand? Find(ScoringDefinition scoring, string attributeId)
    {
        foreach (var band in scoring.Grades)
        {
            if (string.Equals(band.AttributeId, attributeId, StringComparison.Ordinal))
            {
                return band;
            }
        }

        return null;
    }

    private static int GradeOf(GradeBand band, QuantityInterval quantity, Outcome enough) =>
        quantity.Against(band.Three) >= enough ? 3
        : quantity.Against(band.Two) >= enough ? 2
        : quantity.Against(band.One) >= enough ? 1
        : 0;
}
