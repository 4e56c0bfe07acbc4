namespace IsolationModel.Descriptors.Kubernetes;

/// <summary>The kinds that make Pods, after the pod spec extractor of Pod Security Admission (kubernetes/pod-security-admission admission.go).</summary>
internal static class PodKinds
{
    private static readonly string[] Apps = ["apps", "extensions"];
    private static readonly string[] SpecTemplate = ["spec", "template"];

    private static readonly PodKind[] All =
    [
        new([""], "Pod", []),
        new(Apps, "Deployment", SpecTemplate),
        new(Apps, "StatefulSet", SpecTemplate),
        new(Apps, "DaemonSet", SpecTemplate),
        new(Apps, "ReplicaSet", SpecTemplate),
        new(["batch"], "Job", SpecTemplate),
        new(["batch"], "CronJob", ["spec", "jobTemplate", "spec", "template"]),
    ];

    /// <summary>The kind, or null when it makes no Pods that are known.</summary>
    public static PodKind? Find(string group, string kind) => Array.Find(
        All,
        known => string.Equals(known.Kind, kind, StringComparison.Ordinal) && Array.IndexOf(known.Groups, group) >= 0);
}
