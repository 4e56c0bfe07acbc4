using IsolationModel.Findings;
using IsolationModel.Modeling;
using IsolationModel.Rules;
using IsolationModel.Text;
using IsolationModel.Values;
using IsolationModel.Workloads;

namespace IsolationModel.Evaluation;

/// <summary>Everything that is known of a workload once its run is read: what rules look at.</summary>
public sealed class WorkloadAssessment
{
    // Threads share assessments (an editor asks while a run is judged), so each of these is one reference, which another thread sees whole or not at all. A
    // structure that may be missing is two words: the first could say that it is there while the second is still empty. Hence the arrays of one.
    private EquatableArray<Alternative>[]? _alternatives;
    private EquatableArray<RelatedLocation>[]? _related;
    private Ranking? _ranking;
    private (Alternative Technology, string RuntimeClass)?[]? _best;
    private HashSet<(string Rule, string? Need, string? Control)>? _subjects;

    private readonly SelectableClasses _classes;

    internal WorkloadAssessment(
        ModelIndex model, DescriptorFile file, Workload workload, RuntimeResolution runtime, NeedSet needs, SelectableClasses classes, Func<ModelIndex, Workload, WorkloadAssessment> again)
    {
        (_classes, Again) = (classes, again);
        (Model, File, Workload, Runtime, Needs) = (model, file, workload, runtime, needs);
        Assessment = runtime.Technology is null ? null : Assess(model, workload, runtime, runtime.Technology, needs);
    }

    /// <summary>The model.</summary>
    public ModelIndex Model { get; }

    /// <summary>Assesses another version of the workload in the same run, by the same needs and another version of the model.</summary>
    internal Func<ModelIndex, Workload, WorkloadAssessment> Again { get; }

    /// <summary>The part of a workload that this is about; null where it is about a whole one.</summary>
    public WorkloadFragment? Fragment { get; init; }

    /// <summary>Where the workload is named.</summary>
    public TextPlace Place => File.Lines.PlaceOf(File.Path, Workload.Range);

    /// <summary>The file that holds the workload.</summary>
    public DescriptorFile File { get; }

    /// <summary>The workload.</summary>
    public Workload Workload { get; }

    /// <summary>Which technology runs it.</summary>
    public RuntimeResolution Runtime { get; }

    /// <summary>The needs that reach it.</summary>
    public NeedSet Needs { get; }

    /// <summary>How its technology serves it; null when the technology cannot be told.</summary>
    public TechnologyAssessment? Assessment { get; }

    /// <summary>
    /// How the workload stands against all needs together. Only a runtime that is known, or what the platform runs by default, is shown to meet
    /// anything; a need that is not understood is not met.
    /// </summary>
    public Verdict Verdict => WorkloadOutcome.Of(this);

    /// <summary>How the workload stands against one of its <see cref="Needs"/>, by the same measure as <see cref="Verdict"/>.</summary>
    public Outcome OutcomeOf(DeclaredNeed need) => WorkloadOutcome.Of(this, need);

    /// <summary>The places that the runtime, what is known of its nodes, and the workload's description rest on.</summary>
    public EquatableArray<RelatedLocation> Related => (_related ??= [Runtime.Related.Concat(NodePlaces()).Concat(Workload.Origins).Distinct().ToEquatableArray()])[0];

    /// <summary>Every technology that the platform can run, as it would serve the workload under the same settings.</summary>
    public Ranking Ranking => _ranking ??= TechnologyRanking.Rank(Model, Workload.PlatformId, Workload.Placement.OperatingSystem, Workload.Containers, Needs.Needs, Needs.Goals);

    /// <summary>What could be picked instead under the same settings, best first: suitable technologies, then unproven ones; only what some runtime name selects.</summary>
    public EquatableArray<Alternative> Alternatives => (_alternatives ??= [FindAlternatives()])[0];

    /// <summary>
    /// The best suited alternative that a runtime class of the run or of an overlay selects, with the class; null where there is none, or where each
    /// would trade the finding for another one. Of technologies whose nodes the workload asks for, one comes before all others.
    /// </summary>
    internal (Alternative Technology, string RuntimeClass)? BestSelectable => (_best ??= [FindBest()])[0];

