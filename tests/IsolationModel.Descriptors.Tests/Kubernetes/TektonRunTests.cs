using IsolationModel.Evaluation;
using IsolationModel.Modeling;
using IsolationModel.Workloads;

namespace IsolationModel.Descriptors.Tests.Kubernetes;

/// <summary>Runs, tasks and pipelines of Tekton.</summary>
public sealed class TektonRunTests
{
    private static readonly ModelIndex Model = new(BuiltInModel.Definition);

    /// <summary>A kind, its spec, a setting of its first container, and the value.</summary>
    [Theory]
    [InlineData("TaskRun", "podTemplate: { hostNetwork: true }, taskSpec: { steps: [ { name: a } ] }", "hostNetwork", "true")]
    [InlineData("TaskRun", "podTemplate: { hostUsers: false }, taskSpec: { steps: [ { name: a } ] }", "userNamespace", "true")]
    [InlineData("TaskRun", "podTemplate: { securityContext: { runAsNonRoot: true } }, taskSpec: { steps: [ { name: a } ] }", "runAsNonRoot", "true")]
    [InlineData("TaskRun", "taskSpec: { stepTemplate: { securityContext: { privileged: true } }, steps: [ { name: a } ] }", "privileged", "true")]
    [InlineData("TaskRun", "taskSpec: { stepTemplate: { securityContext: { privileged: true } }, steps: [ { name: a, securityContext: { privileged: false } } ] }", "privileged", "false")]
    [InlineData("TaskRun", "taskSpec: { stepTemplate: { volumeMounts: [ { name: v, mountPath: /x } ] }, steps: [ { name: a } ], volumes: [ { name: v, hostPath: { path: /etc } } ] }", "writableHostPaths", "/etc")]
    [InlineData("TaskRun", "podTemplate: { volumes: [ { name: v, hostPath: { path: /etc } } ] }, taskSpec: { steps: [ { name: a, volumeMounts: [ { name: v, mountPath: /x } ] } ] }", "writableHostPaths", "/etc")]
    [InlineData("TaskRun", "taskSpec: { stepTemplate: '$(params.t)', steps: [ { name: a } ] }", "privileged", "?")]
    [InlineData("TaskRun", "podTemplate: '$(params.t)', taskSpec: { steps: [ { name: a } ] }", "privileged", "?")]
    [InlineData("TaskRun", "taskRef: { name: build }", "privileged", "?")] // its steps stand elsewhere
    [InlineData("Task", "steps: [ { name: a, securityContext: { privileged: true } } ]", "privileged", "true")]
    [InlineData("ClusterTask", "steps: [ { name: a, securityContext: { privileged: true } } ]", "privileged", "true")]
    [InlineData("Task", "sidecars: [ { name: a, securityContext: { privileged: true } } ]", "privileged", "true")]
    [InlineData("Pipeline", "tasks: [ { name: t, taskSpec: { steps: [ { name: a, securityContext: { privileged: true } } ] } } ]", "privileged", "true")]
    [InlineData("PipelineRun", "pipelineRef: { name: p }", "privileged", "?")]
    [InlineData("PipelineRun", "pipelineSpec: { tasks: [ { name: t, taskRef: { name: build } } ] }", "privileged", "?")]
    [InlineData("PipelineRun", "pipelineSpec: { tasks: '$(params.t)' }", "privileged", "?")]
    public void Run_and_task_make_the_pod_together(string kind, string spec, string setting, string? value)
    {
        var fact = Sample.One(TextOf(kind, spec)).Containers[0].Find(setting);
        Assert.Equal(value, fact is null ? null : fact.IsUnresolved ? "?" : fact.Value ?? string.Join(' ', fact.Items.Select(item => item.Value)));
    }

