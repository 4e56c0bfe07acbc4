namespace IsolationModel.Modeling;

/// <summary>What a decision tree recommends.</summary>
/// <param name="Text">The recommendation in words.</param>
/// <param name="Note">For what, or null.</param>
/// <param name="TechnologyIds">The technologies that it means, in its order.</param>
public sealed record DecisionRecommendation(LocalizedText Text, LocalizedText? Note, EquatableArray<string> TechnologyIds);
