namespace IsolationModel.Workloads;

/// <summary>Which program of a node a configuration file belongs to.</summary>
public enum NodeComponent
{
    /// <summary>containerd: <c>config.toml</c>.</summary>
    Containerd,

    /// <summary>CRI-O: <c>crio.conf</c> and its drop-ins.</summary>
    CriO,

    /// <summary>The kubelet: an object of kind KubeletConfiguration.</summary>
    Kubelet,

    /// <summary>gVisor: <c>runsc.toml</c>.</summary>
    GVisor,

    /// <summary>Kata Containers: <c>configuration-*.toml</c>.</summary>
    Kata,

    /// <summary>Docker Engine: <c>daemon.json</c>.</summary>
    Docker,

    /// <summary>Podman: <c>containers.conf</c>.</summary>
    Podman,
}
