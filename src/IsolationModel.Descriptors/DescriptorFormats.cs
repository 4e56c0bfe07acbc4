using IsolationModel.Descriptors.Compose;
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
        new KubernetesFormat(),
        new ComposeFormat(),
    ];

    /// <summary>The formats of JSON files that are not called a descriptor: of so many others some have services, too.</summary>
    private static readonly IReadOnlyList<IDescriptorFormat> PlainJson = All.Where(static format => format is not ComposeFormat).ToArray();

    /// <summary>The formats of what may configure a daemon. The keys are words of many files, so that the name of the file has to say what it is.</summary>
    private static readonly IReadOnlyList<IDescriptorFormat> Daemon = [new DockerFormat(), .. PlainJson];

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
    public static IReadOnlyList<IDescriptorFormat> For(string path) => DescriptorPatterns.IsToml(path) ? Toml
        : DockerFormat.IsName(path) ? Daemon
        : path.EndsWith(".json", StringComparison.OrdinalIgnoreCase) && !ComposeFileNames.IsCompose(path) ? PlainJson
        : All;
}
