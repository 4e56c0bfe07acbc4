namespace IsolationModel.Modeling;

/// <summary>A wish of a scenario.</summary>
/// <param name="GoalId">The goal.</param>
/// <param name="Word">The word that says how much.</param>
public sealed record ScenarioGoal(string GoalId, string Word);
