namespace IsolationModel.Descriptors.Kubernetes.Policies;

/// <summary>What must hold for a pod to be admitted.</summary>
/// <param name="Expression">The condition.</param>
/// <param name="Message">An expression for what is told where it does not hold.</param>
internal sealed record PolicyValidation(CelExpression Expression, CelExpression Message);
