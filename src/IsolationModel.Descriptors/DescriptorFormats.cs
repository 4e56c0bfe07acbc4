using IsolationModel.Descriptors.Kubernetes;
using IsolationModel.Descriptors.Nodes;

namespace IsolationModel.Descriptors;

/// <summary>The registry of formats: one line a format, in the order in which they are asked.</summary>
internal static class DescriptorFormats
{
    /// <summary>The formats of YAML and JSON files.</summary>
    public static IReadOnlyList<IDescriptorFormat> All { get; } =
    [
        new KubeletFormat(),
        new EksctlFormat(),
        new DockerFormat(),
        new KubernetesFormat(),
    ];

    /// <summary>The formats of TOML files.</summary>
    public static IReadOnlyList<IDescriptorFormat> Toml { get; } =
    [
        new ContainerdFormat(),
        new CriOFormat(),
        new RunscFormat(),
        new KataFormat(),
        new PodmanFormat(),
    ];

    /// <summary>The formats that a file of this name may have.</summary>
    public static IReadOnlyList<IDescriptorFormat> For(string path) => DescriptorPatterns.IsToml(path) ? Toml : All;
}
