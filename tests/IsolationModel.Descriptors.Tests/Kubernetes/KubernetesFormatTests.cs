using IsolationModel.Modeling;
using IsolationModel.Workloads;

namespace IsolationModel.Descriptors.Tests.Kubernetes;

public sealed class KubernetesFormatTests
{
    [Theory]
    [InlineData("v1", "Pod", "spec: { runtimeClassName: rc }")]
    [InlineData("apps/v1", "Deployment", "spec: { template: { spec: { runtimeClassName: rc } } }")]
    [InlineData("extensions/v1beta1", "Deployment", "spec: { template: { spec: { runtimeClassName: rc } } }")]
    [InlineData("apps/v1", "StatefulSet", "spec: { template: { spec: { runtimeClassName: rc } } }")]
    [InlineData("apps/v1", "DaemonSet", "spec: { template: { spec: { runtimeClassName: rc } } }")]
    [InlineData("apps/v1", "ReplicaSet", "spec: { template: { spec: { runtimeClassName: rc } } }")]
    [InlineData("batch/v1", "Job", "spec: { template: { spec: { runtimeClassName: rc } } }")]
    [InlineData("batch/v1", "CronJob", "spec: { jobTemplate: { spec: { template: { spec: { runtimeClassName: rc } } } } }")]
    public void A_pod_is_found_in_every_kind_that_makes_pods(string apiVersion, string kind, string body)
    {
        var workload = Sample.One($"apiVersion: {apiVersion}\nkind: {kind}\nmetadata: {{ name: shop, namespace: eu }}\n{body}");
        Assert.Equal((kind, "eu", "shop", "rc"), (workload.Kind, workload.Namespace, workload.Name, workload.Runtime.Name));
    }

    [Theory]
    [InlineData("example.com/v1", "Pod")]
    [InlineData("apiextensions.k8s.io/v1", "CustomResourceDefinition")]
    [InlineData("v1", "pod")]
    public void Other_kinds_of_the_same_look_are_no_workloads(string apiVersion, string kind)
    {
        var file = Sample.Read($"apiVersion: {apiVersion}\nkind: {kind}\nspec: {{ runtimeClassName: rc }}");
        Assert.Empty(file.Workloads);
        Assert.True(file.IsDescriptor);
    }

    [Fact]
    public void Lists_hold_workloads_and_lists()
    {
        const string text = """
            apiVersion: v1
            kind: List
            items:
              - { apiVersion: v1, kind: Pod, metadata: { name: a } }
              - { apiVersion: v1, kind: List, items: [ { apiVersion: apps/v1, kind: Deployment, metadata: { name: b } } ] }
              - { apiVersion: apps/v1, kind: DeploymentList, items: [ { apiVersion: apps/v1, kind: Deployment, metadata: { name: c } } ] }
            """;
        Assert.Equal(["a", "b", "c"], Sample.Read(text).Workloads.Select(workload => workload.Name));
    }

    [Fact]
    public void JSON_is_read_by_the_rules_of_JSON()
    {
        var workload = Sample.One("{\n\t\"apiVersion\": \"v1\",\n\t\"kind\": \"Pod\",\n\t\"metadata\": { \"name\": \"shop\" },\n\t\"spec\": { \"runtimeClassName\": \"gvisor\" }\n}");
        Assert.Equal("gvisor", workload.Runtime.Name);
    }

    [Theory]
    [InlineData("  runtimeClassName: gvisor", RuntimeReferenceState.Named, "gvisor", "gvisor")]
    [InlineData("  containers: []", RuntimeReferenceState.Absent, "", "spec")] // the key that should have held it
    [InlineData("  runtimeClassName:\n  containers: []", RuntimeReferenceState.Absent, "", null)]
    [InlineData("  runtimeClassName: ~", RuntimeReferenceState.Absent, "", "~")]
    [InlineData("  runtimeClassName: ''", RuntimeReferenceState.Empty, "", "''")]
    [InlineData("  RuntimeClassName: gvisor", RuntimeReferenceState.Absent, "", "spec")] // the API server's keys are case-sensitive
    [InlineData("  runtimeClassName: {{ .Values.rc }}", RuntimeReferenceState.Unresolved, "{{ .Values.rc }}", "{{ .Values.rc }}")]
    [InlineData("  runtimeClassName: \"${RC}\"", RuntimeReferenceState.Unresolved, "${RC}", "\"${RC}\"")]
    [InlineData("  runtimeClassName: [gvisor]", RuntimeReferenceState.Unresolved, "", "[gvisor]")]
    public void The_runtime_is_read_with_its_place(string spec, RuntimeReferenceState state, string name, string? at)
    {
        var text = Sample.Pod(spec);
        var runtime = Sample.One(text).Runtime;
        Assert.Equal((state, name), (runtime.State, runtime.Name));
        if (at is not null)
        {
            Assert.Equal(at, Sample.At(text, runtime.Range));
        }
    }

