
namespace IsolationModel.Evaluation;

/// <summary>Tells what a ranking hangs on: every single change of a weight, or of one technology's grade, that would change the best one.</summary>
/// <remarks>Verdicts are not touched: no weight and no grade lifts a veto.</remarks>
public static class RankingSensitivity
{
    /// <summary>The largest weight that is tried; three times the largest weight that a wish has by itself.</summary>
    public const int LargestWeight = 9;

    /// <summary>The changes, weights first, then grades in the order of the ranking; none where there is no best one.</summary>
    public static IReadOnlyList<RankingChange> Of(Ranking ranking)
    {
        if (ranking.Best is not { } best)
        {
            return [];
        }

        var suitable = ranking.Ranked.Where(ranked => ranked.Verdict == Verdict.Suitable).ToList();
        var changes = new List<RankingChange>();
        foreach (var goal in best.Goals)
        {
            AddNearest(changes, null, goal.AttributeId, goal.Weight, LargestWeight, best, weight => suitable.ConvertAll(ranked => Reweigh(ranked, goal.AttributeId, weight)));
        }

        foreach (var ranked in suitable)
        {
            foreach (var goal in ranked.Goals.Concat(ranked.Always).GroupBy(score => score.AttributeId, StringComparer.Ordinal).Select(group => group.First()))
            {
                AddNearest(
                    changes, ranked.Technology.Id, goal.AttributeId, goal.Grade, Grading.Best, best,
                    grade => suitable.ConvertAll(other => ReferenceEquals(other, ranked) ? Regrade(ranked, goal.AttributeId, grade) : other));
            }
        }

        return changes;
    }

    /// <summary>Adds the nearest change below and the nearest above.</summary>
    private static void AddNearest(
        List<RankingChange> changes, string? technologyId, string attributeId, int from, int limit, RankedTechnology best, Func<int, List<RankedTechnology>> changed)
    {
        foreach (var step in new[] { -1, 1 })
        {
            for (var to = from + step; to >= 0 && to <= limit; to += step)
            {
                var ranked = changed(to);
                ranked.Sort(RankingOrder.Instance);
                if (!string.Equals(ranked[0].Technology.Id, best.Technology.Id, StringComparison.Ordinal))
                {
                    changes.Add(new RankingChange(technologyId, attributeId, from, to, ranked[0].Technology.Id));
                    break;
                }
            }
        }
    }

    private static RankedTechnology Reweigh(RankedTechnology ranked, string attributeId, int weight) => new(
        ranked.Assessment, ranked.Verdict, Change(ranked.Goals, attributeId, score => score with { Weight = weight }), ranked.Always);

    private static RankedTechnology Regrade(RankedTechnology ranked, string attributeId, int grade) => new(
        ranked.Assessment,
        ranked.Verdict,
        Change(ranked.Goals, attributeId, score => score with { Grade = grade }),
        Change(ranked.Always, attributeId, score => score with { Grade = grade }));

    private static List<GoalScore> Change(IReadOnlyList<GoalScore> scores, string attributeId, Func<GoalScore, GoalScore> change) =>
        scores.Select(score => string.Equals(score.AttributeId, attributeId, StringComparison.Ordinal) ? change(score) : score).ToList();
}
