using IsolationModel.Evaluation;
using IsolationModel.Findings;

namespace IsolationModel;

/// <summary>What came of judging a workload: the verdict, what was found, what is left of the boundary, and what could be picked instead.</summary>
public sealed class WorkloadVerdict
{
    private readonly WorkloadAssessment _assessment;

    internal WorkloadVerdict(Model model, WorkloadAssessment assessment, IReadOnlyList<Finding> findings)
    {
        _assessment = assessment;
        Model = model;
        Technology = assessment.Runtime.Technology is { } technology ? model.Find(technology.Id) : null;
        Boundary = Technology is null || assessment.Assessment is null ? null : EffectiveBoundary.Of(Technology, assessment.Model, assessment.Assessment.Isolation);
        Findings = [.. findings.Select(WithoutPlace)];
        Alternatives = [.. assessment.Alternatives.Select(alternative => new WorkloadAlternative(model.Technology(alternative.TechnologyId), alternative))];
    }

    /// <summary>The model that judged.</summary>
    public Model Model { get; }

    /// <summary>All needs together: a single failure is a veto, and what is not known is not met.</summary>
    public Verdict Verdict => _assessment.Verdict;

    /// <summary>Whether every need is shown to be met.</summary>
    public bool IsSuitable => Verdict == Verdict.Suitable;

    /// <summary>What runs the workload; null where that cannot be told.</summary>
    public Technology? Technology { get; }

    /// <summary>How sure it is that this runs the workload.</summary>
    public RuntimeConfidence Confidence => _assessment.Runtime.Confidence;

    /// <summary>Why it is this technology, or why none can be told.</summary>
    public string Reason => _assessment.Runtime.Reason;

    /// <summary>What the settings leave of the boundary; null where it cannot be told what runs the workload.</summary>
    public EffectiveBoundary? Boundary { get; }

    /// <summary>What the rules found: the ids and messages that the compiler shows. They have no place, since a running program has no files.</summary>
    public IReadOnlyList<Finding> Findings { get; }

    /// <summary>What could be picked instead under the same settings, best first: suitable technologies, then unproven ones.</summary>
    public IReadOnlyList<WorkloadAlternative> Alternatives { get; }

    /// <summary>The needs that were judged, as descriptors write them.</summary>
    public IReadOnlyList<string> Needs => [.. _assessment.Needs.Needs.Select(need => need.Token)];

    /// <summary>The workload, what runs it, and the verdict.</summary>
    public override string ToString() => $"{_assessment.Workload.DisplayName}: {Technology?.Name ?? "unknown runtime"}: {Verdict}";

    private static Finding WithoutPlace(Finding finding) => finding with
    {
        Range = default,
        Start = Text.LineMap.Empty.GetPosition(0),
        End = Text.LineMap.Empty.GetPosition(0),
        Related = default,
        Edits = default,
        FixTitle = null,
    };
}
