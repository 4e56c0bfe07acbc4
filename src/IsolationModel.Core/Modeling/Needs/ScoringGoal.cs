namespace IsolationModel.Modeling;

/// <summary>A goal that ranking aims at.</summary>
/// <param name="AttributeId">The attribute.</param>
/// <param name="Target">The wanted grade, 0 to 3.</param>
/// <param name="Weight">How much a missing grade counts.</param>
public sealed record ScoringGoal(string AttributeId, int Target, int Weight);
