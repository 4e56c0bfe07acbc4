namespace IsolationModel.Modeling;

/// <summary>A word of a goal and the grade that it means.</summary>
/// <param name="Word">The word, such as <c>high</c>.</param>
/// <param name="Grade">The grade to aim at, 0 to 3.</param>
public sealed record GoalTarget(string Word, int Grade);