    /// <summary>The names of runtimes that workloads of the run can be told to use.</summary>
    internal SelectableClasses Classes => _classes;

    /// <summary>The workload under another name of a runtime; it takes no fix any more.</summary>
    internal Workload Under(string runtimeName) => Workload with
    {
        Runtime = Workload.Runtime with { State = RuntimeReferenceState.Named, Name = runtimeName, Selector = null, Condition = null, Misspelt = null },
        RuntimeClassPlace = null,
    };

    /// <summary>What would be found under another name of a runtime and is not found now.</summary>
    internal IEnumerable<Finding> FindingsUnder(string runtimeName)
    {
        // Without a place for a name no fix is looked for, which would lead here again.
        _subjects ??= new HashSet<(string, string?, string?)>(FindingsOf(Workload with { RuntimeClassPlace = null }).Select(Subject));
        return FindingsOf(Under(runtimeName)).Where(finding => !_subjects.Contains(Subject(finding)));
    }

    private EquatableArray<Alternative> FindAlternatives() => Ranking.Ranked
        .Where(ranked => ranked.Verdict != Verdict.Unsuitable && !ReferenceEquals(ranked.Technology, Runtime.Technology) && Model.HasRuntimeName(ranked.Technology.Id, Workload.PlatformId))
        .Select(ranked => new Alternative(ranked.Technology.Id, ranked.Technology.Name.English, ranked.Verdict, ranked.Shortfall))
        .ToEquatableArray();

    private (Alternative Technology, string RuntimeClass)? FindBest()
    {
        var marked = Workload.Placement.Marks.Select(mark => Model.RuntimeName(RuntimeNameKind.NodeLabel, mark.Key)?.TechnologyId).OfType<string>().ToList();
        (Alternative Technology, string RuntimeClass)? second = null;
        foreach (var alternative in Alternatives.Where(alternative => alternative.Verdict == Verdict.Suitable).OrderByDescending(alternative => marked.Contains(alternative.TechnologyId)))
        {
            if (_classes.Find(alternative.TechnologyId, Workload.PlatformId) is { } name)
            {
                var news = FindingsUnder(name).ToList();
                if (news.Count == 0)
                {
                    return (alternative, name);
                }

                // That a setting has no effect there is worth knowing, but no reason to keep a runtime that fails.
                second ??= news.TrueForAll(finding => finding.Severity == FindingSeverity.Info) ? (alternative, name) : null;
            }
        }

        return second;
    }

    private IEnumerable<Finding> FindingsOf(Workload version)
    {
        var assessment = Again(Model, version);

        // What could be picked instead does not depend on what is picked.
        assessment._ranking = Ranking;
        return RuleSet.WorkloadRules.SelectMany(rule => rule.Evaluate(assessment));
    }

    private static (string Rule, string? Need, string? Control) Subject(Finding finding) => (finding.Rule.Id, finding.Need, finding.Control);

    private static TechnologyAssessment Assess(ModelIndex model, Workload workload, RuntimeResolution runtime, TechnologyDefinition technology, NeedSet needs) =>
        TechnologyAssessment.Of(
            model,
            technology,
            ReferenceEquals(runtime.Nodes, NodeState.Unknown) ? workload.Containers : workload.Containers.Select(container => runtime.Nodes.Settle(container, workload.Runtime.Range)).ToList(),
            needs.Needs,
            runtime.Nodes);

    /// <summary>The places of node facts and settings that act on the boundary, unless an overlay speaks for the fact.</summary>
    private IEnumerable<RelatedLocation> NodePlaces()
    {
        foreach (var effect in Assessment?.Isolation.Effects ?? [])
        {
            if (effect.Effect.FactId is { } fact && Model.DeclaredFact(fact) is null && Runtime.Nodes.TryGetPlace(fact, out var place))
            {
                yield return place;
            }

            foreach (var (_, setting) in Runtime.Nodes.Settings.Where(entry => effect.Weakening.When.Mentions(entry.Fact.SettingId)))
            {
                yield return setting;
            }
        }
    }
}
