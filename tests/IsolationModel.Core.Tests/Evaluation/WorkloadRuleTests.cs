using IsolationModel.Evaluation;
using IsolationModel.Modeling;
using IsolationModel.Text;
using IsolationModel.Workloads;

namespace IsolationModel.Core.Tests.Evaluation;

/// <summary>Needs that an overlay declares for workloads by where they are.</summary>
public sealed class WorkloadRuleTests
{
    [Theory]
    // match, namespace, labels, path of the file, whether it matches
    [InlineData("\"namespace\": \"shop\"", "shop", "", "a.yaml", true)]
    [InlineData("\"namespace\": \"shop\"", "shop-eu", "", "a.yaml", false)]
    [InlineData("\"namespace\": \"shop\"", null, "", "a.yaml", false)]
    [InlineData("\"namespace\": \"Shop\"", "shop", "", "a.yaml", false)]
    [InlineData("\"namespace\": \"shop\"", "${NS}", "", "a.yaml", true)]
    [InlineData("\"labels\": { \"app\": \"api\" }", null, "app=api", "a.yaml", true)]
    [InlineData("\"labels\": { \"app\": \"api\" }", null, "app={{ .Values.app }}", "a.yaml", true)]
    [InlineData("\"labels\": { \"app\": \"api\" }", null, "tier={{ .Values.app }}", "a.yaml", false)]
    [InlineData("\"labels\": { \"app\": \"api\" }", null, "app=web", "a.yaml", false)]
    [InlineData("\"labels\": { \"app\": \"api\" }", null, "", "a.yaml", false)]
    [InlineData("\"labels\": { \"app\": \"api\", \"tier\": \"front\" }", null, "app=api;tier=front;x=y", "a.yaml", true)]
    [InlineData("\"labels\": { \"app\": \"api\", \"tier\": \"front\" }", null, "app=api", "a.yaml", false)]
    [InlineData("\"path\": \"deploy/prod/**\"", null, "", "deploy/prod/eu/a.yaml", true)]
    [InlineData("\"path\": \"deploy/prod/**\"", null, "", "deploy\\prod\\eu\\a.yaml", true)]
    [InlineData("\"path\": \"deploy/prod/**\"", null, "", "C:\\repo\\deploy\\prod\\a.yaml", true)]
    [InlineData("\"path\": \"deploy/prod/**\"", null, "", "deploy/production/a.yaml", false)]
    [InlineData("\"path\": \"**/*.k8s.yaml\"", null, "", "a.k8s.yaml", true)]
    [InlineData("\"path\": \"**\"", null, "", "any/where.yaml", true)]
    [InlineData("\"namespace\": \"shop\", \"labels\": { \"app\": \"api\" }, \"path\": \"prod/*\"", "shop", "app=api", "prod/a.yaml", true)]
    [InlineData("\"namespace\": \"shop\", \"labels\": { \"app\": \"api\" }, \"path\": \"prod/*\"", "shop", "app=api", "test/a.yaml", false)]
    [InlineData("\"namespace\": \"shop\", \"labels\": { \"app\": \"api\" }, \"path\": \"prod/*\"", "shop", "", "prod/a.yaml", false)]
    [InlineData("\"namespace\": \"shop\", \"labels\": { \"app\": \"api\" }, \"path\": \"prod/*\"", null, "app=api", "prod/a.yaml", false)]
    public void A_rule_reaches_what_matches_all_of_it(string match, string? space, string labels, string path, bool matches)
    {
        var model = TestModel.With($$""" "workloads": { "rule": { "match": { {{match}} }, "level": "high" } } """);
        var needs = RunSample.NeedsOf(model, path, WithLabels(RunSample.Pod(null, space), labels));
        Assert.Equal(matches ? ["level:high"] : [], needs.Needs.Select(need => need.Token));
    }

    [Fact]
    public void A_rule_may_declare_needs_a_level_and_a_scenario_at_once()
    {
        var model = TestModel.With(""" "workloads": { "rule": { "match": { "path": "**" }, "needs": ["untrusted-code", "startup <= 10 s"], "level": "very-high", "scenario": "ci-cd" } } """);
        var needs = RunSample.NeedsOf(model, "a.yaml", RunSample.Pod());
        Assert.Equal(["level:very-high", "untrusted-code", "startup <= 10 s", "scenario:ci-cd"], needs.Needs.Select(need => need.Token));
        Assert.Equal(["throughputLoss", "startup"], needs.Goals.Select(goal => goal.AttributeId));
        Assert.All(needs.Needs, need => Assert.Equal((NeedScope.Model, "workloads.rule"), (need.Declaration.Scope, need.Declaration.Key)));
    }

