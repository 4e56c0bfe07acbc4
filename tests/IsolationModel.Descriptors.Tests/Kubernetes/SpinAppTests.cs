using IsolationModel.Evaluation;
using IsolationModel.Modeling;
using IsolationModel.Workloads;

namespace IsolationModel.Descriptors.Tests.Kubernetes;

/// <summary>Applications of SpinKube and the executors that they name.</summary>
public sealed class SpinAppTests
{
    private const string App = "apiVersion: core.spinkube.dev/v1alpha1\nkind: SpinApp\nmetadata: { name: shop }\nspec:\n  image: i\n  executor: shim\n  podAnnotations: { isolationmodel.dev/needs: untrusted-code }\n";
    private const string ShimClass = "apiVersion: node.k8s.io/v1\nkind: RuntimeClass\nmetadata: { name: wasmtime-spin-v2 }\nhandler: spin\n";

    private static readonly ModelIndex Model = new(BuiltInModel.Definition);

    /// <summary>The executor's spec, the technology, how sure that is, and a part of the reason.</summary>
    [Theory]
    [InlineData("deploymentConfig: { runtimeClassName: wasmtime-spin-v2 }", "spinkube", RuntimeConfidence.Known, "SpinAppExecutor 'shim': RuntimeClass 'wasmtime-spin-v2' with handler 'spin'")]
    [InlineData("deploymentConfig: { runtimeClassName: mine }", null, RuntimeConfidence.Unknown, "RuntimeClass 'mine' is not among the files")]
    [InlineData("deploymentConfig: { runtimeClassName: '${RC}' }", null, RuntimeConfidence.Unknown, "'${RC}' is a placeholder")]
    [InlineData("deploymentConfig: { spinImage: ghcr.io/fermyon/spin }", "runc", RuntimeConfidence.AssumedDefault, "the default, since runtimeClassName is not set")] // spin-operator docs: a container with spin as its entry point
    [InlineData("deploymentConfig: {}", null, RuntimeConfidence.Unknown, "neither runtimeClassName nor spinImage")]
    [InlineData("createDeployment: false", null, RuntimeConfidence.Unknown, "createDeployment: false")]
    [InlineData("text", null, RuntimeConfidence.Unknown, "neither runtimeClassName nor spinImage")]
    public void The_executor_decides_how_an_application_runs(string executor, string? technology, RuntimeConfidence confidence, string reason)
    {
        foreach (var group in new[] { "core.spinkube.dev", "core.spinoperator.dev" })
        {
            var app = Read("a.yaml", App.Replace("core.spinkube.dev", group, StringComparison.Ordinal));
            var other = Read("b.yaml", $"apiVersion: {group}/v1alpha1\nkind: SpinAppExecutor\nmetadata: {{ name: shim }}\nspec: {{ {executor} }}\n---\n{ShimClass}");
            var runtime = Assert.Single(Evaluate(app, other).Workloads).Runtime;
            Assert.Equal((technology, confidence), (runtime.Technology?.Id, runtime.Confidence));
            Assert.Contains(reason, runtime.Reason, StringComparison.Ordinal);
            Assert.Contains(runtime.Related, place => place.File == "b.yaml");
        }
    }

    [Fact]
    public void An_executor_that_is_not_among_the_files_is_undetermined_and_told_at_its_name()
    {
        var app = Read("a.yaml", App);
        var result = Evaluate(app);
        Assert.Contains("SpinAppExecutor 'shim' is not among the files; check its object along", Assert.Single(result.Workloads).Runtime.Reason, StringComparison.Ordinal);
        var finding = Assert.Single(result.Findings);
        Assert.Equal(("ISM1502", "shim"), (finding.Rule.Id, Sample.At(App, finding.Range)));
        Assert.Empty(Evaluate(Read("a.yaml", App.Replace("isolationmodel.dev/needs", "other", StringComparison.Ordinal))).Findings);
    }

