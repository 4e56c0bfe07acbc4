using System.Text;

namespace IsolationModel.Descriptors.Tests.Kubernetes;

/// <summary>Pods of kinds that nobody listed: found by their shape, and only where an object makes Pods.</summary>
public sealed class PodShapeTests
{
    private const string Pod = "{ runtimeClassName: rc, containers: [ { name: main, image: i } ] }";

    [Fact]
    public void Pods_of_an_unknown_kind_are_told_apart_by_their_paths()
    {
        var text = $"apiVersion: ray.io/v1\nkind: RayCluster\nmetadata: {{ name: ray }}\nspec:\n  headGroupSpec: {{ template: {{ spec: {Pod} }} }}\n  workerGroupSpecs:\n  - template:\n      spec: {Pod}\n";
        var workloads = Sample.Read(text).Workloads;
        Assert.Equal(
            ["RayCluster ray (spec.headGroupSpec.template.spec)", "RayCluster ray (spec.workerGroupSpecs[0].template.spec)"],
            workloads.Select(workload => workload.DisplayName));
        Assert.All(workloads, workload => Assert.True(workload.IsFoundByShape));
        Assert.All(workloads, workload => Assert.Equal(("spec", "rc"), (Sample.At(text, workload.Range), Sample.At(text, workload.Runtime.Range))));
    }

    [Fact]
    public void The_only_pod_of_an_object_bears_its_name_alone()
    {
        var workload = Sample.One($"apiVersion: example.com/v1\nkind: Runner\nmetadata: {{ name: a }}\nspec: {Pod}");
        Assert.Equal(("Runner a", true), (workload.DisplayName, workload.IsFoundByShape));
        Assert.False(Sample.One(Sample.Pod("  containers: [ { name: main, image: i } ]")).IsFoundByShape);
    }

    [Theory]
    [InlineData("spec: { containers: [] }")]
    [InlineData("spec: { containers: [ { name: main } ] }")] // a patch of what an operator makes
    [InlineData("spec: { containers: [ { image: i } ] }")]
    [InlineData("spec: { containers: [ { name: main, image: i }, { name: other } ] }")]
    [InlineData("spec: { containers: [ main ] }")]
    [InlineData("spec: { containers: { name: main, image: i } }")]
    [InlineData("spec: { initContainers: [ { name: main, image: i } ] }")]
    [InlineData("status: { containers: [ { name: main, image: i } ] }")]
    [InlineData("metadata: { containers: [ { name: main, image: i } ] }")]
    public void Other_shapes_are_no_pods(string body) => Assert.Empty(Sample.Read($"apiVersion: example.com/v1\nkind: Runner\n{body}").Workloads);

    [Theory]
    [InlineData("apiextensions.k8s.io/v1", "CustomResourceDefinition", "spec: { versions: [ { schema: { openAPIV3Schema: { properties: { spec: { example: POD, properties: { runtimeClassName: { type: string } } } } } } } ] }")]
    [InlineData("apiextensions.k8s.io/v1", "CustomResourceDefinition", "spec: POD")]
    [InlineData("v1", "ConfigMap", "data: { pod: POD }")]
    [InlineData("v1", "ConfigMap", "data: { pod: 'apiVersion: v1, kind: Pod, spec: POD' }")]
    [InlineData("v1", "Secret", "stringData: { pod: POD }")]
    [InlineData("v1", "Service", "spec: POD")]
    [InlineData("networking.k8s.io/v1", "Ingress", "spec: POD")]
    [InlineData("admissionregistration.k8s.io/v1", "ValidatingAdmissionPolicy", "spec: POD")]
    [InlineData("kyverno.io/v1", "ClusterPolicy", "spec: { rules: [ { mutate: { patchStrategicMerge: { spec: POD } } } ] }")]
    [InlineData("auto.gke.io/v1", "WorkloadAllowlist", "matchingCriteria: POD")]
    [InlineData("kustomize.config.k8s.io/v1beta1", "Kustomization", "patches: [ { patch: POD } ]")]
    public void What_speaks_of_pods_without_making_any_holds_none(string apiVersion, string kind, string body)
    {
        string Text(string version, string name) => $"apiVersion: {version}\nkind: {name}\nmetadata: {{ name: a }}\n{body.Replace("POD", Pod, StringComparison.Ordinal)}";
        Assert.Empty(Sample.Read(Text(apiVersion, kind)).Workloads);
        if (!body.Contains('\'', StringComparison.Ordinal))
        {
            Assert.NotEmpty(Sample.Read(Text("example.com/v1", "Runner")).Workloads); // the kind it is that tells
        }
    }

    [Fact]
    public void A_pod_behind_an_alias_stands_where_the_alias_stands()
    {
        var text = $"apiVersion: example.com/v1\nkind: Runner\nmetadata: {{ name: a }}\nshared: &pod {{ runtimeClassName: rc, containers: [ {{ name: main, image: i }} ] }}\nspec:\n  one: *pod\n";
        var workloads = Sample.Read(text).Workloads;
        Assert.Equal(["shared", "spec.one"], workloads.Select(workload => workload.Part));
        Assert.Equal("*pod", Sample.At(text, workloads[1].Runtime.Range));
    }

    [Fact]
    public void A_pod_below_the_depth_that_anybody_writes_is_not_searched_for()
    {
        string Nested(int levels) => $"apiVersion: example.com/v1\nkind: Runner\nmetadata: {{ name: a }}\nspec: {string.Concat(Enumerable.Repeat("{ a: ", levels))}{Pod}{string.Concat(Enumerable.Repeat(" }", levels))}";
        Assert.Single(Sample.Read(Nested(20)).Workloads);
        Assert.Empty(Sample.Read(Nested(60)).Workloads);
    }

    [Fact]
    public void Aliases_that_multiply_an_object_over_many_documents_end_the_search_and_are_told()
    {
        var text = new StringBuilder();
        for (var i = 0; i < 40; i++)
        {
            text.Append("---\napiVersion: example.com/v1\nkind: Runner\nmetadata: { name: a }\na: &a [")
                .Append(string.Join(',', Enumerable.Repeat("{ }", 300)))
                .Append("]\nb: [").Append(string.Join(',', Enumerable.Repeat("*a", 300))).Append("]\n");
        }

        var file = Sample.Read(text.ToString());
        Assert.Equal("ISM9009", Assert.Single(file.Findings).Rule.Id);
    }
}
