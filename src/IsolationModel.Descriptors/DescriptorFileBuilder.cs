using IsolationModel.Data;
using IsolationModel.Findings;
using IsolationModel.Modeling;
using IsolationModel.Rules;
using IsolationModel.Suppressions;
using IsolationModel.Text;
using IsolationModel.Workloads;

namespace IsolationModel.Descriptors;

/// <summary>Collects what formats find in one file.</summary>
internal sealed class DescriptorFileBuilder
{
    private readonly List<Finding> _findings = [];
    private readonly List<Suppression> _suppressions = [];
    private long _budget = DescriptorLimits.Nodes;

    /// <summary>Starts a file.</summary>
    public DescriptorFileBuilder(string path, string text)
        : this(path, new LineMap(text)) => Text = text;

    /// <summary>Starts what is put together from several files, or stands in another one: no text of its own can be edited.</summary>
    public DescriptorFileBuilder(string path, LineMap lines) => (Path, Lines) = (path, lines);

    public string Path { get; }

    /// <summary>The file's text, which edits fit into; empty where nothing can be edited.</summary>
    public string Text { get; init; } = string.Empty;

    /// <summary>The nodes with a YAML tag that some format gives a meaning; null where there is none.</summary>
    public IReadOnlyDictionary<DataNode, string>? Tags { get; set; }

    /// <summary>Whether what the file says has to be put together with other files of the run, so that its documents are kept.</summary>
    public bool IsPartOfProject { get; set; }

    public LineMap Lines { get; }


    /// <summary>Whether what is read is only a part of objects, so that nothing is said of what is not there.</summary>
    public bool IsPartial { get; init; }

    public int DocumentCount { get; set; }

    public List<Workload> Workloads { get; } = [];

    public List<RuntimeClassObject> RuntimeClasses { get; } = [];

    public List<RuntimeSelectorObject> RuntimeSelectors { get; } = [];

    public List<NamespaceObject> Namespaces { get; } = [];

    public List<NodeConfiguration> NodeConfigurations { get; } = [];

    public List<PlatformProfile> Profiles { get; } = [];

    public List<AdmissionConfigurationObject> AdmissionConfigurations { get; } = [];

    /// <summary>Takes suppressions, and tells what in them cannot be followed.</summary>
    public void Add(SuppressionReading reading)
    {
        _suppressions.AddRange(reading.Suppressions);
        foreach (var problem in reading.Problems)
        {
            var rule = SuppressionRules.Malformed;
            var finding = Finding.At(rule, rule.DefaultSeverity, Path, Lines, problem.Range, problem.Message);
            _findings.Add(problem.Replacement is not { } replacement ? finding : finding with
            {
                Edits = new EquatableArray<TextEdit>([new TextEdit(problem.Range, replacement)]),
                FixTitle = $"Change to '{replacement}'",
            });
        }
    }

    /// <summary>
    /// Takes from what may be spent on searching objects and on putting pods together; false when nothing is left, which is told once. Aliases
    /// can make either far larger than the file.
    /// </summary>
    public bool TrySpend(long steps, TextRange place)
    {
        if (_budget < 0)
        {
            return false;
        }

        _budget -= steps;
        if (_budget < 0)
        {
            Report(InputRules.TooManyNodes, place, $"the pods of the file take more than {DescriptorLimits.Nodes} steps to find, so they are not judged from here on; split it");
        }

        return _budget >= 0;
    }

    public IReadOnlyList<WorkloadFragment> Fragments { get; set; } = [];

    /// <summary>Where the first directive of a template of a chart stands; -1 where the file is none.</summary>
    public int TemplateStart { get; set; } = -1;

    public void Report(RuleDescriptor rule, TextRange range, string message) =>
        _findings.Add(Finding.At(rule, rule.DefaultSeverity, Path, Lines, range, message));

    public void Report(RuleDescriptor rule, TextRange range, string message, IEnumerable<RelatedLocation> related) =>
        _findings.Add(Finding.At(rule, rule.DefaultSeverity, Path, Lines, range, message) with { Related = related.ToEquatableArray() });

    public DescriptorFile Build() => new()
    {
        Path = Path,
        Lines = Lines,
        WrittenLines = Lines,
        IsDescriptor = DocumentCount > 0 || _findings.Count > 0,
        DocumentCount = DocumentCount,
        Workloads = Kept(Workloads),
        PodsOfOthers = Kept(Workloads.FindAll(workload => workload.PodsOf is not null)),
        RuntimeClasses = Kept(RuntimeClasses),
        RuntimeSelectors = Kept(RuntimeSelectors),
        Namespaces = Kept(Namespaces),
        AdmissionConfigurations = Kept(AdmissionConfigurations),
        NodeConfigurations = Kept(NodeConfigurations),
        Profiles = Kept(Profiles),
        Fragments = Fragments,
        TemplateStart = TemplateStart,
        Findings = Kept(_findings),
        Suppressions = Kept(_suppressions),
    };

    /// <summary>A run keeps every file to its end, and most of a file's lists are empty.</summary>
    private static T[] Kept<T>(List<T> items) => items.Count == 0 ? [] : [.. items];
}
