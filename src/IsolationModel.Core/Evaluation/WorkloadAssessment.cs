using IsolationModel.Findings;
using IsolationModel.Modeling;
using IsolationModel.Text;
using IsolationModel.Values;
using IsolationModel.Workloads;

namespace IsolationModel.Evaluation;

/// <summary>Everything that is known of a workload once its run is read: what rules look at.</summary>
public sealed class WorkloadAssessment
{
    private EquatableArray<Alternative>? _alternatives;
    private EquatableArray<RelatedLocation>? _related;

    private readonly SelectableClasses _classes;

    internal WorkloadAssessment(ModelIndex model, DescriptorFile file, Workload workload, RuntimeResolution runtime, NeedSet needs, SelectableClasses classes)
    {
        _classes = classes;
        (Model, File, Workload, Runtime, Needs) = (model, file, workload, runtime, needs);
        Assessment = runtime.Technology is null ? null : Assess(model, workload, runtime, runtime.Technology, needs);
    }

    /// <summary>The model.</summary>
    public ModelIndex Model { get; }

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
    public EquatableArray<RelatedLocation> Related => _related ??= Runtime.Related.Concat(NodePlaces()).Concat(Workload.Origins).Distinct().ToEquatableArray();

    /// <summary>What could be picked instead under the same settings, best first: suitable technologies, then unproven ones; only what some runtime name selects.</summary>
    public EquatableArray<Alternative> Alternatives => _alternatives ??= TechnologyRanking
        .Rank(Model, Workload.PlatformId, Workload.Placement.OperatingSystem, Workload.Containers, Needs.Needs, Needs.Goals)
        .Ranked
        .Where(ranked => ranked.Verdict != Verdict.Unsuitable && !ReferenceEquals(ranked.Technology, Runtime.Technology) && Model.HasRuntimeName(ranked.Technology.Id, Workload.PlatformId))
        .Select(ranked => new Alternative(ranked.Technology.Id, ranked.Technology.Name.English, ranked.Verdict, ranked.Shortfall))
        .ToEquatableArray();

    /// <summary>The best suited alternative that a runtime class of the run or of an overlay selects, with the class; null where there is none.</summary>
    internal (Alternative Technology, string RuntimeClass)? BestSelectable
    {
        get
        {
            foreach (var alternative in Alternatives.Where(alternative => alternative.Verdict == Verdict.Suitable))
            {
                if (_classes.Find(alternative.TechnologyId, Workload.PlatformId) is { } name)
                {
                    return (alternative, name);
                }
            }

            return null;
        }
    }

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
