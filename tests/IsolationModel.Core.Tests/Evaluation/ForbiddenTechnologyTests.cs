using IsolationModel.Evaluation;
using IsolationModel.Findings;
using IsolationModel.Modeling;
using IsolationModel.Text;
using IsolationModel.Workloads;

namespace IsolationModel.Core.Tests.Evaluation;

/// <summary>Bans: a veto with a sentence of its own, for a time, with exceptions.</summary>
public sealed class ForbiddenTechnologyTests
{
    private const string Ban = """ "forbidden": { "runc": { "reason": "It had too many escapes.", "until": "2027-06-30", "except": ["ci-cd", "edge-computing"], "source": ["nist-190"] } } """;

    [Fact]
    public void A_banned_runtime_is_told_whether_or_not_anything_is_needed()
    {
        var finding = Assert.Single(RunSample.Evaluate(TestModel.With(Ban), RunSample.File("pod.yaml", RunSample.Pod())).Findings);
        Assert.Equal(("ISM1002", FindingSeverity.Warning), (finding.Rule.Id, finding.Severity));
        Assert.Equal((new TextRange(20, 4), new TextPosition(2, 10)), (finding.Range, finding.Start));
        Assert.StartsWith("Pod api runs on runc (the default, since runtimeClassName is not set), which model 'test' forbids until 2027-06-30: it had too many escapes; suitable: ", finding.Message, StringComparison.Ordinal);
        Assert.Equal(("Pod api", "runc", null), (finding.Workload, finding.TechnologyId, finding.Need));
        Assert.Equal([$"ban: It had too many escapes. ({TestModel.BuiltIn.Source("nist-190")!.Title})", "except in scenario ci-cd, edge-computing"], finding.Reasons);
        Assert.NotEmpty(finding.Alternatives);
        Assert.DoesNotContain(finding.Alternatives, alternative => alternative.TechnologyId == "runc");
    }

    [Theory]
    [InlineData(null, true)] // the same input gives the same answer at any time
    [InlineData("2026-01-01", true)]
    [InlineData("2027-06-30", true)]
    [InlineData("2027-07-01", false)]
    public void A_ban_ends_with_its_last_day(string? day, bool holds)
    {
        var model = new ModelIndex(TestModel.With(Ban).Definition) { Day = day };
        Assert.Equal(holds, model.BanOf("runc", []) is not null);
        Assert.Equal(holds, RunSample.Evaluate(model, RunSample.File("pod.yaml", RunSample.Pod())).Findings.Any(finding => finding.Rule.Id == "ISM1002"));
        Assert.Equal(holds ? Verdict.Unsuitable : Verdict.Suitable, TechnologyRanking.Rank(model, null, [], [], []).Find("runc")!.Verdict);
    }

    [Theory]
    [InlineData("scenario:ci-cd", false)]
    [InlineData("scenario:serverless, scenario:ci-cd", false)]
    [InlineData("scenario:serverless", true)]
    [InlineData("level:low", true)]
    public void A_declared_scenario_may_be_excepted(string needs, bool holds)
    {
        var pod = RunSample.Pod(null, null, TestModel.Declare(NeedScope.Template, needs));
        Assert.Equal(holds, RunSample.Evaluate(TestModel.With(Ban), RunSample.File("pod.yaml", pod)).Findings.Any(finding => finding.Rule.Id == "ISM1002"));
    }

    [Fact]
    public void A_ban_without_end_holds_on_every_day()
    {
        var model = new ModelIndex(TestModel.With(""" "forbidden": { "runc": { "reason": "x" } } """).Definition) { Day = "9999-12-31" };
        Assert.NotNull(model.BanOf("runc", []));
        var finding = Assert.Single(RunSample.Evaluate(model, RunSample.File("pod.yaml", RunSample.Pod())).Findings);
        Assert.Contains("forbids: x", finding.Message, StringComparison.Ordinal);
        Assert.Equal(["ban: x"], finding.Reasons);
    }

    [Fact]
    public void A_banned_technology_is_vetoed_in_every_ranking_and_stays_in_the_catalogue()
    {
        var model = TestModel.With(""" "forbidden": { "firecracker": { "reason": "x" } } """);
        var set = NeedSet.Combine(model, [TestModel.Declare(NeedScope.Run, "scenario:serverless")]);
        var ranking = TechnologyRanking.Rank(model, null, [], set.Needs, set.Goals);
        Assert.Equal("wasmedge", ranking.Best!.Technology.Id);
        Assert.Equal(Verdict.Unsuitable, ranking.Find("firecracker")!.Verdict);
        Assert.Equal(TestModel.BuiltIn.Definition.Technologies, model.Definition.Technologies);
    }

    [Fact]
    public void A_ban_and_a_failed_need_are_two_findings() => Assert.Equal(
        ["ISM1001", "ISM1002"],
        RunSample.Evaluate(TestModel.With(Ban), RunSample.File("pod.yaml", RunSample.Pod(null, null, TestModel.Declare(NeedScope.Template, "untrusted-code")))).Findings.Select(finding => finding.Rule.Id));

    [Fact]
    public void What_runs_on_something_else_is_not_touched() =>
        Assert.DoesNotContain(RunSample.Evaluate(TestModel.With(Ban), RunSample.File("pod.yaml", RunSample.Pod("gvisor"))).Findings, finding => finding.Rule.Id == "ISM1002");

    [Fact]
    public void A_runtime_that_nobody_knows_is_not_banned() =>
        Assert.DoesNotContain(RunSample.Evaluate(TestModel.With(Ban), RunSample.File("pod.yaml", RunSample.Pod("nobody-knows"))).Findings, finding => finding.Rule.Id == "ISM1002");

    [Theory]
    [InlineData("2027-06-30", true)]
    [InlineData("2024-02-29", true)]
    [InlineData("2027-02-29", false)]
    [InlineData("2027-6-30", false)]
    [InlineData("2027-06-30T00:00:00Z", false)]
    [InlineData("", false)]
    public void A_day_is_written_with_year_month_and_day(string text, bool isDay) => Assert.Equal(isDay, ForbiddenTechnology.IsDay(text));
}
