using IsolationModel.Findings;
using IsolationModel.Modeling;
using IsolationModel.Rules;
using IsolationModel.Suppressions;
using IsolationModel.Text;
using IsolationModel.Workloads;

namespace IsolationModel.Descriptors;

/// <summary>Collects what formats find in one file.</summary>
internal sealed class DescriptorFileBuilder(string path, LineMap lines)
{
    private readonly List<Finding> _findings = [];
    private readonly List<Suppression> _suppressions = [];

    public string Path { get; } = path;

    public LineMap Lines { get; } = lines;

    public int DocumentCount { get; set; }

    public List<Workload> Workloads { get; } = [];

    public List<RuntimeClassObject> RuntimeClasses { get; } = [];

    public List<NamespaceObject> Namespaces { get; } = [];

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

    public void Report(RuleDescriptor rule, TextRange range, string message) =>
        _findings.Add(Finding.At(rule, rule.DefaultSeverity, Path, Lines, range, message));

    public void Report(RuleDescriptor rule, TextRange range, string message, IEnumerable<RelatedLocation> related) =>
        _findings.Add(Finding.At(rule, rule.DefaultSeverity, Path, Lines, range, message) with { Related = related.ToEquatableArray() });

    public DescriptorFile Build() => new()
    {
        Path = Path,
        Lines = Lines,
        IsDescriptor = DocumentCount > 0 || _findings.Count > 0,
        DocumentCount = DocumentCount,
        Workloads = Workloads,
        RuntimeClasses = RuntimeClasses,
        Namespaces = Namespaces,
        Findings = _findings,
        Suppressions = _suppressions,
    };
}
