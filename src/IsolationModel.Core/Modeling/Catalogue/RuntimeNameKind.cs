namespace IsolationModel.Modeling;

/// <summary>By what kind of name a descriptor or a configuration picks a runtime.</summary>
public enum RuntimeNameKind
{
    /// <summary>Kubernetes RuntimeClass name: free text, proves nothing by itself.</summary>
    RuntimeClass,

    /// <summary>Handler of a RuntimeClass: what the node's container runtime resolves.</summary>
    RuntimeHandler,

    /// <summary>File name of an OCI runtime or of its shim (<c>runsc</c>).</summary>
    OciRuntime,

    /// <summary>Runtime type of containerd (<c>io.containerd.runsc.v1</c>).</summary>
    ContainerdRuntimeType,

    /// <summary>What <c>docker run --runtime</c> takes.</summary>
    DockerRuntime,

    /// <summary>What <c>runtime:</c> of a Compose service takes.</summary>
    ComposeRuntime,

    /// <summary>What <c>docker run --isolation</c> takes on Windows.</summary>
    DockerIsolation,

    /// <summary>Label or taint of nodes that carry a runtime: places a pod there, and selects nothing.</summary>
    NodeLabel,
}