    [Fact]
    public void Each_task_of_a_pipeline_run_is_a_pod_and_may_have_a_template_of_its_own()
    {
        var text = TextOf("PipelineRun", """
            taskRunTemplate: { podTemplate: { runtimeClassName: common, hostNetwork: true } },
            taskRunSpecs: [ { pipelineTaskName: b, podTemplate: { runtimeClassName: own } } ],
            pipelineSpec: { tasks: [ { name: a, taskSpec: { steps: [ { name: x } ] } }, { name: b, taskSpec: { steps: [ { name: x } ] } } ], finally: [ { name: c, taskRef: { name: x } } ] }
            """.Replace('\n', ' '));
        var workloads = Sample.Read(text).Workloads;
        Assert.Equal([("a", "common"), ("b", "own"), ("c", "common")], workloads.Select(workload => (workload.Part, workload.Runtime.Name)));
        Assert.Equal(["common", "own", "common"], workloads.Select(workload => Sample.At(text, workload.Runtime.Range)));
        Assert.All(workloads.Take(2), workload => Assert.Equal("true", workload.Containers[0].Find("hostNetwork")!.Value));
        Assert.Equal("b", Sample.At(text, workloads[1].Range));
    }

    [Fact]
    public void A_pipeline_that_stands_elsewhere_has_a_pod_for_all_tasks_and_one_for_each_special_one()
    {
        var workloads = Sample.Read(TextOf("PipelineRun", "pipelineRef: { name: p }, podTemplate: { runtimeClassName: common }, taskRunSpecs: [ { pipelineTaskName: b, taskPodTemplate: { runtimeClassName: own } } ]")).Workloads;
        Assert.Equal([(null, "common"), ("b", "own")], workloads.Select(workload => (workload.Part, workload.Runtime.Name)));
    }

    [Theory]
    [InlineData("Task", "steps: [ { name: a } ]", "the TaskRun that starts it picks the runtime")]
    [InlineData("Pipeline", "tasks: [ { name: t, taskSpec: { steps: [ { name: a } ] } } ]", "the PipelineRun that starts it picks the runtime")]
    [InlineData("TaskRun", "podTemplate: { runtimeClassName: '$(params.rc)' }", "'$(params.rc)' is a placeholder")]
    public void What_only_a_run_decides_is_undetermined(string kind, string spec, string reason)
    {
        var runtime = Assert.Single(Evaluator.Evaluate(Model, [Sample.Read(TextOf(kind, spec))], [], TestContext.Current.CancellationToken).Workloads).Runtime;
        Assert.Equal(RuntimeConfidence.Unknown, runtime.Confidence);
        Assert.Contains(reason, runtime.Reason, StringComparison.Ordinal);
    }

    /// <summary>The podTemplate of a TaskRun may set runAsNonRoot and a seccomp profile for the steps of the Task; what only a container has stays missing.</summary>
    [Theory]
    [InlineData("Task", "steps: [ { name: a } ]", "allowPrivilegeEscalation capabilities_restricted")]
    [InlineData("TaskRun", "taskSpec: { steps: [ { name: a } ] }", "allowPrivilegeEscalation capabilities_restricted runAsNonRoot seccompProfile_restricted")]
    public void What_a_run_may_add_to_a_task_is_not_missing_for_certain(string kind, string spec, string controls)
    {
        var needs = new[] { NeedDeclaration.ForRun(NeedCarrier.Needs, "pod-security:restricted") };
        var findings = Evaluator.Evaluate(Model, [Sample.Read(TextOf(kind, spec))], needs, TestContext.Current.CancellationToken).Findings;
        Assert.Equal(controls, string.Join(' ', findings.Where(finding => finding.Rule.Id == "ISM2002").Select(finding => finding.Control).Order(StringComparer.Ordinal)));
        Assert.Equal(kind == "Task", findings.Any(finding => finding.Rule.Id == "ISM1503"));
    }

    [Fact]
    public void A_pipeline_that_names_its_tasks_only_holds_no_pods() =>
        Assert.Empty(Sample.Read(TextOf("Pipeline", "tasks: [ { name: t, taskRef: { name: build } } ]")).Workloads);

    [Fact]
    public void The_absent_class_stands_at_the_template_that_should_have_held_it()
    {
        var text = TextOf("TaskRun", "podTemplate: { hostNetwork: true }, taskSpec: { steps: [ { name: a } ] }");
        var runtime = Sample.One(text).Runtime;
        Assert.Equal((RuntimeReferenceState.Absent, "podTemplate"), (runtime.State, Sample.At(text, runtime.Range)));
    }

    private static string TextOf(string kind, string spec) => $"apiVersion: tekton.dev/v1\nkind: {kind}\nmetadata: {{ name: shop }}\nspec: {{ {spec} }}\n";
}
