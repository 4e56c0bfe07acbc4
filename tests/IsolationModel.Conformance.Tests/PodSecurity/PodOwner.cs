namespace IsolationModel.Conformance.PodSecurity;

/// <summary>An object that makes pods, and where their template is (kubernetes/pod-security-admission admission.go, DefaultPodSpecExtractor).</summary>
/// <param name="ApiVersion">Its group and version.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Path">The keys that lead to the template; none where the object is the pod itself.</param>
internal sealed record PodOwner(string ApiVersion, string Kind, params string[] Path)
{
    /// <summary>A pod.</summary>
    public static PodOwner Pod { get; } = new("v1", "Pod");

    /// <summary>All kinds that are read.</summary>
    public static IReadOnlyList<PodOwner> All { get; } =
    [
        Pod,
        new("apps/v1", "Deployment", "spec", "template"),
        new("extensions/v1beta1", "Deployment", "spec", "template"),
        new("apps/v1", "StatefulSet", "spec", "template"),
        new("apps/v1", "DaemonSet", "spec", "template"),
        new("apps/v1", "ReplicaSet", "spec", "template"),
        new("batch/v1", "Job", "spec", "template"),
        new("batch/v1", "CronJob", "spec", "jobTemplate", "spec", "template"),
        new("v1", "PodTemplate", "template"),
        new("v1", "ReplicationController", "spec", "template"),
        new("serving.knative.dev/v1", "Service", "spec", "template"),
        new("argoproj.io/v1alpha1", "Rollout", "spec", "template"),
        new("keda.sh/v1alpha1", "ScaledJob", "spec", "jobTargetRef", "template"),
        new("agents.x-k8s.io/v1alpha1", "Sandbox", "spec", "podTemplate"),
    ];

    /// <summary>Writes the object.</summary>
    /// <param name="metadata">Lines of the pod's metadata.</param>
    /// <param name="spec">Lines of its spec.</param>
    public string Write(IReadOnlyList<string> metadata, IReadOnlyList<string> spec)
    {
        var indent = new string(' ', 2 * Path.Length);
        List<string> lines = [$"apiVersion: {ApiVersion}", $"kind: {Kind}", "metadata:", "  name: shop"];
        lines.AddRange(Path.Select((key, depth) => $"{new string(' ', 2 * depth)}{key}:"));
        if (metadata.Count > 0)
        {
            if (Path.Length > 0)
            {
                lines.Add(indent + "metadata:");
            }

            lines.AddRange(metadata.Select(line => $"{indent}  {line}"));
        }

        lines.Add(indent + "spec:");
        lines.AddRange(spec.Select(line => $"{indent}  {line}"));
        return string.Join('\n', lines) + "\n";
    }

    /// <inheritdoc/>
    public override string ToString() => $"{ApiVersion} {Kind}";
}
