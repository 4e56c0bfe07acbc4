using System.Text;
using IsolationModel.Data;
using IsolationModel.Descriptors.Yaml;
using IsolationModel.Workloads;

namespace IsolationModel.Descriptors.Tests.Kubernetes;

/// <summary>Every kind whose pod spec is found by its place: its runtime, its containers and its needs, each on the exact characters.</summary>
public sealed class PodKindTests
{
    private const string Metadata = "metadata: { annotations: { isolationmodel.dev/needs: untrusted-code }, labels: { tier: pod } }";
    private const string Spec = "spec: { runtimeClassName: rc, containers: [ { name: plain, image: i }, { name: strong, image: i, securityContext: { privileged: true } } ] }";
    private const string Template = "{ " + Metadata + ", " + Spec + " }";
    private const string Steps = "taskSpec: { steps: [ { name: plain, image: i }, { name: strong, image: i, securityContext: { privileged: true } } ] }";

    /// <summary>API version, kind, and the object behind its metadata. Sources: the API types and documents that PodKinds names.</summary>
    public static TheoryData<string, string, string> Kinds => new()
    {
        { "v1", "PodTemplate", $"template: {Template}" },
        { "v1", "ReplicationController", $"spec: {{ template: {Template} }}" },
        { "apps/v1", "Deployment", $"spec: {{ template: {Template} }}" },
        { "extensions/v1beta1", "Deployment", $"spec: {{ template: {Template} }}" },
        { "apps/v1", "StatefulSet", $"spec: {{ template: {Template} }}" },
        { "apps/v1", "DaemonSet", $"spec: {{ template: {Template} }}" },
        { "apps/v1", "ReplicaSet", $"spec: {{ template: {Template} }}" },
        { "batch/v1", "Job", $"spec: {{ template: {Template} }}" },
        { "batch/v1", "CronJob", $"spec: {{ jobTemplate: {{ spec: {{ template: {Template} }} }} }}" },
        { "serving.knative.dev/v1", "Service", $"spec: {{ template: {Template} }}" },
        { "serving.knative.dev/v1", "Configuration", $"spec: {{ template: {Template} }}" },
        { "argoproj.io/v1alpha1", "Rollout", $"spec: {{ template: {Template} }}" },
        { "keda.sh/v1alpha1", "ScaledJob", $"spec: {{ jobTargetRef: {{ template: {Template} }} }}" },
        { "agents.x-k8s.io/v1alpha1", "Sandbox", $"spec: {{ podTemplate: {Template} }}" },
        { "agents.x-k8s.io/v1beta1", "Sandbox", $"spec: {{ podTemplate: {Template} }}" },
        { "extensions.agents.x-k8s.io/v1alpha1", "SandboxTemplate", $"spec: {{ podTemplate: {Template} }}" },
        { "example.com/v1", "Fleet", $"spec: {{ groups: [ {{ size: 2, template: {Template} }} ] }}" }, // by its shape
    };

