namespace IsolationModel.Descriptors;

/// <summary>What code describes.</summary>
public enum CodeDescriptorKind
{
    /// <summary>An object of Kubernetes, with its <c>apiVersion</c> and <c>kind</c>.</summary>
    KubernetesObject,

    /// <summary>A workload in the words of the product's own type for it.</summary>
    Workload,

    /// <summary>A container of Docker, in the words of a Compose service.</summary>
    Container,

    /// <summary>The arguments of <c>docker run</c> or of a program like it: a list of texts.</summary>
    ContainerArguments,
}
