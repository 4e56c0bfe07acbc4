using IsolationModel.Evaluation;
using IsolationModel.Modeling;
using IsolationModel.Workloads;

namespace IsolationModel.Descriptors.Tests.Kubernetes;

/// <summary>Workflows and Rollouts of Argo.</summary>
public sealed class ArgoTests
{
    private static readonly ModelIndex Model = new(BuiltInModel.Definition);

    [Theory]
    [InlineData("Workflow", "spec:")]
    [InlineData("WorkflowTemplate", "spec:")]
    [InlineData("ClusterWorkflowTemplate", "spec:")]
    [InlineData("CronWorkflow", "spec:\n workflowSpec:")]
    public void Each_template_with_containers_is_a_pod(string kind, string spec)
    {
        var text = $$"""
            apiVersion: argoproj.io/v1alpha1
            kind: {{kind}}
            metadata: { name: build }
            {{spec}}
              podMetadata: { annotations: { isolationmodel.dev/needs: untrusted-code } }
              podSpecPatch: '{"runtimeClassName": "rc"}'
              entrypoint: all
              templates:
              - name: all
                steps: [ [ { name: first, template: one } ] ]
              - name: one
                container: { image: i, securityContext: { privileged: true } }
              - name: two
                script: { image: i, source: echo }
                initContainers: [ { name: init, image: i } ]
                sidecars: [ { name: side, image: i } ]
              - name: three
                containerSet: { containers: [ { name: x, image: i }, { name: y, image: i } ] }
              - name: wait
                suspend: {}
            """;
        var workloads = Sample.Read(text).Workloads;
        Assert.Equal([("build", "one"), ("build", "two"), ("build", "three")], workloads.Select(workload => (workload.Name, workload.Part)));
        Assert.Equal(
            ["container 'main'", "container 'main' container 'side' container 'init'", "container 'x' container 'y'"],
            workloads.Select(workload => string.Join(' ', workload.Containers.Select(container => container.Name))));
        Assert.Equal("true", Sample.At(text, workloads[0].Containers[0].Find("privileged")!.Range));
        Assert.All(workloads, workload => Assert.Equal((kind, RuntimeReferenceState.Named, "rc"), (workload.Kind, workload.Runtime.State, workload.Runtime.Name)));
        Assert.All(workloads, workload => Assert.Equal("'{\"runtimeClassName\": \"rc\"}'", Sample.At(text, workload.Runtime.Range)));
        Assert.All(workloads, workload => Assert.Equal((NeedScope.Template, "untrusted-code"), (workload.Needs[0].Scope, workload.Needs[0].Text)));
        Assert.Equal("one", Sample.At(text, workloads[0].Range));
    }

    /// <summary>Fields of the workflow and of its template, a setting, and its value.</summary>
    [Theory]
    [InlineData("hostNetwork: true", "", "hostNetwork", "true")]
    [InlineData("securityContext: { runAsNonRoot: true }", "", "runAsNonRoot", "true")]
    [InlineData("securityContext: { runAsNonRoot: true }", "securityContext: { runAsUser: 0 }", "runAsNonRoot", "false")] // replaced, not merged
    [InlineData("volumes: [ { name: v, hostPath: { path: /etc } } ]", "", "writableHostPaths", "/etc")]
    [InlineData("", "volumes: [ { name: v, hostPath: { path: /etc } } ]", "writableHostPaths", "/etc")]
    [InlineData("volumes: '{{workflow.parameters.v}}'", "", "writableHostPaths", "?")]
    [InlineData("podSpecPatch: 'hostPID: true'", "", "hostPid", "true")]
    [InlineData("podSpecPatch: 'hostPID: true'", "podSpecPatch: 'hostPID: false'", "hostPid", "false")] // the template's is put on last
    [InlineData("hostNetwork: true\n  podSpecPatch: '{\"hostNetwork\": null}'", "", "hostNetwork", null)]
    [InlineData("", "podSpecPatch: '{\"containers\": [{\"name\": \"main\", \"securityContext\": {\"privileged\": true}}]}'", "privileged", "true")]
    [InlineData("", "podSpecPatch: '{\"containers\": [{\"name\": \"other\", \"securityContext\": {\"privileged\": true}}]}'", "privileged", null)]
    [InlineData("", "podSpecPatch: '{\"containers\": [{\"name\": \"main\", \"securityContext\": {\"privileged\": \"{{inputs.parameters.p}}\"}}]}'", "privileged", "?")]
    [InlineData("", "podSpecPatch: '{{inputs.parameters.patch}}'", "privileged", "?")]
    [InlineData("", "podSpecPatch: '{{=sprig.toJson(x)}}'", "privileged", "?")]
    [InlineData("", "podSpecPatch: '{ \"{{inputs.parameters.key}}\": true }'", "hostPid", "?")]
    [InlineData("", "podSpecPatch: '{ not: [ closed'", "privileged", "?")]
    [InlineData("", "podSpecPatch: text", "privileged", "?")]
    [InlineData("", "podSpecPatch: ''", "privileged", null)]
    [InlineData("templateDefaults: { securityContext: { runAsNonRoot: true } }", "", "runAsNonRoot", "true")]
    [InlineData("templateDefaults: { container: { securityContext: { privileged: true } } }", "", "privileged", "true")]
    public void Workflow_template_and_patches_make_the_pod_together(string workflow, string template, string setting, string? value)
    {
        var text = $$"""
            apiVersion: argoproj.io/v1alpha1
            kind: Workflow
            metadata: { generateName: build- }
            spec:
              {{workflow}}
              templates:
              - name: one
                container: { image: i, volumeMounts: [ { name: v, mountPath: /x } ] }
                {{template}}
            """;
        var fact = Sample.One(text).Containers[0].Find(setting);
        Assert.Equal(value, fact is null ? null : fact.IsUnresolved ? "?" : fact.Value ?? string.Join(' ', fact.Items.Select(item => item.Value)));
    }

