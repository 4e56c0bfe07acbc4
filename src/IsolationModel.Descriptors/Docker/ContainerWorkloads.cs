using IsolationModel.Data;
using IsolationModel.Fixes;
using IsolationModel.Modeling;
using IsolationModel.Workloads;

namespace IsolationModel.Descriptors.Docker;

/// <summary>Turns a container into a workload: the one place that knows what Docker's settings mean, for every format that describes them.</summary>
internal static class ContainerWorkloads
{
    /// <summary>The platform of Podman.</summary>
    public const string Podman = "podman";

    private const string Windows = "windows";

    /// <summary>Reads it. The caller adds the workload to the file.</summary>
    public static Workload Read(ContainerView container, DescriptorFileBuilder file)
    {
        var needs = new List<NeedDeclaration>(container.OuterNeeds);
        IsolationExtension.ReadNeeds(container.Service, NeedScope.Template, file, needs);
        IsolationExtension.ReadKeys(container.Service, NeedScope.Template, file, needs);
        IsolationExtension.ReadSuppressions(container.Service, file);
        var facts = new ContainerFacts(container, file.Text);
        var containers = ContainerSettings.Read(facts);
        var runtime = ContainerRuntime.Read(facts);
        facts.Flaws.Sort(static (left, right) => left.Range.Start != right.Range.Start ? left.Range.Start.CompareTo(right.Range.Start) : string.CompareOrdinal(left.Subject, right.Subject));
        return new Workload(container.PlatformId, container.Kind, container.Project, container.Name, container.Range, runtime, containers, needs)
        {
            Flaws = facts.Flaws,
            Labels = Labels(container.Service),
            Placement = facts.IsWindows ? PodPlacement.None with { OperatingSystem = Windows } : PodPlacement.None,
            RuntimeClassPlace = runtime.NameKind != RuntimeNameKind.DockerIsolation && !container.IsSwarm ? NamePlace.Of(container.Service, "runtime", file.Text) : null,
        };
    }

    /// <summary>Reads what arguments of <c>docker run</c>, <c>docker create</c> or <c>podman run</c> start.</summary>
    /// <param name="arguments">The arguments behind <c>run</c>, each with its place; options alone are enough.</param>
    /// <param name="container">What else is known of the container; its <see cref="ContainerView.Service"/> is replaced.</param>
    /// <param name="file">The file.</param>
    public static Workload ReadArguments(IReadOnlyList<DataScalar> arguments, ContainerView container, DescriptorFileBuilder file) =>
        Read(container with { Service = new DataCursor(DockerArguments.Read(arguments, container.Range, container.IsOptionsOnly)), IsArguments = true }, file);

    /// <summary>The labels that a rule of an overlay may ask for.</summary>
    private static List<LabelMatch> Labels(DataCursor service)
    {
        var labels = new List<LabelMatch>();
        foreach (var label in KeyedTexts.Of(service["labels"]).Members())
        {
            if (label.Value.Text is { } value)
            {
                labels.Add(new LabelMatch(label.Key, value));
            }
        }

        labels.Sort(static (left, right) => string.CompareOrdinal(left.Key, right.Key));
        return labels;
    }
}
