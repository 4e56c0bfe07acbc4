using IsolationModel.Evaluation;
using IsolationModel.Modeling;
using IsolationModel.Workloads;

namespace IsolationModel.Core.Tests.Evaluation;

/// <summary>Objects of a run that other objects name: what picks a runtime for others, and whose pods are another's.</summary>
public sealed class RunObjectTests
{
    private static readonly ObjectReference Executor = new("Executor", null, "shim");

    /// <summary>Runtime classes that objects of the name pick, the technology, and a part of the reason.</summary>
    [Theory]
    [InlineData(new string[0], null, "Executor 'shim' is not among the files; check its object along")]
    [InlineData(new[] { "gvisor" }, "gvisor", "Executor 'shim': by the name of RuntimeClass 'gvisor' alone")]
    [InlineData(new[] { "gvisor", "gvisor" }, "gvisor", "Executor 'shim': by the name")]
    [InlineData(new[] { "gvisor", "kata" }, null, "Executor 'shim' is defined more than once and picks different runtimes")]
    [InlineData(new[] { "" }, "runc", "Executor 'shim': the default, since runtimeClassName is not set")]
    public void A_named_object_picks_the_runtime(string[] classes, string? technology, string reason)
    {
        var workload = RunSample.Pod("shim") with { Runtime = RunSample.Pod("shim").Runtime with { Selector = Executor } };
        var selectors = RunSample.File("b.yaml") with { RuntimeSelectors = classes.Select(name => new RuntimeSelectorObject(Executor, RunSample.Pod(name.Length == 0 ? null : name).Runtime, default)).ToList() };
        var runtime = Assert.Single(RunSample.Evaluate(TestModel.BuiltIn, RunSample.File("a.yaml", workload), selectors).Workloads).Runtime;
        Assert.Equal(technology, runtime.Technology?.Id);
        Assert.StartsWith(reason, runtime.Reason, StringComparison.Ordinal);
        Assert.Equal(classes.Length, runtime.Related.Count);
    }

    [Theory]
    [InlineData("kubevirt", "kubevirt", RuntimeConfidence.Known, "by runtimeClassName of Pod")]
    [InlineData("removed", null, RuntimeConfidence.Unknown, "the model has no technology 'removed'")]
    public void A_kind_may_mean_a_technology_by_itself(string id, string? technology, RuntimeConfidence confidence, string reason)
    {
        var workload = RunSample.Pod("any") with { Runtime = RunSample.Pod("any").Runtime with { TechnologyId = id } };
        var runtime = Assert.Single(RunSample.Evaluate(TestModel.BuiltIn, RunSample.File("a.yaml", workload)).Workloads).Runtime;
        Assert.Equal((technology, confidence), (runtime.Technology?.Id, runtime.Confidence));
        Assert.StartsWith(reason, runtime.Reason, StringComparison.Ordinal);
    }

    /// <summary>Namespaces of the object that names another one and of that one, and whether they mean the same.</summary>
    [Theory]
    [InlineData("eu", "eu", true)]
    [InlineData("eu", null, true)]
    [InlineData(null, "eu", true)]
    [InlineData(null, null, true)]
    [InlineData("eu", "us", false)]
    public void Pods_of_another_object_are_judged_there(string? from, string? to, bool isSame)
    {
        var need = TestModel.Declare(NeedScope.Object, "untrusted-code");
        var reference = RunSample.Pod(null, from, need) with { Kind = "Rollout", Name = "roll", PodsOf = new ObjectReference("Pod", from, "api") };
        var result = RunSample.Evaluate(TestModel.BuiltIn, RunSample.File("a.yaml", reference) with { PodsOfOthers = [reference] }, RunSample.File("b.yaml", RunSample.Pod(null, to)));
        Assert.Equal(isSame ? ["Pod"] : ["Rollout", "Pod"], result.Workloads.Select(each => each.Workload.Kind));
        Assert.Equal(isSame ? "ISM1001" : "ISM1502", Assert.Single(result.Findings, finding => finding.Rule.Id is "ISM1001" or "ISM1502").Rule.Id);
    }

    [Fact]
    public void A_workload_in_the_very_namespace_counts_before_one_that_may_come_into_it()
    {
        var need = TestModel.Declare(NeedScope.Object, "untrusted-code");
        var reference = RunSample.Pod(null, "eu", need) with { Kind = "Rollout", PodsOf = new ObjectReference("Pod", "eu", "api") };
        var result = RunSample.Evaluate(TestModel.BuiltIn, RunSample.File("a.yaml", reference, RunSample.Pod(null, "us"), RunSample.Pod(null, "eu")) with { PodsOfOthers = [reference] });
        Assert.Equal([("us", 0), ("eu", 1)], result.Workloads.Select(each => (each.Workload.Namespace!, each.Needs.Needs.Count)));
    }

    [Fact]
    public void A_part_is_named_behind_the_object()
    {
        Assert.Equal("Pod eu/api (spec.a)", (RunSample.Pod(null, "eu") with { Part = "spec.a" }).DisplayName);
        Assert.Equal("Pod api", RunSample.Pod().DisplayName);
    }
}