    [Fact]
    public void A_patch_in_a_block_is_read_and_stands_where_the_block_stands()
    {
        const string text = """
            apiVersion: argoproj.io/v1alpha1
            kind: Workflow
            metadata: { name: build }
            spec:
              templates:
              - name: one
                container: { image: i }
                podSpecPatch: |
                  runtimeClassName: gvisor
                  containers:
                    - name: main
                      securityContext:
                        privileged: true
                      resources: { limits: { memory: "{{inputs.parameters.memory}}" } }
            """;
        var workload = Sample.One(text);
        Assert.Equal((RuntimeReferenceState.Named, "gvisor"), (workload.Runtime.State, workload.Runtime.Name));
        var block = Sample.At(text, workload.Runtime.Range);
        Assert.StartsWith("|\n", block, StringComparison.Ordinal);
        Assert.Contains("runtimeClassName: gvisor", block, StringComparison.Ordinal);
        Assert.Equal(workload.Runtime.Range, workload.Containers[0].Find("privileged")!.Range);
    }

    [Theory]
    [InlineData("'{\"runtimeClassName\": \"{{workflow.parameters.rc}}\"}'", "{{workflow.parameters.rc}}")]
    [InlineData("'{{workflow.parameters.patch}}'", "{{workflow.parameters.patch}}")]
    [InlineData("\"runtimeClassName: a\\nx: {{\"", "podSpecPatch")]
    public void A_placeholder_in_a_patch_picks_nobody_knows_what(string patch, string name)
    {
        var runtime = Sample.One($"apiVersion: argoproj.io/v1alpha1\nkind: Workflow\nmetadata: {{ name: build }}\nspec:\n  podSpecPatch: {patch}\n  templates: [ {{ name: one, container: {{ image: i }} }} ]").Runtime;
        Assert.Equal((RuntimeReferenceState.Unresolved, name), (runtime.State, runtime.Name));
    }

    [Fact]
    public void Templates_within_steps_and_tasks_are_pods()
    {
        const string text = """
            apiVersion: argoproj.io/v1alpha1
            kind: Workflow
            metadata: { name: build }
            spec:
              templates:
              - name: steps
                steps: [ [ { name: a, inline: { container: { image: i } } } ] ]
              - name: dag
                dag: { tasks: [ { name: b, inline: { script: { image: i } } }, { name: c, template: steps } ] }
            """;
        Assert.Equal(["a", "b"], Sample.Read(text).Workloads.Select(workload => workload.Part));
    }

    [Fact]
    public void Workflows_that_multiply_a_patch_end_the_reading_and_are_told()
    {
        var templates = string.Join('\n', Enumerable.Repeat("  - { name: one, container: { image: i } }", 20_000));
        var patch = string.Join(',', Enumerable.Range(0, 2_000).Select(i => $"{{\"name\": \"c{i}\"}}"));
        var file = Sample.Read($"apiVersion: argoproj.io/v1alpha1\nkind: Workflow\nmetadata: {{ name: build }}\nspec:\n  podSpecPatch: '{{\"containers\": [{patch}]}}'\n  templates:\n{templates}\n");
        Assert.Equal("ISM9009", Assert.Single(file.Findings).Rule.Id);
        Assert.NotEmpty(file.Workloads);
    }

