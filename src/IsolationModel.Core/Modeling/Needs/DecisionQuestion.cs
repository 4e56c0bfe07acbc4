namespace IsolationModel.Modeling;

/// <summary>A question of a decision tree.</summary>
/// <param name="Id">Id within the tree.</param>
/// <param name="Ask">The question.</param>
/// <param name="Means">What a yes says about the workload, as conditions.</param>
/// <param name="Recommendation">What is recommended on a yes.</param>
/// <param name="Refinement">A question that is asked after a yes, and whose yes replaces the recommendation; or null.</param>
public sealed record DecisionQuestion(
    string Id, LocalizedText Ask, EquatableArray<Constraint> Means, DecisionRecommendation Recommendation, DecisionQuestion? Refinement);
