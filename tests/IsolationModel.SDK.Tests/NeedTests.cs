using IsolationModel.Evaluation;

namespace IsolationModel.SDK.Tests;

public sealed class NeedTests
{
    [Fact]
    public void A_need_is_read_as_descriptors_write_it()
    {
        Assert.Equal(["level:high", "untrusted-code", "startup <= 125 ms"], Need.Parse("untrusted-code,level:high , startup<=125ms").Tokens);
        Assert.Equal("level:high, untrusted-code", Need.Of(Threats.UntrustedCode, Levels.High).ToString());
    }

    [Theory]
    [InlineData("untrusted-cod", "did you mean 'untrusted-code'?")]
    [InlineData("startup <= 5 MiB", "limit")]
    [InlineData("", "declares no need")]
    [InlineData(" , ", "declares no need")]
    public void A_need_that_cannot_be_followed_is_an_error(string text, string message) =>
        Assert.Contains(message, Assert.Throws<FormatException>(() => Need.Parse(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_technology_stands_against_a_need_with_reasons()
    {
        var need = Need.Parse("untrusted-code, startup <= 125 ms");

        var runc = need.Judge(Technologies.Runc);
        var firecracker = need.Judge(Technologies.Firecracker);
        var runwasi = Need.Of(Threats.UntrustedCode).Judge(Technologies.Runwasi);

        Assert.Equal(Verdict.Unsuitable, runc.Verdict);
        Assert.StartsWith("untrusted-code: boundary at least software-sandbox: not met, found shared-kernel", Assert.Single(runc.Reasons).ToString(), StringComparison.Ordinal);
        Assert.Equal(Verdict.Suitable, firecracker.Verdict);
        Assert.Equal(2, firecracker.Reasons.Count);
        Assert.Equal(Verdict.Unproven, runwasi.Verdict);
        Assert.Contains("not shown, found shared-kernel..software-sandbox", Assert.Single(runwasi.Reasons).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_recommendation_ranks_all_technologies_and_never_a_veto_first()
    {
        var answer = Need.Of(Threats.HostileTenants).Recommend();

        Assert.Equal(Technologies.All.Count, answer.Ranked.Count);
        Assert.True(answer.Best!.Technology.Boundary >= Boundary.HardwareVm);
        Assert.Contains(answer.Best, answer.EquallyGood);
        Assert.All(answer.EquallyGood, candidate => Assert.Equal(Verdict.Suitable, candidate.Verdict));
        Assert.Equal(Verdict.Unsuitable, answer.For(Technologies.Runc)!.Verdict);
        Assert.Equal(answer.Ranked.Select(candidate => candidate.Verdict).OrderDescending(), answer.Ranked.Select(candidate => candidate.Verdict));
        Assert.All(answer.Ranked, candidate => Assert.Same(Technologies.Find(candidate.Technology.Id), candidate.Technology));
    }

    [Fact]
    public void Nothing_is_recommended_where_nothing_is_shown()
    {
        var answer = Need.Parse("startup < 1 us").Recommend();

        Assert.Null(answer.Best);
        Assert.Empty(answer.EquallyGood);
    }

    [Fact]
    public void The_ranking_is_the_evaluators()
    {
        var need = Need.Parse("untrusted-code");
        var set = NeedSet.Combine(
            Model.BuiltIn.Index,
            [new Workloads.NeedDeclaration(Workloads.NeedCarrier.Needs, Workloads.NeedScope.Run, "untrusted-code", string.Empty, Text.LineMap.Empty, default, -1)]);

        Assert.Equal(
            TechnologyRanking.Rank(Model.BuiltIn.Index, null, [], set.Needs, []).Ranked.Select(ranked => (ranked.Technology.Id, ranked.Verdict, ranked.Shortfall, ranked.Surplus)),
            need.Recommend().Ranked.Select(candidate => (candidate.Technology.Id, candidate.Verdict, candidate.Shortfall, candidate.Surplus)));
    }
}
