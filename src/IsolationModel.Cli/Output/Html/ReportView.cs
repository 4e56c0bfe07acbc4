using IsolationModel.Evaluation;
using IsolationModel.Findings;
using IsolationModel.Modeling;
using IsolationModel.Values;

namespace IsolationModel.Cli.Output.Html;

/// <summary>A report in the order of the page, with what several of its sections look up.</summary>
internal sealed class ReportView
{
    private readonly Dictionary<string, List<WorkloadView>> _users;
    private readonly Dictionary<string, int> _suited;

    public ReportView(Report report)
    {
        Report = report;
        Model = new ModelIndex(report.Model) { Day = report.Day };
        var findings = new WorkloadFindings(report);
        (Workloads, Others) = (Sorted(report, findings), findings.Others);
        Needs = Tally(Workloads);
        _users = Workloads
            .Where(static view => view.Standing != Standing.Elsewhere && view.Assessment.Runtime.Technology is not null)
            .GroupBy(static view => view.Assessment.Runtime.Technology!.Id, StringComparer.Ordinal)
            .ToDictionary(static group => group.Key, static group => group.ToList(), StringComparer.Ordinal);
        Asking = Workloads.Where(static view => view.Standing != Standing.Elsewhere && view.Assessment.Needs.BindTechnology).ToList();
        _suited = Asking.SelectMany(Suiting).GroupBy(static id => id, StringComparer.Ordinal).ToDictionary(static group => group.Key, static group => group.Count(), StringComparer.Ordinal);
    }

    public Report Report { get; }

    public ModelIndex Model { get; }

    public SourceList Sources { get; } = new();

    /// <summary>The workloads, what needs attention first, otherwise as the report has them.</summary>
    public IReadOnlyList<WorkloadView> Workloads { get; }

    /// <summary>The findings that are about no workload: mistakes in models, files that cannot be read.</summary>
    public IReadOnlyList<Finding> Others { get; }

    /// <summary>Every declared need with how often it comes to what, the one that fails most often first.</summary>
    public IReadOnlyList<NeedTally> Needs { get; }

    /// <summary>The workloads whose needs ask something of the technology.</summary>
    public IReadOnlyList<WorkloadView> Asking { get; }

    /// <summary>How many workloads a technology runs.</summary>
    public int UsersOf(TechnologyDefinition technology) => _users.TryGetValue(technology.Id, out var users) ? users.Count : 0;

    /// <summary>For how many of <see cref="Asking"/> a technology is suitable and can be picked.</summary>
    public int SuitedBy(TechnologyDefinition technology) => _suited.GetValueOrDefault(technology.Id);

    /// <summary>The place of a need among <see cref="Needs"/>.</summary>
    public int IndexOf(DeclaredNeed need)
    {
        for (var i = 0; i < Needs.Count; i++)
        {
            if (string.Equals(Needs[i].Token, need.Token, StringComparison.Ordinal))
            {
                return i;
            }
        }

        return -1;
    }

    private static IEnumerable<string> Suiting(WorkloadView view)
    {
        var workload = view.Assessment;
        var own = view.Standing == Standing.Suitable ? workload.Runtime.Technology?.Id : null;
        return workload.Alternatives.Where(static alternative => alternative.Verdict == Verdict.Suitable).Select(static alternative => alternative.TechnologyId).Concat(own is null ? [] : [own]);
    }

    private static List<WorkloadView> Sorted(Report report, WorkloadFindings findings) => report.Workloads
        .Select(workload => new WorkloadView(0, workload, WorkloadView.StandingOf(workload), [.. findings.Of(workload).OrderByDescending(static finding => finding.Severity)]))
        .OrderBy(static view => view.Standing)
        .ThenByDescending(static view => (int?)view.Severity ?? -1)
        .Select(static (view, index) => view with { Number = index + 1 })
        .ToList();

    private static List<NeedTally> Tally(IReadOnlyList<WorkloadView> workloads) => workloads
        .Where(static view => view.Standing != Standing.Elsewhere)
        .SelectMany(static view => view.Assessment.Needs.Needs.Select(need => (Need: need, Outcome: view.Assessment.OutcomeOf(need))))
        .GroupBy(static entry => entry.Need.Token, StringComparer.Ordinal)
        .Select(static group => new NeedTally(group.Key, group.First().Need, group.GroupBy(static entry => entry.Outcome).ToDictionary(static part => part.Key, static part => part.Count())))
        .OrderByDescending(static tally => tally.Of(Outcome.Fails))
        .ThenByDescending(static tally => tally.Of(Outcome.Unknown) + tally.Of(Outcome.May))
        .ThenBy(static tally => tally.Token, StringComparer.Ordinal)
        .ToList();
}
