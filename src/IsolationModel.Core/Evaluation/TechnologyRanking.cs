using IsolationModel.Modeling;
using IsolationModel.Values;
using IsolationModel.Workloads;

namespace IsolationModel.Evaluation;

/// <summary>
/// Ranks technologies by weighted shortfall from goals on fixed grade bands. A score uses a technology's own row only, so adding a technology
/// never changes the order of two others; and a veto is never compensated.
/// </summary>
public static class TechnologyRanking
{
    /// <summary>Ranks every technology that a platform can pick.</summary>
    /// <param name="model">The model.</param>
    /// <param name="platformId">The platform, or null for no requirement of a platform.</param>
    /// <param name="containers">The settings under which the technologies would run; empty for none.</param>
    /// <param name="needs">What must hold. Levels of the Pod Security Standards bind the pod and not the technology, so they have no part in a ranking.</param>
    /// <param name="goals">What is wished for.</param>
    public static Ranking Rank(
        ModelIndex model,
        string? platformId,
        IReadOnlyList<WorkloadContainer> containers,
        IReadOnlyList<DeclaredNeed> needs,
        IReadOnlyList<ScoringGoal> goals) => Rank(model, platformId, null, containers, needs, goals);

    /// <summary>Ranks every technology that a platform can pick for workloads of an operating system; null for the one that the platform requires.</summary>
    internal static Ranking Rank(
        ModelIndex model,
        string? platformId,
        string? operatingSystem,
        IReadOnlyList<WorkloadContainer> containers,
        IReadOnlyList<DeclaredNeed> needs,
        IReadOnlyList<ScoringGoal> goals)
    {
        var requirements = RequirementsOf(model, platformId).Select(requirement => For(operatingSystem, requirement)).ToList();
        var nodes = NodeState.Of(platformId);
        var conditions = ContainerConditions.Of(model, containers);
        var ofTechnologies = OfTechnologies(needs);
        var ranked = model.Definition.Technologies
            .Where(technology => requirements.All(requirement => Against(technology, requirement) is Outcome.Meets or Outcome.May))
            .Select(technology => Place(model, requirements, nodes, technology, conditions, ofTechnologies, goals))
            .ToList();
        ranked.Sort(RankingOrder.Instance);
        return new Ranking(ranked);
    }

    /// <summary>Judges and grades one technology as a ranking does, whether or not the platform can pick it.</summary>
    /// <param name="model">The model.</param>
    /// <param name="platformId">The platform, or null for no requirement of a platform.</param>
    /// <param name="technology">The technology.</param>
    /// <param name="containers">The settings under which it would run; empty for none.</param>
    /// <param name="needs">What must hold.</param>
    /// <param name="goals">What is wished for.</param>
    public static RankedTechnology Place(
        ModelIndex model,
        string? platformId,
        TechnologyDefinition technology,
        IReadOnlyList<WorkloadContainer> containers,
        IReadOnlyList<DeclaredNeed> needs,
        IReadOnlyList<ScoringGoal> goals) =>
        Place(model, RequirementsOf(model, platformId), NodeState.Of(platformId), technology, ContainerConditions.Of(model, containers), OfTechnologies(needs), goals);

    private static RankedTechnology Place(
        ModelIndex model,
        IReadOnlyList<Constraint> requirements,
        NodeState nodes,
        TechnologyDefinition technology,
        ContainerConditions[] conditions,
        List<DeclaredNeed> needs,
        IReadOnlyList<ScoringGoal> goals)
    {
        var assessment = TechnologyAssessment.Of(model, technology, conditions, needs, nodes);
        return new RankedTechnology(
            assessment,
            VerdictOf(assessment, requirements),
            Grading.Scores(model.Definition.Scoring, technology, goals),
            Grading.Scores(model.Definition.Scoring, technology, model.Definition.Scoring.Always));
    }

    private static List<DeclaredNeed> OfTechnologies(IReadOnlyList<DeclaredNeed> needs) => needs.Where(need => need.BindsTechnology).ToList();

    private static EquatableArray<Constraint> RequirementsOf(ModelIndex model, string? platformId) =>
        (platformId is null ? null : model.Platform(platformId))?.Requirements ?? default;

    private static Verdict VerdictOf(TechnologyAssessment assessment, IReadOnlyList<Constraint> requirements)
    {
        // A runtime that refuses the workload's settings serves no need at all; one that may refuse them is not shown to.
        var refusals = assessment.Isolation.Effects.Where(effect => effect.Effect.Kind == EffectKind.Unsupported).ToList();
        if (refusals.Exists(effect => effect.IsCertain))
        {
            return Verdict.Unsuitable;
        }

        var isShown = refusals.Count == 0 && requirements.All(requirement => Against(assessment.Technology, requirement) == Outcome.Meets);
        return assessment.Verdict == Verdict.Suitable && !isShown ? Verdict.Unproven : assessment.Verdict;
    }

    /// <summary>A platform's requirement of a guest, asked for another operating system.</summary>
    private static Constraint For(string? operatingSystem, Constraint requirement) =>
        operatingSystem is not null && string.Equals(requirement.AttributeId, ModelDefinition.GuestOsAttributeId, StringComparison.Ordinal)
            ? requirement with { Threshold = new SetThreshold(NeedsAll: true, new[] { operatingSystem }.ToEquatableArray()) }
            : requirement;

    private static Outcome Against(TechnologyDefinition technology, Constraint requirement) => requirement.Against(id => technology.Find(id)?.Value);
}
