using IsolationModel.Evaluation;
using IsolationModel.Modeling;
using IsolationModel.Values;
using IsolationModel.Workloads;

namespace IsolationModel.Core.Tests.Evaluation;

/// <summary>Corners of rankings that random catalogues seldom meet.</summary>
public sealed class RankingTests
{
    private static readonly ScoringGoal[] Goals = [new("startup", 3, 3), new("throughputLoss", 3, 3)];

    [Fact]
    public void An_empty_ranking_has_no_best_one()
    {
        var ranking = new Ranking([]);
        Assert.Null(ranking.Best);
        Assert.Empty(ranking.EquallyGood);
        Assert.False(ranking.IsFirm);
        Assert.Empty(RankingSensitivity.Of(ranking));
        Assert.Null(ranking.Find("gvisor"));
    }

    [Fact]
    public void What_is_not_ranked_has_no_place() => Assert.Null(TechnologyRanking.Rank(TestModel.BuiltIn, null, [], [], []).Find("nothing"));

    [Fact]
    public void Missing_grades_of_all_wishes_count_for_firmness()
    {
        // Within its ranges the best one may miss a grade in both wishes: 3 + 3; the other one misses 3 for certain.
        var best = Technology("best", (0, 4), (0, 4), typical: 0);
        Assert.False(Rank(best, Technology("other", (4, 4), (0, 0))).IsFirm);
        // The other one misses 3 + 3 for certain.
        Assert.True(Rank(best, Technology("other", (4, 4), (4, 4))).IsFirm);

        static Ranking Rank(params TechnologyDefinition[] technologies)
        {
            var ranking = TechnologyRanking.Rank(RandomCatalogue.Model(technologies), null, [], [], Goals);
            Assert.Equal("best", ranking.Best!.Technology.Id);
            return ranking;
        }
    }

    [Fact]
    public void An_unknown_boundary_breaks_ties_below_the_weakest_known_one()
    {
        var known = Technology("z-known", (0, 0), (0, 0)) with { Values = With(new OrdinalInterval(0, 0)) };
        var unknown = Technology("a-unknown", (0, 0), (0, 0)) with { Values = With(UnknownInterval.Instance) };
        Assert.Equal(["z-known", "a-unknown"], TechnologyRanking.Rank(RandomCatalogue.Model([unknown, known]), null, [], [], []).Ranked.Select(ranked => ranked.Technology.Id));

        static EquatableArray<AttributeValue> With(ValueInterval boundary) => new([RandomCatalogue.Of("boundary", boundary)]);
    }

    [Fact]
    public void What_serves_instead_is_found_as_well()
    {
        var needs = NeedSet.Combine(TestModel.BuiltIn, [TestModel.Declare(NeedScope.Run, "mixed-sensitivity")]).Needs;
        var runc = TechnologyRanking.Rank(TestModel.BuiltIn, null, [], needs, []).Find("runc")!;
        var result = Assert.Single(Assert.Single(runc.Assessment.Results).Constraints);
        Assert.Equal(Outcome.Fails, result.Own);
        Assert.StartsWith("shared-kernel", result.Found, StringComparison.Ordinal);
        Assert.Contains(" and dedicatedHardware no", result.Found, StringComparison.Ordinal);
        Assert.Equal("boundary at least hardware-vm or dedicatedHardware is yes", result.Constraint.Text);
    }

    private static TechnologyDefinition Technology(string id, (int Low, int High) startup, (int Low, int High) loss, int? typical = null) => new(
        id,
        new LocalizedText(id),
        "runtime",
        0,
        "vm",
        new EquatableArray<AttributeValue>(
        [
            RandomCatalogue.Of("startup", RandomCatalogue.Range("startup", startup.Low, startup.High), typical is { } s ? RandomCatalogue.Range("startup", s, s) : null),
            RandomCatalogue.Of("throughputLoss", RandomCatalogue.Range("throughputLoss", loss.Low, loss.High), typical is { } l ? RandomCatalogue.Range("throughputLoss", l, l) : null),
        ]));
}
