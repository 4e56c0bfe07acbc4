namespace IsolationModel.Conformance.Cel;

/// <summary>A pod to be judged by a policy.</summary>
/// <param name="Policy">The index of the policy.</param>
/// <param name="Pod">The pod as JSON.</param>
public sealed record CelQuestion(int Policy, string Pod);
