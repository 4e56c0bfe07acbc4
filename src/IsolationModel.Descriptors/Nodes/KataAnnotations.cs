namespace IsolationModel.Descriptors.Nodes;

/// <summary>Which annotations of a pod change what Kata starts (Kata Containers, how-to-set-sandbox-config-kata.md).</summary>
internal static class KataAnnotations
{
    public const string Hypervisor = "io.katacontainers.config.hypervisor.";
    public const string Runtime = "io.katacontainers.config.runtime.";
    public const string Agent = "io.katacontainers.config.agent.";

    /// <summary>Names below <see cref="Hypervisor"/> by which the host runs or opens what the pod names.</summary>
    private static readonly string[] HostPrograms =
    [
        "ctlpath", "entropy_source", "file_mem_backend", "jailer_path", "path", "vhost_user_store_path", "virtio_fs_daemon", "virtio_fs_extra_args",
    ];

    /// <summary>Names below <see cref="Hypervisor"/> by which the guest becomes another.</summary>
    private static readonly string[] GuestParts =
    [
        "cold_plug_vfio", "enable_iommu", "firmware", "firmware_volume", "hot_plug_vfio", "image", "initrd", "kernel", "kernel_params", "shared_fs",
    ];

    private static readonly string[] AgentParts = ["kernel_modules", "policy"];

    /// <summary>The annotations that name a program or file of the host.</summary>
    public static IEnumerable<string> NamingHostPrograms => HostPrograms.Select(static name => Hypervisor + name);

    /// <summary>The annotations that change the guest.</summary>
    public static IEnumerable<string> ChangingGuest => GuestParts.Select(static name => Hypervisor + name).Concat(AgentParts.Select(static name => Agent + name));

    /// <summary>Whether a name below <see cref="Hypervisor"/> names a program or file of the host.</summary>
    public static bool NamesHostProgram(string name) => Array.IndexOf(HostPrograms, name) >= 0;

    /// <summary>Whether an annotation changes the guest.</summary>
    public static bool ChangesGuest(string key) =>
        (key.StartsWith(Hypervisor, StringComparison.Ordinal) && Array.IndexOf(GuestParts, key.Substring(Hypervisor.Length)) >= 0)
        || (key.StartsWith(Agent, StringComparison.Ordinal) && Array.IndexOf(AgentParts, key.Substring(Agent.Length)) >= 0);
}
