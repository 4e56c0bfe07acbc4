using IsolationModel.Findings;
using IsolationModel.Suppressions;
using IsolationModel.Text;

namespace IsolationModel.Workloads;

/// <summary>What a descriptor reader made of one file. The text itself is not kept.</summary>
public sealed record DescriptorFile
{
    private readonly LineMap? _writtenLines;

    /// <summary>The path as it shall be shown.</summary>
    public required string Path { get; init; }

    /// <summary>Turns offsets into lines and columns.</summary>
    public required LineMap Lines { get; init; }

    /// <summary>
    /// The lines of the file as it is written, in whose offsets its suppressions stand. What is put together from several files has <see cref="Lines"/> of
    /// its own; without such they are the same.
    /// </summary>
    public LineMap WrittenLines
    {
        get => _writtenLines ?? Lines;
        init => _writtenLines = value;
    }

    /// <summary>Whether the file is a descriptor at all; if not, it is passed over and counted.</summary>
    public bool IsDescriptor { get; init; }

    /// <summary>How many documents were read.</summary>
    public int DocumentCount { get; init; }

    /// <summary>The workloads, in document order.</summary>
    public IReadOnlyList<Workload> Workloads { get; init; } = [];

    /// <summary>Those of the workloads whose pods are another object's (<see cref="Workload.PodsOf"/>).</summary>
    public IReadOnlyList<Workload> PodsOfOthers { get; init; } = [];

    /// <summary>The RuntimeClass objects.</summary>
    public IReadOnlyList<RuntimeClassObject> RuntimeClasses { get; init; } = [];

    /// <summary>The objects that pick the runtime of workloads which name them.</summary>
    public IReadOnlyList<RuntimeSelectorObject> RuntimeSelectors { get; init; } = [];

    /// <summary>The Namespace objects.</summary>
    public IReadOnlyList<NamespaceObject> Namespaces { get; init; } = [];

    /// <summary>The suppressions that stand in it, in no certain order.</summary>
    public IReadOnlyList<Suppression> Suppressions { get; init; } = [];

    /// <summary>Configurations of Pod Security admission.</summary>
    public IReadOnlyList<AdmissionConfigurationObject> AdmissionConfigurations { get; init; } = [];

    /// <summary>What configuration files of nodes say.</summary>
    public IReadOnlyList<NodeConfiguration> NodeConfigurations { get; init; } = [];

    /// <summary>Rules that hand pods over to another platform.</summary>
    public IReadOnlyList<PlatformProfile> Profiles { get; init; } = [];
    /// <summary>Parts of workloads that nobody can put together.</summary>
    public IReadOnlyList<WorkloadFragment> Fragments { get; init; } = [];

    /// <summary>Where the first directive of a template stands that may belong to a chart; -1 where the file is none.</summary>
    public int TemplateStart { get; init; } = -1;

    /// <summary>The documents themselves, where they were asked for; otherwise null.</summary>
    public DescriptorSource? Source { get; init; }

    /// <summary>What could not be read.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>A file that is no descriptor.</summary>
    public static DescriptorFile NotADescriptor(string path) => new() { Path = path, Lines = LineMap.Empty };

    /// <summary>A file that could not be read at all.</summary>
    public static DescriptorFile Unreadable(string path, LineMap lines, Finding finding) =>
        new() { Path = path, Lines = lines, IsDescriptor = true, Findings = [finding] };
}