    [Fact]
    public void A_spec_that_is_a_placeholder_picks_nobody_knows_what() => Assert.Equal(
        RuntimeReferenceState.Unresolved,
        Sample.One("apiVersion: v1\nkind: Pod\nmetadata: { name: shop }\nspec: {{ toYaml .Values.spec }}").Runtime.State);

    [Fact]
    public void The_untrusted_workload_annotation_selects_the_handler_of_that_name()
    {
        var runtime = Sample.One(Sample.Pod("  containers: []", "io.kubernetes.cri.untrusted-workload: \"true\"")).Runtime;
        Assert.Equal((RuntimeNameKind.RuntimeHandler, "untrusted"), (runtime.NameKind, runtime.Name));
    }

    [Theory]
    [InlineData("node.k8s.io/v1", "handler: runsc", "runsc")]
    [InlineData("node.k8s.io/v1beta1", "handler: runsc", "runsc")]
    [InlineData("node.k8s.io/v1alpha1", "spec: { runtimeHandler: runsc }", "runsc")]
    [InlineData("node.k8s.io/v1", "handler: ${HANDLER}", null)]
    [InlineData("node.k8s.io/v1", "scheduling: {}", null)]
    public void RuntimeClass_objects_are_read(string apiVersion, string body, string? handler) => Assert.Equal(
        ("gvisor", handler),
        Assert.Single(Sample.Read($"apiVersion: {apiVersion}\nkind: RuntimeClass\nmetadata: {{ name: gvisor }}\n{body}").RuntimeClasses) is var found ? (found.Name, found.Handler) : default);

    [Fact]
    public void Needs_are_read_from_object_template_and_namespace_with_their_places()
    {
        const string text = """
            apiVersion: apps/v1
            kind: Deployment
            metadata:
              name: shop
              annotations: { isolationmodel.dev/level: medium }
            spec:
              template:
                metadata:
                  annotations:
                    isolationmodel.dev/needs: "untrusted-code, host-admin"
                    other.example/needs: no
            """;
        var needs = Sample.One(text).Needs;
        Assert.Equal([NeedCarrier.Level, NeedCarrier.Needs, NeedCarrier.Foreign], needs.Select(need => need.Carrier));
        Assert.Equal([NeedScope.Object, NeedScope.Template, NeedScope.Template], needs.Select(need => need.Scope));
        Assert.Equal("host-admin", Sample.At(text, needs[1].RangeOf(16, 10)));
        Assert.Equal("medium", Sample.At(text, needs[0].RangeOf(0, 6)));

        var space = Assert.Single(Sample.Read("apiVersion: v1\nkind: Namespace\nmetadata: { name: eu, annotations: { isolationmodel.dev/level: high } }").Namespaces);
        Assert.Equal(("eu", "high"), (space.Name, Assert.Single(space.Needs).Text));
    }

    [Fact]
    public void A_need_that_is_folded_or_escaped_is_told_as_a_whole()
    {
        const string text = "apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\n  annotations:\n    isolationmodel.dev/needs: >-\n      untrusted-code,\n      host-admin\n";
        var need = Assert.Single(Sample.One(text).Needs);
        Assert.Equal("untrusted-code, host-admin", need.Text);
        Assert.Equal(need.Range, need.RangeOf(16, 10));
    }

    [Fact]
    public void An_unknown_key_of_the_own_vocabulary_is_kept_to_be_told()
    {
        var need = Assert.Single(Sample.One(Sample.Pod("  containers: []", "isolationmodel.dev/levl: high")).Needs);
        Assert.Equal((NeedCarrier.UnknownKey, "isolationmodel.dev/levl"), (need.Carrier, need.Key));
    }

    [Theory]
    [InlineData("apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\n  labels: { app: a, isolationmodel.dev/level: high }\nspec: { containers: [] }\n", NeedScope.Template)]
    [InlineData("apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: a\n  labels: { isolationmodel.dev/level: high }\nspec: { template: { spec: { containers: [] } } }\n", NeedScope.Object)]
    [InlineData("apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: a }\nspec: { template: { metadata: { labels: { isolationmodel.dev/level: high } }, spec: { containers: [] } } }\n", NeedScope.Template)]
    public void A_label_with_a_key_of_the_own_vocabulary_is_kept_to_be_told(string text, NeedScope scope)
    {
        var need = Assert.Single(Sample.One(text).Needs);
        Assert.Equal((NeedCarrier.UnknownKey, "isolationmodel.dev/level", scope), (need.Carrier, need.Key, need.Scope));
    }
}
