namespace IsolationModel.Descriptors.Kubernetes;

/// <summary>
/// The kinds that make Pods: those of the pod spec extractor of Pod Security Admission (kubernetes/pod-security-admission admission.go), and
/// custom resources after their own API types. One line a kind.
/// </summary>
internal static class PodKinds
{
    private static readonly string[] Core = [""];
    private static readonly string[] Apps = ["apps", "extensions"];
    private static readonly string[] Batch = ["batch"];
    private static readonly string[] Knative = ["serving.knative.dev"];
    private static readonly string[] CloudRun = ["run.googleapis.com"];
    private static readonly string[] Argo = ["argoproj.io"];
    private static readonly string[] Tekton = ["tekton.dev"];
    private static readonly string[] Keda = ["keda.sh", "keda.k8s.io"];
    private static readonly string[] Spin = ["core.spinkube.dev", "core.spinoperator.dev"];
    private static readonly string[] KubeVirt = ["kubevirt.io", "pool.kubevirt.io"];

    private static readonly PodKind[] All =
    [
        new(Core, "Pod", PodTemplates.Itself) { Path = [] },
        Template(Core, "PodTemplate", "template"),
        new(Core, "ReplicationController", PodTemplates.IfPresent("spec", "template")) { Path = ["spec", "template"] },
        Template(Apps, "Deployment", "spec", "template"),
        Template(Apps, "StatefulSet", "spec", "template"),
        Template(Apps, "DaemonSet", "spec", "template"),
        Template(Apps, "ReplicaSet", "spec", "template"),
        Template(Batch, "Job", "spec", "template"),
        Template(Batch, "CronJob", "spec", "jobTemplate", "spec", "template"),
        Template(Keda, "ScaledJob", "spec", "jobTargetRef", "template"),
        Template(["agents.x-k8s.io"], "Sandbox", "spec", "podTemplate"),
        Template(["extensions.agents.x-k8s.io"], "SandboxTemplate", "spec", "podTemplate"),
        new(Knative, "Service", KnativeServices.ReadTemplate),
        new(Knative, "Configuration", KnativeServices.ReadTemplate),
        new(Knative, "Revision", KnativeServices.ReadRevision),
        new(CloudRun, "Job", KnativeServices.ReadCloudRunJob),
        new(CloudRun, "WorkerPool", KnativeServices.ReadCloudRunWorkerPool),
        new(Argo, "Rollout", ArgoRollouts.Read),
        new(Argo, "Workflow", ArgoWorkflows.Read),
        new(Argo, "WorkflowTemplate", ArgoWorkflows.Read),
        new(Argo, "ClusterWorkflowTemplate", ArgoWorkflows.Read),
        new(Argo, "CronWorkflow", ArgoWorkflows.ReadCron),
        new(Tekton, "TaskRun", TektonRuns.ReadTaskRun),
        new(Tekton, "PipelineRun", TektonRuns.ReadPipelineRun),
        new(Tekton, "Task", TektonRuns.ReadTask),
        new(Tekton, "ClusterTask", TektonRuns.ReadTask),
        new(Tekton, "Pipeline", TektonRuns.ReadPipeline),
        new(Spin, "SpinApp", SpinApps.ReadApp),
        new(Spin, "SpinAppExecutor", SpinApps.ReadExecutor),
        new(KubeVirt, "VirtualMachineInstance", KubeVirtMachines.ReadInstance),
        new(KubeVirt, "VirtualMachine", KubeVirtMachines.At("spec", "template")),
        new(KubeVirt, "VirtualMachineInstanceReplicaSet", KubeVirtMachines.At("spec", "template")),
        new(KubeVirt, "VirtualMachinePool", KubeVirtMachines.At("spec", "virtualMachineTemplate", "spec", "template")),
    ];

    private static PodKind Template(string[] groups, string kind, params string[] path) => new(groups, kind, PodTemplates.At(path)) { Path = path };

    /// <summary>The kind, or null when it makes no Pods that are known.</summary>
    public static PodKind? Find(string group, string kind) => Array.Find(
        All,
        known => string.Equals(known.Kind, kind, StringComparison.Ordinal) && Array.IndexOf(known.Groups, group) >= 0);
}
