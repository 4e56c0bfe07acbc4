using IsolationModel.Descriptors.Kubernetes;

namespace IsolationModel.Descriptors;

/// <summary>The registry of formats: one line a format, in the order in which they are asked.</summary>
internal static class DescriptorFormats
{
    public static IReadOnlyList<IDescriptorFormat> All { get; } =
    [
        new KubernetesFormat(),
    ];
}
