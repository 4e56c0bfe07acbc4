using IsolationModel.Descriptors.Kubernetes;
using IsolationModel.Modeling;
using IsolationModel.Workloads;

namespace IsolationModel.Descriptors.Docker;

/// <summary>Turns a container into a workload: the one place that knows what Docker's settings mean, for every format that describes them.</summary>
internal static class ContainerWorkloads
{
    /// <summary>Reads it. The caller adds the workload to the file.</summary>
    public static Workload Read(ContainerView container, DescriptorFileBuilder file)
    {
        var needs = new List<NeedDeclaration>(container.OuterNeeds);
        NeedAnnotations.Read(container.Service["annotations"], NeedScope.Template, file, needs);
        var runtime = container.Service["runtime"];
        var reference = runtime.IsUnresolved ? RuntimeReferenceState.Unresolved : runtime.Text is null ? RuntimeReferenceState.Absent : RuntimeReferenceState.Named;
        return new Workload(
            container.PlatformId,
            container.Kind,
            container.Project,
            container.Name,
            container.Range,
            new RuntimeReference(reference, RuntimeNameKind.ComposeRuntime, runtime.Text ?? string.Empty, runtime.Range, "runtime"),
            [new WorkloadContainer(container.Name, [])],
            needs);
    }
}
