using IsolationModel.Modeling;
using IsolationModel.Values;

namespace IsolationModel.Evaluation;

/// <summary>A question that was answered with yes and that a recommendation is not shown to meet.</summary>
/// <param name="Question">The question.</param>
/// <param name="Outcome">How well the best of the recommended technologies stands against it.</param>
public sealed record UnmetAnswer(DecisionQuestion Question, Outcome Outcome);
