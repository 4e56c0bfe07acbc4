using IsolationModel.Findings;
using IsolationModel.Modeling;
using IsolationModel.Text;
using IsolationModel.Workloads;

namespace IsolationModel.Evaluation;

/// <summary>Everything that is known of a workload once its run is read: what rules look at.</summary>
public sealed class WorkloadAssessment
{
    private EquatableArray<Alternative>? _alternatives;

    internal WorkloadAssessment(ModelIndex model, DescriptorFile file, Workload workload, RuntimeResolution runtime, NeedSet needs)
    {
        (Model, File, Workload, Runtime, Needs) = (model, file, workload, runtime, needs);
        Assessment = runtime.Technology is null ? null : TechnologyAssessment.Of(model, runtime.Technology, workload.Containers, needs.Needs);
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

    /// <summary>What could be picked instead under the same settings, best first: suitable technologies, then unproven ones; only what some runtime name selects.</summary>
    public EquatableArray<Alternative> Alternatives => _alternatives ??= TechnologyRanking
        .Rank(Model, Workload.PlatformId, Workload.Containers, Needs.Needs, Needs.Goals)
        .Ranked
        .Where(ranked => ranked.Verdict != Verdict.Unsuitable && !ReferenceEquals(ranked.Technology, Runtime.Technology) && Model.HasRuntimeName(ranked.Technology.Id))
        .Select(ranked => new Alternative(ranked.Technology.Id, ranked.Technology.Name.English, ranked.Verdict, ranked.Shortfall))
        .ToEquatableArray();
}
