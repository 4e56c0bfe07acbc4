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

    /// <summary>A container of Docker, as the Engine API takes the request for it (<c>POST /containers/create</c>).</summary>
    EngineContainer,

    /// <summary>The container of a task of Swarm, as the Engine API takes its specification (<c>POST /services/create</c>, ContainerSpec).</summary>
    SwarmContainer,

    /// <summary>A command in a container that exists, as the Engine API takes it (<c>POST /containers/{id}/exec</c>).</summary>
    EngineExec,

    /// <summary>A container of Docker, in the words of the Docker provider of Pulumi and Terraform.</summary>
    ProviderContainer,

    /// <summary>A task definition of Amazon ECS, in the words of its API; <c>launchType</c> stands in it where the code says on what it runs.</summary>
    EcsTask,

    /// <summary>The template of a revision of Google Cloud Run, in the words of its API.</summary>
    CloudRunRevision,

    /// <summary>A container group of Azure Container Instances, in the words of the Azure SDK for .NET.</summary>
    AzureContainerGroup,

    /// <summary>The arguments of <c>docker run</c> or of a program like it: a list of texts.</summary>
    ContainerArguments,
}