    [Theory]
    [InlineData("a", "a", "runc")]
    [InlineData("a", null, "runc")] // filled in at deployment
    [InlineData(null, "a", "runc")]
    [InlineData("a", "b", null)]
    public void An_executor_counts_in_its_own_namespace(string? app, string? executor, string? technology)
    {
        string In(string? space) => space is null ? "{ name: shim }" : $"{{ name: shim, namespace: {space} }}";
        var text = $"apiVersion: core.spinkube.dev/v1alpha1\nkind: SpinApp\nmetadata: {In(app)}\nspec: {{ executor: shim }}\n---\napiVersion: core.spinkube.dev/v1alpha1\nkind: SpinAppExecutor\nmetadata: {In(executor)}\nspec: {{ deploymentConfig: {{ spinImage: i }} }}\n";
        Assert.Equal(technology, Assert.Single(Evaluate(Read("a.yaml", text)).Workloads).Runtime.Technology?.Id);
    }

    [Fact]
    public void Executors_that_contradict_each_other_say_nothing_but_the_one_of_the_same_file_counts_first()
    {
        string Executor(string pick) => $"apiVersion: core.spinkube.dev/v1alpha1\nkind: SpinAppExecutor\nmetadata: {{ name: shim }}\nspec: {{ deploymentConfig: {{ {pick} }} }}\n";
        var image = Executor("spinImage: i");
        var shim = Executor("runtimeClassName: wasmtime-spin-v2");
        var apart = Evaluate(Read("a.yaml", App), Read("b.yaml", image), Read("c.yaml", shim));
        Assert.Contains("defined more than once", Assert.Single(apart.Workloads).Runtime.Reason, StringComparison.Ordinal);
        var near = Evaluate(Read("a.yaml", $"{App}---\n{image}"), Read("c.yaml", shim));
        Assert.Equal("runc", Assert.Single(near.Workloads).Runtime.Technology?.Id);
        var equal = Evaluate(Read("a.yaml", App), Read("b.yaml", image), Read("c.yaml", image));
        Assert.Equal("runc", Assert.Single(equal.Workloads).Runtime.Technology?.Id);
    }

    [Fact]
    public void An_application_is_known_to_be_a_module_and_its_settings_count()
    {
        const string text = App + "  volumes: [ { name: v, hostPath: { path: /etc } } ]\n  volumeMounts: [ { name: v, mountPath: /x } ]\n  resources: { limits: { nvidia.com/gpu: 1 } }\n";
        var workload = Sample.One(text);
        var container = Assert.Single(workload.Containers);
        Assert.Equal("container 'shop'", container.Name);
        Assert.Equal(("true", "true", "/etc"), (container.Find("wasmOnly")!.Value, container.Find("gpu")!.Value, Sample.At(text, container.Find("writableHostPaths")!.Items[0].Range)));
        Assert.Equal((NeedScope.Template, "untrusted-code"), (workload.Needs[0].Scope, Sample.At(text, workload.Needs[0].RangeOf(0, 14))));
        Assert.Equal("shim", Sample.At(text, workload.Runtime.Range));
    }

    [Theory]
    [InlineData("spec: { image: i }", RuntimeConfidence.Unknown, "names no SpinAppExecutor")]
    [InlineData("spec: { executor: '{{ .Values.executor }}' }", RuntimeConfidence.Unknown, "is a placeholder")]
    [InlineData("spec: '{{ .Values.spec }}'", RuntimeConfidence.Unknown, "is a placeholder")]
    public void An_application_without_an_executor_is_undetermined(string spec, RuntimeConfidence confidence, string reason)
    {
        var runtime = Assert.Single(Evaluate(Read("a.yaml", $"apiVersion: core.spinkube.dev/v1alpha1\nkind: SpinApp\nmetadata: {{ name: shop }}\n{spec}")).Workloads).Runtime;
        Assert.Equal(confidence, runtime.Confidence);
        Assert.Contains(reason, runtime.Reason, StringComparison.Ordinal);
    }

    private static DescriptorFile Read(string path, string text) => DescriptorReader.Read(path, text, DescriptorExpectation.Expected, TestContext.Current.CancellationToken);

    private static EvaluationResult Evaluate(params DescriptorFile[] files) => Evaluator.Evaluate(Model, files, [], TestContext.Current.CancellationToken);
}
