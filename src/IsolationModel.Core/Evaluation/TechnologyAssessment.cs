using IsolationModel.Modeling;
using IsolationModel.Values;
using IsolationModel.Workloads;

namespace IsolationModel.Evaluation;

/// <summary>How one technology would serve a workload: what is left of its boundary, how it stands against each need, and whether it is banned.</summary>
/// <param name="Technology">The technology.</param>
/// <param name="Isolation">What the workload's settings leave of its boundary.</param>
/// <param name="Results">How it stands against each need.</param>
/// <param name="Ban">The ban that keeps it from being used, or null.</param>
public sealed record TechnologyAssessment(
    TechnologyDefinition Technology, EffectiveIsolation Isolation, IReadOnlyList<NeedResult> Results, ForbiddenTechnology? Ban)
{
    /// <summary>All needs together: any failure, and any ban, is a veto.</summary>
    public Verdict Verdict => Ban is not null ? Verdict.Unsuitable : VerdictOf(Results.Count == 0 ? Outcome.Meets : Results.Min(result => result.Effective));

    /// <summary>Assesses a technology.</summary>
    public static TechnologyAssessment Of(
        ModelIndex model, TechnologyDefinition technology, IReadOnlyList<WorkloadContainer> containers, IReadOnlyList<DeclaredNeed> needs) =>
        Of(model, technology, containers, needs, NodeState.Unknown);

    /// <summary>Assesses a technology on nodes of which something is known.</summary>
    public static TechnologyAssessment Of(
        ModelIndex model, TechnologyDefinition technology, IReadOnlyList<WorkloadContainer> containers, IReadOnlyList<DeclaredNeed> needs, NodeState nodes) =>
        Of(model, technology, ContainerConditions.Of(model, containers), needs, nodes);

    /// <summary>Assesses a technology where others are assessed under the same settings.</summary>
    internal static TechnologyAssessment Of(
        ModelIndex model, TechnologyDefinition technology, ContainerConditions[] containers, IReadOnlyList<DeclaredNeed> needs, NodeState nodes)
    {
        var isolation = EffectiveIsolation.Of(model, technology, containers, nodes);
        var results = needs.Select(need => new NeedResult(need, need.Constraints.Select(constraint => Check(model, technology, isolation, constraint)).ToList())).ToList();
        return new TechnologyAssessment(technology, isolation, results, model.BanOf(technology.Id, ScenariosOf(needs)));
    }

    /// <summary>The verdict that an outcome of all needs together means.</summary>
    public static Verdict VerdictOf(Outcome outcome) => outcome switch
    {
        Outcome.Meets => Verdict.Suitable,
        Outcome.Fails => Verdict.Unsuitable,
        _ => Verdict.Unproven,
    };

    /// <summary>The scenarios that needs declare; some lift a ban.</summary>
    internal static IEnumerable<string> ScenariosOf(IReadOnlyList<DeclaredNeed> needs) =>
        needs.Where(need => need.Definition is { Kind: NeedKind.Scenario }).Select(need => need.Definition!.Id);

    private static ConstraintResult Check(ModelIndex model, TechnologyDefinition technology, EffectiveIsolation isolation, Constraint constraint) => new(
        constraint,
        constraint.Against(id => technology.Find(id)?.Value),
        constraint.Against(id => isolation.Effective is not null && IsBoundary(id) ? isolation.Effective : technology.Find(id)?.Value),
        Found(model, technology, constraint));

    private static string Found(ModelIndex model, TechnologyDefinition technology, Constraint constraint)
    {
        var found = ValueText.WithSource(model, constraint.AttributeId, technology.Find(constraint.AttributeId));
        return constraint.OrElse.Count == 0
            ? found
            : $"{found} and {string.Join(" and ", constraint.OrElse.Select(other => $"{other.AttributeId} {Found(model, technology, other)}"))}";
    }

    private static bool IsBoundary(string attributeId) => string.Equals(attributeId, ModelDefinition.BoundaryAttributeId, StringComparison.Ordinal);
}
