namespace IsolationModel.Modeling;

/// <summary>How much a missing grade of an attribute counts, in place of the goal's target.</summary>
/// <param name="AttributeId">The attribute.</param>
/// <param name="Weight">The weight; 0 or more.</param>
public sealed record ScoringWeight(string AttributeId, int Weight);
