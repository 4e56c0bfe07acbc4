using IsolationModel.Findings;
using IsolationModel.Text;
using IsolationModel.Workloads;

namespace IsolationModel.Descriptors;

/// <summary>Collects what formats find in one file.</summary>
internal sealed class DescriptorFileBuilder(string path, LineMap lines)
{
    private readonly List<Finding> _findings = [];

    public string Path { get; } = path;

    public LineMap Lines { get; } = lines;

    /// <summary>Whether what is read is only a part of objects, so that nothing is said of what is not there.</summary>
    public bool IsPartial { get; init; }

    public int DocumentCount { get; set; }

    public List<Workload> Workloads { get; } = [];

    public List<RuntimeClassObject> RuntimeClasses { get; } = [];

    public List<NamespaceObject> Namespaces { get; } = [];

    public IReadOnlyList<WorkloadFragment> Fragments { get; set; } = [];

    /// <summary>Where the first directive of a template of a chart stands; -1 where the file is none.</summary>
    public int TemplateStart { get; set; } = -1;

    public void Report(RuleDescriptor rule, TextRange range, string message) =>
        _findings.Add(Finding.At(rule, rule.DefaultSeverity, Path, Lines, range, message));

    public DescriptorFile Build() => new()
    {
        Path = Path,
        Lines = Lines,
        IsDescriptor = DocumentCount > 0 || _findings.Count > 0,
        DocumentCount = DocumentCount,
        Workloads = Workloads,
        RuntimeClasses = RuntimeClasses,
        Namespaces = Namespaces,
        Fragments = Fragments,
        TemplateStart = TemplateStart,
        Findings = _findings,
    };
}