    [Theory]
    [InlineData("Rollout", "workloadRef: { apiVersion: apps/v1, kind: Deployment, name: shop }", "apps/v1", "Deployment", "template: { spec: { runtimeClassName: runsc } }")]
    [InlineData("Workflow", "workflowTemplateRef: { name: shop }", "argoproj.io/v1alpha1", "WorkflowTemplate", "templates: [ { name: one, container: { image: i } } ]")]
    [InlineData("Workflow", "workflowTemplateRef: { name: shop, clusterScope: true }", "argoproj.io/v1alpha1", "ClusterWorkflowTemplate", "templates: [ { name: one, container: { image: i } } ]")]
    public void Pods_of_another_object_are_judged_there_once_with_the_needs_of_both(string kind, string reference, string otherVersion, string otherKind, string otherSpec)
    {
        var first = $"apiVersion: argoproj.io/v1alpha1\nkind: {kind}\nmetadata: {{ name: shop, namespace: eu, annotations: {{ isolationmodel.dev/needs: untrusted-code }} }}\nspec: {{ {reference} }}\n";
        var second = $"apiVersion: {otherVersion}\nkind: {otherKind}\nmetadata: {{ name: shop }}\nspec: {{ {otherSpec} }}\n";

        var alone = Assert.Single(Evaluate(first).Workloads);
        Assert.Contains($"its pods are those of {otherKind} 'shop', which is not among the files", alone.Runtime.Reason, StringComparison.Ordinal);
        Assert.Equal("ISM1502", Assert.Single(Evaluate(first).Findings).Rule.Id);
        Assert.Empty(Evaluate(first.Replace("untrusted-code", "''", StringComparison.Ordinal).Replace("isolationmodel.dev/needs", "other", StringComparison.Ordinal)).Findings);

        foreach (var text in new[] { $"{first}---\n{second}", $"{second}---\n{first}" })
        {
            var judged = Assert.Single(Evaluate(text).Workloads);
            Assert.Equal((otherKind, "untrusted-code"), (judged.Workload.Kind, Assert.Single(judged.Needs.Needs).Token));
        }
    }

    [Fact]
    public void Another_namespace_holds_another_object()
    {
        const string text = """
            apiVersion: argoproj.io/v1alpha1
            kind: Rollout
            metadata: { name: shop, namespace: eu }
            spec: { workloadRef: { apiVersion: apps/v1, kind: Deployment, name: shop } }
            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata: { name: shop, namespace: us }
            """;
        Assert.Equal(["Rollout", "Deployment"], Evaluate(text).Workloads.Select(each => each.Workload.Kind));
    }

    [Theory]
    [InlineData("{ kind: Deployment, name: '{{ .Values.name }}' }")]
    [InlineData("{ kind: Deployment }")]
    [InlineData("text")]
    public void A_reference_that_says_nothing_is_undetermined(string reference)
    {
        var workload = Assert.Single(Evaluate($"apiVersion: argoproj.io/v1alpha1\nkind: Rollout\nmetadata: {{ name: shop }}\nspec: {{ workloadRef: {reference} }}").Workloads);
        Assert.Equal(RuntimeConfidence.Unknown, workload.Runtime.Confidence);
        Assert.Contains("workloadRef does not say which object", workload.Runtime.Reason, StringComparison.Ordinal);
    }

    private static EvaluationResult Evaluate(string text) => Evaluator.Evaluate(Model, [Sample.Read(text)], [], TestContext.Current.CancellationToken);

    /// <summary>Fields of a workflow go over those of the template that it names: it must not pass as that template's.</summary>
    [Theory]
    [InlineData("podSpecPatch: 'runtimeClassName: weak'")]
    [InlineData("hostNetwork: true")]
    public void A_workflow_that_changes_the_template_it_names_is_undetermined(string field)
    {
        var text = $$"""
            apiVersion: argoproj.io/v1alpha1
            kind: WorkflowTemplate
            metadata: { name: shop }
            spec: { podSpecPatch: 'runtimeClassName: sandbox', templates: [ { name: one, container: { image: i } } ] }
            ---
            apiVersion: argoproj.io/v1alpha1
            kind: Workflow
            metadata: { name: run, annotations: { isolationmodel.dev/needs: untrusted-code } }
            spec: { workflowTemplateRef: { name: shop }, {{field}} }
            """;
        var finding = Assert.Single(
            Evaluation.Evaluator.Evaluate(new Evaluation.ModelIndex(Modeling.BuiltInModel.Definition), [Sample.Read(text)], [], TestContext.Current.CancellationToken).Findings);
        Assert.Equal("ISM1502", finding.Rule.Id);
        Assert.StartsWith(Sample.At(text, finding.Range), field, StringComparison.Ordinal);
    }
}
