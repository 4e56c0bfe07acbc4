using IsolationModel.Analyzers.CSharp.Cloud;
using IsolationModel.Analyzers.CSharp.Containers;
using IsolationModel.Analyzers.CSharp.Descriptors;
using IsolationModel.Analyzers.CSharp.Kubernetes;
using IsolationModel.Descriptors;
using Microsoft.CodeAnalysis;

namespace IsolationModel.Analyzers.CSharp;

/// <summary>The registry of libraries: one line a library. What uses the types of another one comes before it.</summary>
internal static class CodeLibraries
{
    private static IReadOnlyList<CodeLibrary> All { get; } =
    [
        new WorkloadDescriptorLibrary(),
        new KubernetesClientLibrary(),
        new PulumiKubernetesLibrary(),
        new AspireKubernetesLibrary(),
        new TestcontainersLibrary(),
        new DockerDotNetLibrary(),
        new ProcessLibrary(),
        new AspireContainerLibrary(),
        new AspireComposeLibrary(),
        new PulumiDockerLibrary(),
        new AwsEcsLibrary(),
        new CdkEcsLibrary(),
        new CloudObjectLibrary("Google.Cloud.Run.V2", "RevisionTemplate", CodeDescriptorKind.CloudRunRevision),
        new CloudObjectLibrary("Azure.ResourceManager.ContainerInstance", "ContainerGroupData", CodeDescriptorKind.AzureContainerGroup),
        new CloudObjectLibrary("Azure.Provisioning.ContainerInstance", "ContainerGroup", CodeDescriptorKind.AzureContainerGroup),
    ];

    /// <summary>The libraries that a project can use.</summary>
    public static IReadOnlyList<CodeLibrary> Of(Compilation compilation) => [.. All.Where(library => library.IsReferenced(compilation))];
}
