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
    /// <param name="needs">What must hold.</param>
    /// <param name="goals">What is wished for.</param>
    public static IReadOnlyList<RankedTechnology> Rank(
        ModelIndex model,
        string? platformId,
        IReadOnlyList<WorkloadContainer> containers,
        IReadOnlyList<DeclaredNeed> needs,
        IReadOnlyList<ScoringGoal> goals)
    {
        var requirements = (platformId is null ? null : model.Platform(platformId))?.Requirements ?? default;
        var ranked = new List<RankedTechnology>();
        foreach (var technology in model.Definition.Technologies)
        {
            if (requirements.All(requirement => technology.Find(requirement.AttributeId)?.Value.Against(requirement.Threshold) is Outcome.Meets or Outcome.May))
            {
                var assessment = TechnologyAssessment.Of(model, technology, containers, needs);
                ranked.Add(new RankedTechnology(assessment, VerdictOf(assessment, requirements), Shortfall(model, technology, goals), Surplus(model, technology, goals)));
            }
        }

        ranked.Sort(Compare);
        return ranked;
    }

    /// <summary>The grade of a technology's typical value, 3 (best) to 0 (worse than all bands, or unknown).</summary>
    public static int Grade(ModelIndex model, TechnologyDefinition technology, string attributeId)
    {
        foreach (var band in model.Definition.Scoring.Grades)
        {
            if (string.Equals(band.AttributeId, attributeId, StringComparison.Ordinal))
            {
                var value = technology.Find(attributeId);
                var interval = value?.Typical ?? value?.Value;
                return interval is not QuantityInterval quantity ? 0
                    : Passes(quantity, band.Three) ? 3
                    : Passes(quantity, band.Two) ? 2
                    : Passes(quantity, band.One) ? 1
                    : 0;
            }
        }

        return 0;
    }

    /// <summary>The worst end of the range has to pass: without a typical value, nothing better is promised.</summary>
    private static bool Passes(QuantityInterval quantity, QuantityThreshold band) => quantity.Against(band) == Outcome.Meets;

    private static Verdict VerdictOf(TechnologyAssessment assessment, EquatableArray<Constraint> requirements)
    {
        // A runtime that refuses the workload's settings serves no need at all.
        if (assessment.Isolation.Effects.Any(effect => effect is { IsCertain: true, Effect.Kind: EffectKind.Unsupported }))
        {
            return Verdict.Unsuitable;
        }

        var isShown = requirements.All(requirement => assessment.Technology.Find(requirement.AttributeId)!.Value.Against(requirement.Threshold) == Outcome.Meets);
        return assessment.Verdict == Verdict.Suitable && !isShown ? Verdict.Unproven : assessment.Verdict;
    }

    private static int Shortfall(ModelIndex model, TechnologyDefinition technology, IReadOnlyList<ScoringGoal> goals) =>
        goals.Sum(goal => goal.Weight * Math.Max(0, goal.Target - Grade(model, technology, goal.AttributeId)));

    private static int Surplus(ModelIndex model, TechnologyDefinition technology, IReadOnlyList<ScoringGoal> goals) =>
        goals.Concat(model.Definition.Scoring.Always).Sum(goal => goal.Weight * Grade(model, technology, goal.AttributeId));

    private static int Compare(RankedTechnology left, RankedTechnology right)
    {
        var order = right.Verdict.CompareTo(left.Verdict);
        order = order != 0 ? order : left.Shortfall.CompareTo(right.Shortfall);
        order = order != 0 ? order : right.Surplus.CompareTo(left.Surplus);
        order = order != 0 ? order : Boundary(right).CompareTo(Boundary(left));
        order = order != 0 ? order : left.Technology.Order.CompareTo(right.Technology.Order);
        return order != 0 ? order : string.CompareOrdinal(left.Technology.Id, right.Technology.Id);
    }

    private static int Boundary(RankedTechnology ranked) => ranked.Assessment.Isolation.Effective?.Low ?? -1;
}
