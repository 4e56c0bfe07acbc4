using IsolationModel.Findings;
using IsolationModel.Rules;
using IsolationModel.Suppressions;
using IsolationModel.Workloads;

namespace IsolationModel.Evaluation;

/// <summary>Gathers the findings of a run, and puts those aside that a suppression covers.</summary>
internal sealed class FindingCollector(IReadOnlyList<DescriptorFile> files, string? day)
{
    private readonly SuppressionSet? _suppressions = files.Any(file => file.Suppressions.Count > 0) ? new SuppressionSet(files, day) : null;
    private readonly HashSet<string> _unjudged = new(files.Where(file => !WasRead(file)).Select(file => file.Path), StringComparer.Ordinal);
    private readonly List<Finding> _findings = [];
    private readonly List<SuppressedFinding> _suppressed = [];

    /// <summary>Where the findings came from.</summary>
    public FindingOrigins Origins { get; } = new();

    /// <summary>Takes findings; those that are about a workload may be suppressed by its namespace.</summary>
    public void AddRange(IEnumerable<Finding> findings, WorkloadAssessment? origin = null)
    {
        foreach (var finding in findings)
        {
            if (origin is not null)
            {
                Origins.Add(finding, origin);
            }

            if (_suppressions?.Find(finding, origin?.Workload) is var (suppression, file))
            {
                _suppressed.Add(new SuppressedFinding(finding, suppression, file));
            }
            else
            {
                _findings.Add(finding);
            }
        }
    }

    /// <summary>Takes what is told of a file that could not be judged to its end.</summary>
    public void AddFailure(DescriptorFile file, Finding failure)
    {
        _unjudged.Add(file.Path);
        _findings.Add(failure);
    }

    /// <summary>All findings, sorted and each once: a misspelt need of a namespace reaches many workloads, but it is one mistake.</summary>
    public (List<Finding> Findings, List<SuppressedFinding> Suppressed) ToResult()
    {
        if (_suppressions is not null)
        {
            _findings.AddRange(_suppressions.Unused(IsJudged));
        }

        // What reaches a workload that accepts it and one that does not, is told.
        var first = new Dictionary<(string Rule, string File, int Start, int Length, string Message), Finding>();
        var findings = _findings.FindAll(IsFirst);
        var suppressed = _suppressed.FindAll(entry => IsFirst(entry.Finding));
        findings.Sort(FindingOrder.Instance);
        suppressed.Sort(static (left, right) => FindingOrder.Instance.Compare(left.Finding, right.Finding));
        return (findings, suppressed);

        bool IsFirst(Finding finding)
        {
            var key = Key(finding);
            if (first.TryGetValue(key, out var other))
            {
                Origins.Move(finding, other);
                return false;
            }

            first.Add(key, finding);
            return true;
        }
    }

    private static (string Rule, string File, int Start, int Length, string Message) Key(Finding finding) =>
        (finding.Rule.Id, finding.File, finding.Range.Start, finding.Range.Length, finding.Message);

    /// <summary>
    /// Whether everything in a file was looked at, so that a suppression without a finding has none. One that speaks for a namespace needs all files for that.
    /// </summary>
    private bool IsJudged(DescriptorFile file, Suppression suppression) =>
        suppression.Namespace is null ? !_unjudged.Contains(file.Path) : _unjudged.Count == 0;

    private static bool WasRead(DescriptorFile file) =>
        !file.Findings.Any(finding => finding.Rule.Category == RuleCategory.Input && finding.Rule != InputRules.DuplicateKey);
}
