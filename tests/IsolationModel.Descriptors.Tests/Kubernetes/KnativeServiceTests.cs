using IsolationModel.Evaluation;
using IsolationModel.Modeling;
using IsolationModel.Workloads;

namespace IsolationModel.Descriptors.Tests.Kubernetes;

/// <summary>Services of Knative, and of Cloud Run in the same words.</summary>
public sealed class KnativeServiceTests
{
    private static readonly ModelIndex Model = new(BuiltInModel.Definition);

    /// <summary>Metadata of service and template, the technology, and a part of the reason (Cloud Run: execution environments).</summary>
    [Theory]
    [InlineData("", "", "runc", "the default")]
    [InlineData("annotations: { run.googleapis.com/ingress: all }", "annotations: { run.googleapis.com/execution-environment: gen1 }", "gvisor", "by run.googleapis.com/execution-environment of Service")]
    [InlineData("", "annotations: { run.googleapis.com/execution-environment: gen1 }", "gvisor", "by run.googleapis.com/execution-environment")]
    [InlineData("", "annotations: { run.googleapis.com/execution-environment: gen2 }", null, "a micro virtual machine of its own")]
    [InlineData("", "annotations: { run.googleapis.com/execution-environment: '${GEN}' }", null, "'${GEN}' is a placeholder")]
    [InlineData("labels: { cloud.googleapis.com/location: europe-west1 }", "", null, "picks gVisor or a micro virtual machine by itself")]
    [InlineData("annotations: { run.googleapis.com/execution-environment: gen1 }", "", null, "picks gVisor or a micro virtual machine by itself")] // only the template's counts
    public void Cloud_Run_picks_by_an_annotation_of_the_template(string service, string template, string? technology, string reason)
    {
        var text = $"apiVersion: serving.knative.dev/v1\nkind: Service\nmetadata: {{ name: shop, {service} }}\nspec: {{ template: {{ metadata: {{ {template} }}, spec: {{ containers: [ {{ image: i }} ] }} }} }}\n";
        var runtime = Assert.Single(Evaluate(text).Workloads).Runtime;
        Assert.Equal(technology, runtime.Technology?.Id);
        Assert.Contains(reason, runtime.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Job", "{ template: { spec: { template: { spec: { containers: [ { name: main, image: i } ] } } } } }")]
    [InlineData("WorkerPool", "{ template: { spec: { containers: [ { name: main, image: i } ] } } }")]
    public void Jobs_and_worker_pools_of_Cloud_Run_have_the_second_generation_alone(string kind, string spec)
    {
        var workload = Assert.Single(Evaluate($"apiVersion: run.googleapis.com/v1\nkind: {kind}\nmetadata: {{ name: shop }}\nspec: {spec}").Workloads);
        Assert.Equal(RuntimeConfidence.Unknown, workload.Runtime.Confidence);
        Assert.Contains("micro virtual machine", workload.Runtime.Reason, StringComparison.Ordinal);
        Assert.Equal("container 'main'", Assert.Single(workload.Workload.Containers).Name);
    }

    [Fact]
    public void A_core_Service_is_no_workload() =>
        Assert.Empty(Sample.Read("apiVersion: v1\nkind: Service\nmetadata: { name: shop }\nspec: { template: { spec: { containers: [ { name: a, image: i } ] } } }").Workloads);

    private static EvaluationResult Evaluate(string text) => Evaluator.Evaluate(Model, [Sample.Read(text)], [], TestContext.Current.CancellationToken);
}
