using IsolationModel.Configuration;
using IsolationModel.Evaluation;
using IsolationModel.Findings;
using IsolationModel.Rules;
using IsolationModel.Text;
using IsolationModel.Workloads;

namespace IsolationModel.Core.Tests.Evaluation;

/// <summary>A finding leads back to the workload in which its rule found it, whatever that is called.</summary>
public sealed class FindingOriginTests
{
    private static readonly NeedDeclaration High = NeedDeclaration.ForRun(NeedCarrier.Level, "high");

    [Fact]
    public void Namesakes_in_one_file_are_told_apart()
    {
        var first = RunSample.Pod();
        var second = first with { Range = new TextRange(11, 3), Runtime = first.Runtime with { Range = new TextRange(14, 4) } };
        var result = Judge(IsolationSettings.None, RunSample.File("a.yaml", first, second));
        Assert.Equal(2, result.Findings.Count);
        Assert.All(result.Findings, finding => Assert.Equal(finding.Range, Assert.Single(result.OriginsOf(finding)).Workload.Runtime.Range));
    }

    [Fact]
    public void One_mistake_of_several_workloads_leads_to_all_of_them()
    {
        var result = Judge(IsolationSettings.None, RunSample.File("a.yaml", RunSample.Pod(), RunSample.Pod()));
        Assert.Equal(result.Workloads, result.OriginsOf(Assert.Single(result.Findings)));
    }

    [Fact]
    public void How_loudly_a_finding_is_told_does_not_matter()
    {
        var result = Judge(new IsolationSettings { Preset = RulePreset.Strict }, RunSample.File("a.yaml", RunSample.Pod()));
        var finding = Assert.Single(result.Findings, finding => finding.Rule.Id == "ISM1001");
        Assert.Equal(FindingSeverity.Error, finding.Severity);
        Assert.Same(Assert.Single(result.Workloads), Assert.Single(result.OriginsOf(finding)));
    }

    [Fact]
    public void What_is_said_of_a_file_has_no_origin()
    {
        var lines = new LineMap("a");
        var broken = Finding.At(InputRules.SyntaxError, FindingSeverity.Warning, "a.yaml", lines, new TextRange(0, 1), "it is broken");
        var result = Judge(IsolationSettings.None, RunSample.File("a.yaml") with { Findings = [broken] });
        Assert.Empty(result.OriginsOf(Assert.Single(result.Findings)));
    }

    private static EvaluationResult Judge(IsolationSettings settings, DescriptorFile file) =>
        Evaluator.Evaluate(TestModel.BuiltIn, [file], [], [High], settings, TestContext.Current.CancellationToken);
}