    /// <summary>Kinds whose own metadata are those of the Pod.</summary>
    public static TheoryData<string, string, string> KindsThatAreThePod => new()
    {
        { "v1", "Pod", Spec },
        { "serving.knative.dev/v1", "Revision", Spec },
        { "tekton.dev/v1", "TaskRun", $"spec: {{ podTemplate: {{ runtimeClassName: rc }}, {Steps} }}" },
        { "tekton.dev/v1", "PipelineRun", $"spec: {{ taskRunTemplate: {{ podTemplate: {{ runtimeClassName: rc }} }}, pipelineSpec: {{ tasks: [ {{ name: build, {Steps} }} ] }} }}" },
        { "tekton.dev/v1beta1", "PipelineRun", $"spec: {{ podTemplate: {{ runtimeClassName: rc }}, pipelineSpec: {{ finally: [ {{ name: build, {Steps} }} ] }} }}" },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    [MemberData(nameof(KindsThatAreThePod))]
    public void The_pod_is_found_with_the_place_of_each_fact(string apiVersion, string kind, string body)
    {
        var text = TextOf(apiVersion, kind, body);
        var workload = Sample.One(text);
        Assert.Equal((kind, "eu", "shop"), (workload.Kind, workload.Namespace, workload.Name));
        Assert.Equal((RuntimeReferenceState.Named, "rc", "rc"), (workload.Runtime.State, workload.Runtime.Name, Sample.At(text, workload.Runtime.Range)));
        Assert.Equal(workload.Part ?? "shop", Sample.At(text, workload.Range));

        var strong = Assert.Single(workload.Containers, container => container.Find("privileged") is { Value: "true" });
        Assert.Equal(("container 'strong'", "true"), (strong.Name, Sample.At(text, strong.Find("privileged")!.Range)));
        Assert.Equal(2, workload.Containers.Count);

        var need = Assert.Single(workload.Needs);
        Assert.Equal((NeedScope.Template, "untrusted-code"), (need.Scope, Sample.At(text, need.RangeOf(0, need.Text.Length))));
        Assert.Contains(workload.Labels, label => label is { Key: "tier", Value: "pod" });
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_object_declares_needs_as_its_pod_does(string apiVersion, string kind, string body)
    {
        var text = TextOf(apiVersion, kind, body).Replace("namespace: eu", "namespace: eu, annotations: { isolationmodel.dev/level: high }", StringComparison.Ordinal);
        Assert.Equal([(NeedScope.Object, "high"), (NeedScope.Template, "untrusted-code")], Sample.One(text).Needs.Select(need => (need.Scope, need.Text)));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    [MemberData(nameof(KindsThatAreThePod))]
    public void JSON_says_what_YAML_says(string apiVersion, string kind, string body)
    {
        var yaml = TextOf(apiVersion, kind, body);
        var json = new StringBuilder();
        WriteJson(YamlTreeReader.Read(yaml, CancellationToken.None).Documents[0], json);
        Assert.StartsWith("{\"", json.ToString(), StringComparison.Ordinal);
        Assert.Equal(Describe(Sample.One(yaml)), Describe(Sample.One(json.ToString())));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    [MemberData(nameof(KindsThatAreThePod))]
    public void Lists_of_the_kind_hold_it_also_where_the_items_leave_out_their_type(string apiVersion, string kind, string body)
    {
        var text = $"apiVersion: {apiVersion}\nkind: {kind}List\nitems:\n- {{ metadata: {{ name: a }}, {body} }}\n- {{ apiVersion: {apiVersion}, kind: {kind}, metadata: {{ name: b }}, {body} }}\n- {{ apiVersion: v1, kind: Pod, metadata: {{ name: c }} }}\n";
        Assert.Equal([(kind, "a"), (kind, "b"), ("Pod", "c")], Sample.Read(text).Workloads.Select(workload => (workload.Kind, workload.Name)));
    }

    [Theory]
    [InlineData("spec: { template: null }")]
    [InlineData("spec: { replicas: 1 }")]
    [InlineData("spec: null")]
    public void A_ReplicationController_without_a_template_makes_no_pods(string body) =>
        Assert.Empty(Sample.Read($"apiVersion: v1\nkind: ReplicationController\nmetadata: {{ name: shop }}\n{body}").Workloads);

    [Theory]
    [MemberData(nameof(Kinds))]
    [MemberData(nameof(KindsThatAreThePod))]
    public void What_stands_where_a_mapping_should_stand_makes_no_reader_fail(string apiVersion, string kind, string body)
    {
        Assert.NotEmpty(body);
        foreach (var odd in new[] { "", "null", "[]", "[[]]", "text", "\"{{ x }}\"", "3", "[ null, text, [ {} ] ]", "{ template: [ { spec: 1 } ], podTemplate: text, templates: [ 1 ] }", "{ taskSpec: { steps: text, sidecars: {} } }" })
        {
            var file = Sample.Read($"apiVersion: {apiVersion}\nkind: {kind}\nmetadata: {odd}\nspec: {odd}\ntemplate: {odd}");
            Assert.DoesNotContain(file.Findings, finding => finding.Rule.Id == "ISM9001");
        }
    }

    private static string TextOf(string apiVersion, string kind, string body)
    {
        var metadata = KindsThatAreThePod.Any(row => row.Data.Item2 == kind)
            ? "{ name: shop, namespace: eu, " + Metadata["metadata: { ".Length..]
            : "{ name: shop, namespace: eu }";
        return $"apiVersion: {apiVersion}\nkind: {kind}\nmetadata: {metadata}\n{body}\n";
    }

    private static string Describe(Workload workload) => string.Join('\n', [
        $"{workload.DisplayName} {workload.Runtime.State} {workload.Runtime.Name} {workload.IsFoundByShape}",
        .. workload.Needs.Select(need => $"{need.Scope} {need.Text}"),
        .. workload.Containers.SelectMany(container => container.Settings.Select(fact => $"{container.Name} {fact.SettingId} {fact.Value} {string.Join(' ', fact.Items.Select(item => item.Value))}")),
    ]);

    private static void WriteJson(DataNode node, StringBuilder json)
    {
        switch (node)
        {
            case DataMapping mapping:
                json.Append('{');
                for (var i = 0; i < mapping.Entries.Count; i++)
                {
                    json.Append(i == 0 ? "\"" : ",\"").Append(mapping.Entries[i].Key.Value).Append("\":");
                    WriteJson(mapping.Entries[i].Value, json);
                }

                json.Append('}');
                break;
            case DataSequence sequence:
                json.Append('[');
                for (var i = 0; i < sequence.Items.Count; i++)
                {
                    json.Append(i == 0 ? "" : ",");
                    WriteJson(sequence.Items[i], json);
                }

                json.Append(']');
                break;
            case DataScalar scalar:
                json.Append(scalar.AsBoolean() is not null || char.IsAsciiDigit(scalar.Value[0]) ? scalar.Value : $"\"{scalar.Value}\"");
                break;
            default:
                throw new InvalidDataException("The rows have no aliases.");
        }
    }
}
