using IsolationModel.Workloads;

namespace IsolationModel.Evaluation;

/// <summary>Which programs run the containers of a platform, and what that alone decides.</summary>
internal static class NodePlatforms
{
    /// <summary>Kubernetes, whatever runs its pods.</summary>
    public const string Kubernetes = "kubernetes";

    /// <summary>Docker Engine.</summary>
    public const string Docker = "docker";

    /// <summary>Podman.</summary>
    public const string Podman = "podman";

    /// <summary>
    /// Docker hands every device of the host to a privileged container and has no option that would withhold them, and it hands annotations on to
    /// the runtime unchanged (moby daemon/oci_linux.go).
    /// </summary>
    private static readonly Dictionary<string, bool> OfDocker = new(StringComparer.Ordinal)
    {
        ["gvisorAnnotationsWithheld"] = false,
        ["privilegedWithoutHostDevices"] = false,
    };

    /// <summary>What is known where nothing is.</summary>
    public static IReadOnlyDictionary<string, bool> Nothing { get; } = new Dictionary<string, bool>(StringComparer.Ordinal);

    /// <summary>Whether a program has a part in running the containers of a platform.</summary>
    public static bool Serves(NodeComponent component, string platformId) => component switch
    {
        NodeComponent.Docker => platformId == Docker,
        NodeComponent.Podman => platformId == Podman,
        NodeComponent.Kata => platformId != Podman,
        _ => platformId is not (Docker or Podman),
    };

    /// <summary>The node facts that hold, or do not hold, on every node of a platform.</summary>
    public static IReadOnlyDictionary<string, bool> Implied(string? platformId) => platformId == Docker ? OfDocker : Nothing;
}
