using IsolationModel.Evaluation;
using IsolationModel.Modeling;
using IsolationModel.Workloads;

namespace IsolationModel.Descriptors.Tests.Kubernetes;

/// <summary>Scenarios by annotation and the labels that workload rules match, from the text to the judgement.</summary>
public sealed class NeedAnnotationTests
{
    private static readonly ModelIndex Model = new(BuiltInModel.Definition);

    [Theory]
    [InlineData("isolationmodel.dev/scenario: serverless", "level:medium|scenario:serverless")]
    [InlineData("isolationmodel.dev/scenario: \"plugin-system\"", "level:high|scenario:plugin-system")]
    [InlineData("isolationmodel.dev/needs: \"scenario:serverless, hostile-tenants\"", "level:medium|scenario:serverless|hostile-tenants")]
    public void A_scenario_is_declared_by_its_annotation_or_among_needs(string annotation, string tokens)
    {
        var assessment = Assert.Single(Evaluate(Sample.Pod("  containers: []", annotation)).Workloads);
        Assert.Empty(assessment.Needs.Problems);
        Assert.Equal(tokens, string.Join('|', assessment.Needs.Needs.Select(need => need.Token)));
        Assert.NotEmpty(assessment.Needs.Goals);
    }

    [Fact]
    public void A_scenario_of_the_namespace_reaches_its_workloads()
    {
        const string text = """
            apiVersion: v1
            kind: Namespace
            metadata: { name: eu, annotations: { isolationmodel.dev/scenario: ci-cd } }
            ---
            apiVersion: v1
            kind: Pod
            metadata: { name: a, namespace: eu }
            spec: { containers: [] }
            ---
            apiVersion: v1
            kind: Pod
            metadata: { name: b, namespace: us }
            spec: { containers: [] }
            """;
        Assert.Equal(
            [("a", "level:low|scenario:ci-cd"), ("b", string.Empty)],
            Evaluate(text).Workloads.Select(each => (each.Workload.Name, string.Join('|', each.Needs.Needs.Select(need => need.Token)))));
    }

    [Theory]
    [InlineData("serverles", "serverless")]
    [InlineData("scenario:serverless", null)]
    public void A_misspelt_scenario_is_told_at_its_value(string value, string? replacement)
    {
        var text = Sample.Pod("  containers: []", $"isolationmodel.dev/scenario: {value}");
        var finding = Assert.Single(Evaluate(text).Findings);
        Assert.Equal(("ISM1101", value), (finding.Rule.Id, Sample.At(text, finding.Range)));
        Assert.Equal(replacement, finding.Edits.Count == 0 ? null : finding.Edits[0].NewText);
    }

    [Theory]
    [InlineData("isolationmodel.dev/scenario: ")]
    [InlineData("isolationmodel.dev/scenario: \"\"")]
    [InlineData("isolationmodel.dev/scenario: [serverless]")]
    public void A_scenario_key_that_declares_nothing_is_told(string annotation)
    {
        var finding = Assert.Single(Evaluate(Sample.Pod("  containers: []", annotation)).Findings);
        Assert.Equal("ISM1101", finding.Rule.Id);
        Assert.Contains("write the id of a scenario", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_misspelt_scenario_key_is_told_with_the_meant_one()
    {
        var finding = Assert.Single(Evaluate(Sample.Pod("  containers: []", "isolationmodel.dev/scenaro: serverless")).Findings);
        Assert.Equal("isolationmodel.dev/scenario", Assert.Single(finding.Edits).NewText);
    }

    [Fact]
    public void The_scenario_of_the_template_and_that_of_the_object_hold_together()
    {
        const string text = """
            apiVersion: apps/v1
            kind: Deployment
            metadata: { name: shop, annotations: { isolationmodel.dev/scenario: microservices } }
            spec: { template: { metadata: { annotations: { isolationmodel.dev/scenario: ci-cd } }, spec: { containers: [] } } }
            """;
        var needs = Assert.Single(Evaluate(text).Workloads).Needs;
        Assert.Equal(["level:medium", "scenario:microservices", "scenario:ci-cd"], needs.Needs.Select(need => need.Token));
        // The object's level is the stronger one, so the template's has no effect; that is told.
        Assert.Equal(NeedProblemKind.WeakerLevel, Assert.Single(needs.Problems).Kind);
    }

    [Theory]
    [InlineData("pod-security:baseline@v1.30", "ISM2002")]
    [InlineData("pod-security:baseline@30", "ISM1101")]
    public void Pod_Security_is_judged_or_misspelt(string need, string rule) => Assert.Contains(
        Evaluate(Sample.Pod("  hostPID: true\n  containers: []", $"isolationmodel.dev/needs: \"{need}\"")).Findings,
        finding => finding.Rule.Id == rule);

    [Fact]
    public void Labels_are_those_of_the_object_and_those_of_the_template_which_win()
    {
        const string text = """
            apiVersion: apps/v1
            kind: Deployment
            metadata: { name: shop, labels: { app: object, tier: front, count: 3, empty: } }
            spec: { template: { metadata: { labels: { app: template, zone: eu, list: [a] } }, spec: { containers: [] } } }
            """;
        Assert.Equal(["app=template", "count=3", "tier=front", "zone=eu"], Sample.One(text).Labels.Select(label => $"{label.Key}={label.Value}"));
    }

    private static EvaluationResult Evaluate(string text) => Evaluator.Evaluate(Model, [Sample.Read(text)], [], TestContext.Current.CancellationToken);
}
