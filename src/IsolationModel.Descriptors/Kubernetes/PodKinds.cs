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
        new(Core, "Pod", PodTemplates.Itself),
        new(Core, "PodTemplate", PodTemplates.At("template")),
        new(Core, "ReplicationController", PodTemplates.IfPresent("spec", "template")),
        new(Apps, "Deployment", PodTemplates.At("spec", "template")),
        new(Apps, "StatefulSet", PodTemplates.At("spec", "template")),
        new(Apps, "DaemonSet", PodTemplates.At("spec", "template")),
        new(Apps, "ReplicaSet", PodTemplates.At("spec", "template")),
        new(Batch, "Job", PodTemplates.At("spec", "template")),
        new(Batch, "CronJob", PodTemplates.At("spec", "jobTemplate", "spec", "template")),
        new(Keda, "ScaledJob", PodTemplates.At("spec", "jobTargetRef", "template")),
        new(["agents.x-k8s.io"], "Sandbox", PodTemplates.At("spec", "podTemplate")),
        new(["extensions.agents.x-k8s.io"], "SandboxTemplate", PodTemplates.At("spec", "podTemplate")),
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

    /// <summary>The kind, or null when it makes no Pods that are known.</summary>
    public static PodKind? Find(string group, string kind) => Array.Find(
        All,
        known => string.Equals(known.Kind, kind, StringComparison.Ordinal) && Array.IndexOf(known.Groups, group) >= 0);
}
