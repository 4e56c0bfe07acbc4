using IsolationModel.Evaluation;
using IsolationModel.Values;
using IsolationModel.Workloads;

namespace IsolationModel.Core.Tests.Evaluation;

/// <summary>Each need of a workload has an outcome of its own, and the verdict is that of the weakest.</summary>
public sealed class WorkloadOutcomeTests
{
    [Theory]
    [InlineData(null, "untrusted-code", Outcome.Fails, Verdict.Unsuitable)]
    [InlineData(null, "level:medium", Outcome.Meets, Verdict.Suitable)]
    // By its name alone nothing is shown to be met, but what it would fail it fails.
    [InlineData("gvisor", "untrusted-code", Outcome.May, Verdict.Unproven)]
    [InlineData("gvisor", "hostile-tenants", Outcome.Fails, Verdict.Unsuitable)]
    [InlineData("nobody-knows", "untrusted-code", Outcome.Unknown, Verdict.Unproven)]
    [InlineData(null, "pod-security:privileged", Outcome.Meets, Verdict.Suitable)]
    public void A_need_has_the_outcome_that_its_verdict_means(string? runtimeClass, string need, Outcome outcome, Verdict verdict)
    {
        var workload = Judge(RunSample.Pod(runtimeClass, null, TestModel.Declare(NeedScope.Object, need)));
        Assert.Equal(outcome, workload.OutcomeOf(Assert.Single(workload.Needs.Needs)));
        Assert.Equal(verdict, workload.Verdict);
    }

    [Fact]
    public void A_refused_setting_fails_what_the_boundary_alone_would_meet()
    {
        var pod = RunSample.Pod("kata", null, TestModel.Declare(NeedScope.Object, "untrusted-code")) with { Containers = [TestModel.Container("hostNetwork")] };
        var workload = Judge(pod, """ "names": { "runtimeClass": { "kata": { "technology": "kata" } } } """);
        Assert.Equal(Outcome.Meets, workload.Assessment!.Results[0].Effective);
        Assert.Equal(Outcome.Fails, workload.OutcomeOf(workload.Needs.Needs[0]));
        Assert.Equal(Verdict.Unsuitable, workload.Verdict);
    }

    [Fact]
    public void The_weakest_need_decides()
    {
        var workload = Judge(RunSample.Pod(null, null, TestModel.Declare(NeedScope.Object, "level:medium, untrusted-code, startup <= 500 ms")));
        Assert.Equal([Outcome.Meets, Outcome.Fails, Outcome.May], workload.Needs.Needs.Select(workload.OutcomeOf));
        Assert.Equal(Verdict.Unsuitable, workload.Verdict);
    }

    [Fact]
    public void A_pod_that_nobody_sees_is_not_shown_to_keep_a_level() => Assert.Equal(
        Outcome.Unknown,
        Judge(RunSample.Pod(null, null, TestModel.Declare(NeedScope.Object, "pod-security:baseline")) with { ShowsPod = false }) is var workload ? workload.OutcomeOf(workload.Needs.Needs[0]) : default);

    private static WorkloadAssessment Judge(Workload workload, string? sections = null) =>
        Assert.Single(RunSample.Evaluate(sections is null ? TestModel.BuiltIn : TestModel.With(sections), RunSample.File("a.yaml", workload)).Workloads);
}
