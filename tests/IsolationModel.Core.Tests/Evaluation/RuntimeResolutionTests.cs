using IsolationModel.Evaluation;
using IsolationModel.Findings;
using IsolationModel.Modeling;
using IsolationModel.Text;
using IsolationModel.Workloads;

namespace IsolationModel.Core.Tests.Evaluation;

/// <summary>From the name in a descriptor over RuntimeClass objects and handlers to the technology, with how sure that is.</summary>
public sealed class RuntimeResolutionTests
{
    private static readonly ModelIndex Declared = TestModel.With(
        """ "names": { "runtimeClass": { "ours": { "technology": "gvisor" }, "gvisor": { "technology": "kata" }, "open": { "technology": null, "note": "Depends on the pool." } } } """);

    [Theory]
    [InlineData(null, null, "runc", RuntimeConfidence.AssumedDefault, "the default, since runtimeClassName is not set")]
    [InlineData("gvisor", null, "gvisor", RuntimeConfidence.Likely, "by the name of RuntimeClass 'gvisor' alone")]
    [InlineData("gvisor", "runc", "runc", RuntimeConfidence.Known, "RuntimeClass 'gvisor' with handler 'runc'")]
    [InlineData("mine", "runsc", "gvisor", RuntimeConfidence.Known, "RuntimeClass 'mine' with handler 'runsc'")]
    [InlineData("mine", null, null, RuntimeConfidence.Unknown, "is not among the files and its name is not known")]
    [InlineData("mine", "fort-knox", null, RuntimeConfidence.Unknown, "the handler is not known")]
    [InlineData("gvisor", "fort-knox", null, RuntimeConfidence.Unknown, "the handler is not known")]
    [InlineData("mine", "?", null, RuntimeConfidence.Unknown, "the handler of RuntimeClass 'mine' cannot be read")]
    public void A_name_is_followed_to_its_end(string? name, string? handler, string? technology, RuntimeConfidence confidence, string reason) =>
        Expect(Resolve(TestModel.BuiltIn, name, handler is null ? [] : [handler]), technology, confidence, reason);

    [Theory]
    [InlineData("ours", null, "gvisor", RuntimeConfidence.Known, "RuntimeClass 'ours', as the overlay says")]
    [InlineData("gvisor", null, "kata", RuntimeConfidence.Known, "as the overlay says")]
    [InlineData("gvisor", "runc", "runc", RuntimeConfidence.Known, "with handler 'runc'")] // an object says more than a name
    [InlineData("ours", "fort-knox", "gvisor", RuntimeConfidence.Known, "as the overlay says")] // but not where it says nothing
    [InlineData("open", null, null, RuntimeConfidence.Unknown, "says nothing certain (depends on the pool)")]
    public void An_overlay_speaks_for_the_names_of_its_clusters(string name, string? handler, string? technology, RuntimeConfidence confidence, string reason) =>
        Expect(Resolve(Declared, name, handler is null ? [] : [handler]), technology, confidence, reason);

    [Fact]
    public void Objects_that_contradict_each_other_say_nothing()
    {
        var resolution = Resolve(TestModel.BuiltIn, "mine", ["runsc", "runc"]);
        Expect(resolution, null, RuntimeConfidence.Unknown, "defined more than once with different handlers: 'runc', 'runsc'");
        Assert.Equal(2, resolution.Related.Count);
        Assert.Equal("gvisor", Resolve(TestModel.BuiltIn, "mine", ["runsc", "runsc"]).Technology?.Id);
    }

    [Fact]
    public void An_object_in_the_same_file_counts_before_others()
    {
        var near = RunSample.File("a.yaml", RunSample.Pod("mine")) with { RuntimeClasses = [Class("runsc")] };
        var far = RunSample.File("b.yaml") with { RuntimeClasses = [Class("runc")] };
        Assert.Equal("gvisor", Assert.Single(RunSample.Evaluate(TestModel.BuiltIn, far, near).Workloads).Runtime.Technology?.Id);
    }

    [Fact]
    public void A_run_is_counted_as_it_is()
    {
        var model = TestModel.With(""" "forbidden": { "runc": { "reason": "x" } } """);
        var typo = TestModel.Declare(NeedScope.Template, "untrusted-cod");
        var result = RunSample.Evaluate(
            model,
            RunSample.File("b.yaml", RunSample.Pod(), RunSample.Pod("mine", null, TestModel.Declare(NeedScope.Template, "untrusted-code"))) with { DocumentCount = 4 },
            DescriptorFile.NotADescriptor("c.yaml"),
            RunSample.File("a.yaml", RunSample.Pod("gvisor", null, typo), RunSample.Pod("gvisor", null, TestModel.Declare(NeedScope.Template, "untrusted-code"))));
        Assert.Equal(
            ["a.yaml ISM1501 Info", "a.yaml ISM2003 Info", "b.yaml ISM1002 Warning", "b.yaml ISM1502 Warning", "file.yaml ISM1101 Error"],
            result.Findings.Select(finding => $"{finding.File} {finding.Rule.Id} {finding.Severity}").Order(StringComparer.Ordinal));
        Assert.Equal(result.Findings.Order(FindingOrder.Instance), result.Findings);
        Assert.Equal(new EvaluationSummary(2, 1, 5, 4, 1, 2, 2, 1, 1), result.Summary);
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData("tomorrow", false)]
    [InlineData("2030-12-31", false)]
    [InlineData("2031-01-01", true)]
    public void A_model_can_be_asked_for_another_day(string? day, bool isOver)
    {
        var model = TestModel.With(""" "forbidden": { "runc": { "reason": "x", "until": "2030-12-31" } } """);
        Assert.Equal(isOver, model.On(day).BanOf("runc", []) is null);
        Assert.Equal(day is "tomorrow" ? null : day, model.On(day).Day);
        Assert.Null(model.Day);
    }

    private static RuntimeResolution Resolve(ModelIndex model, string? name, IReadOnlyList<string> handlers)
    {
        var classes = handlers.Select(handler => Class(handler == "?" ? null : handler, name!)).ToList();
        return Assert.Single(RunSample.Evaluate(model, RunSample.File("a.yaml", RunSample.Pod(name)), RunSample.File("b.yaml") with { RuntimeClasses = classes }).Workloads).Runtime;
    }

    private static RuntimeClassObject Class(string? handler, string name = "mine") => new(name, handler, new TextRange(3, 2));

    private static void Expect(RuntimeResolution resolution, string? technology, RuntimeConfidence confidence, string reason)
    {
        Assert.Equal((technology, confidence), (resolution.Technology?.Id, resolution.Confidence));
        Assert.Contains(reason, resolution.Reason, StringComparison.Ordinal);
    }
}
