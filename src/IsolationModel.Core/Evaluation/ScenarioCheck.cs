using IsolationModel.Modeling;
using IsolationModel.Workloads;

namespace IsolationModel.Evaluation;

/// <summary>Whether a scenario is answered as its source answers it: a check of the model, not of the world.</summary>
/// <param name="Scenario">The scenario; it has an expectation.</param>
/// <param name="Ranking">The ranking by its level, needs, conditions and wishes.</param>
public sealed record ScenarioCheck(ScenarioDefinition Scenario, Ranking Ranking)
{
    /// <summary>Whether a technology that is expected is among the equally good ones; what separates those only breaks ties.</summary>
    public bool IsMet => Ranking.EquallyGood.Any(ranked => Scenario.Expectation!.TechnologyIds.Contains(ranked.Technology.Id));

    /// <summary>Checks every scenario that expects something, in their order.</summary>
    public static IReadOnlyList<ScenarioCheck> In(ModelIndex model) => model.Definition.Scenarios
        .Where(scenario => scenario.Expectation is { TechnologyIds.Count: > 0 })
        .Select(scenario =>
        {
            var needs = NeedSet.Combine(model, [NeedDeclaration.ForRun(NeedCarrier.Scenario, scenario.Id)]);
            return new ScenarioCheck(scenario, TechnologyRanking.Rank(model, null, [], needs.Needs, needs.Goals));
        })
        .ToList();
}
