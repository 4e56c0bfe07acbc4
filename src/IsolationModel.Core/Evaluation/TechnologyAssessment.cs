using IsolationModel.Modeling;
using IsolationModel.Values;
using IsolationModel.Workloads;

namespace IsolationModel.Evaluation;

/// <summary>How one technology would serve a workload: what is left of its boundary, and how it stands against each need.</summary>
/// <param name="Technology">The technology.</param>
/// <param name="Isolation">What the workload's settings leave of its boundary.</param>
/// <param name="Results">How it stands against each need.</param>
public sealed record TechnologyAssessment(TechnologyDefinition Technology, EffectiveIsolation Isolation, IReadOnlyList<NeedResult> Results)
{
    /// <summary>All needs together: any failure is a veto.</summary>
    public Verdict Verdict => VerdictOf(Results.Count == 0 ? Outcome.Meets : Results.Min(result => result.Effective));

    /// <summary>Assesses a technology.</summary>
    public static TechnologyAssessment Of(
        ModelIndex model, TechnologyDefinition technology, IReadOnlyList<WorkloadContainer> containers, IReadOnlyList<DeclaredNeed> needs)
    {
        var isolation = EffectiveIsolation.Of(model, technology, containers);
        var results = needs.Select(need => new NeedResult(need, need.Constraints.Select(constraint => Check(model, technology, isolation, constraint)).ToList())).ToList();
        return new TechnologyAssessment(technology, isolation, results);
    }

    /// <summary>The verdict that an outcome of all needs together means.</summary>
    public static Verdict VerdictOf(Outcome outcome) => outcome switch
    {
        Outcome.Meets => Verdict.Suitable,
        Outcome.Fails => Verdict.Unsuitable,
        _ => Verdict.Unproven,
    };

    private static ConstraintResult Check(ModelIndex model, TechnologyDefinition technology, EffectiveIsolation isolation, Constraint constraint)
    {
        var value = technology.Find(constraint.AttributeId);
        var own = value?.Value.Against(constraint.Threshold) ?? Outcome.Unknown;
        var isBoundary = string.Equals(constraint.AttributeId, ModelDefinition.BoundaryAttributeId, StringComparison.Ordinal);
        var effective = isBoundary && isolation.Effective is not null ? isolation.Effective.Against(constraint.Threshold) : own;
        return new ConstraintResult(constraint, own, effective, ValueText.WithSource(model, constraint.AttributeId, value));
    }
}
