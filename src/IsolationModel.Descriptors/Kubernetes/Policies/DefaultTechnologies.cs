using IsolationModel.Evaluation;
using IsolationModel.Modeling;
using IsolationModel.Workloads;

namespace IsolationModel.Descriptors.Kubernetes.Policies;

/// <summary>What runs pods that name no class, found by asking the evaluator about such pods.</summary>
internal static class DefaultTechnologies
{
    private static readonly (string Key, RuntimeReference Reference, string? System)[] Pods =
    [
        (RuntimeClassMap.DefaultKey, Absent, null),
        (RuntimeClassMap.WindowsKey, Absent, "windows"),
        (RuntimeClassMap.UntrustedKey, new RuntimeReference(RuntimeReferenceState.Named, RuntimeNameKind.RuntimeHandler, PodRuntime.UntrustedHandler, default, PodRuntime.UntrustedAnnotation), null),
    ];

    private static RuntimeReference Absent => new(RuntimeReferenceState.Absent, RuntimeNameKind.RuntimeClass, string.Empty, default, "runtimeClassName");

    public static IEnumerable<(string Key, string Technology)> Of(ModelIndex model)
    {
        foreach (var (key, reference, system) in Pods)
        {
            var workload = new Workload("kubernetes", "Pod", null, key, default, reference, [], []) { Placement = PodPlacement.None with { OperatingSystem = system } };
            var file = new DescriptorFileBuilder("pod.yaml", string.Empty);
            file.Workloads.Add(workload);
            if (Evaluator.Evaluate(model, [file.Build()], []).Workloads[0].Runtime.Technology is { } technology)
            {
                yield return (key, technology.Id);
            }
        }
    }
}