    [Fact]
    public void Rules_hold_together_and_with_what_the_workload_declares_itself()
    {
        var model = TestModel.With(""" "workloads": { "a": { "match": { "path": "**" }, "needs": ["untrusted-code"] }, "b": { "match": { "namespace": "shop" }, "needs": ["gpu", "untrusted-code"] } } """);
        var needs = RunSample.NeedsOf(model, "a.yaml", RunSample.Pod(null, "shop", TestModel.Declare(NeedScope.Template, "host-admin")));
        Assert.Equal(["untrusted-code", "gpu", "host-admin"], needs.Needs.Select(need => need.Token));
    }

    [Fact]
    public void A_rules_level_is_not_undercut_by_the_workload()
    {
        var model = TestModel.With(""" "workloads": { "a": { "match": { "path": "**" }, "level": "high" } } """);
        var result = RunSample.Evaluate(model, RunSample.File("a.yaml", RunSample.Pod("gvisor", null, TestModel.Declare(NeedScope.Template, "low", NeedCarrier.Level))));
        Assert.Equal(["level:high"], Assert.Single(result.Workloads).Needs.Needs.Select(need => need.Token));
        var weaker = Assert.Single(result.Findings, finding => finding.Rule.Id == "ISM1102");
        Assert.Contains("declared by a workload rule of the model", weaker.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "level:very-high")]
    [InlineData(", \"acceptWeaker\": \"PS-12\"", "level:low")]
    public void A_rule_may_accept_a_weaker_level_with_a_reason(string accept, string level)
    {
        var model = TestModel.With($$""" "workloads": { "a": { "match": { "path": "**" }, "level": "low"{{accept}} } } """);
        var run = new NeedDeclaration(NeedCarrier.Level, NeedScope.Run, "very-high", string.Empty, LineMap.Empty, default, -1);
        var result = Evaluator.Evaluate(model, [RunSample.File("a.yaml", RunSample.Pod())], [run], TestContext.Current.CancellationToken);
        Assert.Equal([level], Assert.Single(result.Workloads).Needs.Needs.Select(need => need.Token));
        Assert.Equal(accept.Length == 0, result.Findings.Any(finding => finding.Rule.Id == "ISM1102"));
    }

    [Theory]
    [InlineData("shop", "level:low", false)]
    [InlineData("${NS}", "level:very-high", true)]
    public void A_placeholder_does_not_let_a_rule_accept_a_weaker_level(string space, string level, bool told)
    {
        var model = TestModel.With(""" "workloads": { "a": { "match": { "namespace": "shop" }, "level": "low", "acceptWeaker": "PS-12" } } """);
        var run = new NeedDeclaration(NeedCarrier.Level, NeedScope.Run, "very-high", string.Empty, LineMap.Empty, default, -1);
        var result = Evaluator.Evaluate(model, [RunSample.File("a.yaml", RunSample.Pod(null, space))], [run], TestContext.Current.CancellationToken);
        Assert.Equal([level], Assert.Single(result.Workloads).Needs.Needs.Select(need => need.Token));
        Assert.Equal(told, result.Findings.Any(finding => finding.Rule.Id == "ISM1102"));
    }

    [Fact]
    public void A_finding_about_a_rules_need_names_the_workload_and_needs_no_place_of_the_rule()
    {
        var model = TestModel.With(""" "workloads": { "a": { "match": { "path": "**" }, "level": "high" } } """);
        var finding = Assert.Single(RunSample.Evaluate(model, RunSample.File("a.yaml", RunSample.Pod())).Findings);
        Assert.Equal(("ISM1001", "a.yaml", "level:high"), (finding.Rule.Id, finding.File, finding.Need));
        Assert.Empty(finding.Related);
    }

    private static Workload WithLabels(Workload workload, string labels) => workload with
    {
        Labels = labels.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(label => label.Split('=')).Select(parts => new LabelMatch(parts[0], parts[1])).ToList(),
    };
}
