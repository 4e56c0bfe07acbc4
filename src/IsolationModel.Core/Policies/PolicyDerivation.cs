namespace IsolationModel.Policies;

/// <summary>A policy, or why there is none.</summary>
/// <param name="Policy">The policy; null where something keeps it from being one.</param>
/// <param name="Problems">Why there is none: one line each, without final period.</param>
public sealed record PolicyDerivation(IsolationPolicy? Policy, IReadOnlyList<string> Problems);
