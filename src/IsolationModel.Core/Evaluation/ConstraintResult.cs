using IsolationModel.Modeling;
using IsolationModel.Values;

namespace IsolationModel.Evaluation;

/// <summary>How a technology stands against one constraint.</summary>
/// <param name="Constraint">The constraint.</param>
/// <param name="Own">The outcome for the technology's own value.</param>
/// <param name="Effective">The outcome for what the workload's settings left of it.</param>
/// <param name="Found">The technology's own value for messages, with its source.</param>
public sealed record ConstraintResult(Constraint Constraint, Outcome Own, Outcome Effective, string Found);
