using IsolationModel.Findings;
using IsolationModel.Rules;
using IsolationModel.Text;
using IsolationModel.Workloads;

namespace IsolationModel.Suppressions;

/// <summary>
/// The suppressions of a run, ready to be asked for each finding. Scopes are parts of documents, so they nest: the one that starts last in
/// front of a finding, and those around it, are all that can cover it.
/// </summary>
internal sealed class SuppressionSet
{
    private readonly Dictionary<(string File, string RuleId), List<Scope>> _scopes = [];
    private readonly Dictionary<(string Namespace, string RuleId), Scope> _namespaces = [];
    private readonly List<(DescriptorFile File, Suppression Suppression, Scope[] Scopes)> _all = [];
    private readonly string? _day;

    /// <param name="files">The files of the run.</param>
    /// <param name="day">The run's day (yyyy-MM-dd); null for a day before every end.</param>
    public SuppressionSet(IEnumerable<DescriptorFile> files, string? day)
    {
        _day = day;
        var byRange = new Dictionary<(string File, string RuleId, TextRange Range, bool IsOver), Scope>();
        foreach (var file in files)
        {
            foreach (var suppression in file.Suppressions)
            {
                Add(file, suppression, byRange);
            }
        }

        foreach (var scopes in _scopes.Values)
        {
            Nest(scopes);
        }
    }

    /// <summary>The nearest suppression that covers a finding, with its file; null when it stays. Whatever covers it counts as used.</summary>
    /// <param name="finding">The finding.</param>
    /// <param name="workload">The workload that it is about, or null.</param>
    public (Suppression Suppression, string File)? Find(Finding finding, Workload? workload)
    {
        if (!SuppressionParser.CanSuppress(finding.Rule) || finding.Severity == FindingSeverity.Error)
        {
            return null;
        }

        Scope? nearest = null;
        if (_scopes.TryGetValue((finding.File, finding.Rule.Id), out var scopes))
        {
            UseAround(scopes, finding.Range.Start, finding.Range.End, ref nearest);
            if (finding.Range.Length == 0)
            {
                // A place between characters belongs to what ends there, too: an empty value to its key.
                UseAround(scopes, finding.Range.Start - 1, finding.Range.End, ref nearest);
            }
        }

        Scope? farthest = null;
        if (workload?.ClusterNamespace is { } space)
        {
            UseNamespace((NamespaceKey(space, isOver: false), finding.Rule.Id), ref farthest);
            UseNamespace((NamespaceKey(space, isOver: true), finding.Rule.Id), ref farthest);
        }

        return (nearest ?? farthest) is { } found ? (found.First, found.File) : null;
    }

    /// <summary>What hid nothing in the files that were judged, as findings.</summary>
    public IEnumerable<Finding> Unused(Func<DescriptorFile, Suppression, bool> isJudged)
    {
        foreach (var (file, suppression, scopes) in _all)
        {
            var isOver = IsOver(suppression);
            var isUsed = Array.Exists(scopes, scope => scope.IsUsed);
            if ((isOver || !isUsed) && isJudged(file, suppression))
            {
                var written = file with { Lines = file.WrittenLines };
                yield return Finding.At(SuppressionRules.Unused, SuppressionRules.Unused.DefaultSeverity, file.Path, written.Lines, suppression.Range, Message(suppression, isOver, isUsed))
                    .WithFix($"Remove the suppression of {suppression.RuleId}", isUsed || suppression.Removal is not { } removal ? [] : [removal], written);
            }
        }
    }

    private static string Message(Suppression suppression, bool isOver, bool isUsed) =>
        !isOver ? $"no finding of {suppression.RuleId} is there to be suppressed; remove it from the suppression"
        : isUsed ? $"the suppression of {suppression.RuleId} ended on {suppression.Until}, so what it hid is told again; mend that, or give the suppression another day"
        : $"the suppression of {suppression.RuleId} ended on {suppression.Until}, and there is no finding to be suppressed; remove it";

    private void Add(DescriptorFile file, Suppression suppression, Dictionary<(string File, string RuleId, TextRange Range, bool IsOver), Scope> byRange)
    {
        var isOver = IsOver(suppression);
        var key = (file.Path, suppression.RuleId, suppression.Scope, isOver);
        if (!byRange.TryGetValue(key, out var scope))
        {
            byRange.Add(key, scope = new Scope(suppression.Scope, suppression, file.Path, isOver));
            if (!_scopes.TryGetValue((file.Path, suppression.RuleId), out var scopes))
            {
                _scopes.Add((file.Path, suppression.RuleId), scopes = []);
            }

            scopes.Add(scope);
        }

        if (suppression.Namespace is not { } space)
        {
            _all.Add((file, suppression, [scope]));
            return;
        }

        var spaceKey = (NamespaceKey(space, isOver), suppression.RuleId);
        if (!_namespaces.TryGetValue(spaceKey, out var everywhere))
        {
            _namespaces.Add(spaceKey, everywhere = new Scope(suppression.Scope, suppression, file.Path, isOver));
        }

        _all.Add((file, suppression, [scope, everywhere]));
    }

    /// <summary>A name of a namespace holds no blank.</summary>
    private static string NamespaceKey(string space, bool isOver) => isOver ? space + " over" : space;

    private bool IsOver(Suppression suppression) => suppression.Until is { } until && _day is not null && string.CompareOrdinal(until, _day) < 0;

    private void UseNamespace((string Namespace, string RuleId) key, ref Scope? found)
    {
        if (_namespaces.TryGetValue(key, out var scope))
        {
            Use(scope, ref found);
        }
    }

    private static void UseAround(List<Scope> scopes, int start, int end, ref Scope? nearest)
    {
        for (var scope = LastBefore(scopes, start); scope is not null; scope = scope.Parent)
        {
            if (end <= scope.Range.End)
            {
                Use(scope, ref nearest);
            }
        }
    }

    private static void Use(Scope scope, ref Scope? nearest)
    {
        scope.IsUsed = true;
        if (!scope.IsOver && (nearest is null || scope.Range.Length < nearest.Range.Length))
        {
            nearest = scope;
        }
    }

    private static void Nest(List<Scope> scopes)
    {
        scopes.Sort(static (left, right) => left.Range.Start != right.Range.Start
            ? left.Range.Start.CompareTo(right.Range.Start)
            : left.Range.End != right.Range.End ? right.Range.End.CompareTo(left.Range.End) : left.IsOver.CompareTo(right.IsOver));
        var open = new Stack<Scope>();
        foreach (var scope in scopes)
        {
            while (open.Count > 0 && open.Peek().Range.End < scope.Range.End)
            {
                open.Pop();
            }

            scope.Parent = open.Count > 0 ? open.Peek() : null;
            open.Push(scope);
        }
    }

    private static Scope? LastBefore(List<Scope> scopes, int start)
    {
        var low = 0;
        for (var high = scopes.Count; low < high;)
        {
            var middle = (low + high) / 2;
            if (scopes[middle].Range.Start <= start)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low == 0 ? null : scopes[low - 1];
    }

    /// <summary>All suppressions of one rule with the same reach.</summary>
    private sealed class Scope(TextRange range, Suppression first, string file, bool isOver)
    {
        public TextRange Range { get; } = range;

        public Suppression First { get; } = first;

        public string File { get; } = file;

        public bool IsOver { get; } = isOver;

        public bool IsUsed { get; set; }

        public Scope? Parent { get; set; }
    }
}
