namespace IsolationModel.Modeling;

/// <summary>How technologies that meet a need equally well are ranked.</summary>
/// <param name="Grades">Grade bands, sorted by attribute id.</param>
/// <param name="Always">Goals that count in every ranking, sorted by attribute id.</param>
/// <param name="Weights">Weights that replace the goals' own, sorted by attribute id.</param>
public sealed record ScoringDefinition(EquatableArray<GradeBand> Grades, EquatableArray<ScoringGoal> Always, EquatableArray<ScoringWeight> Weights);
