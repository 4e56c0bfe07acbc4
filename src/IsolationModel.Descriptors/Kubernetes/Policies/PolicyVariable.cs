namespace IsolationModel.Descriptors.Kubernetes.Policies;

/// <summary>A named part of a policy.</summary>
/// <param name="Name">The name; expressions write <c>variables.</c> before it.</param>
/// <param name="Expression">What it stands for.</param>
internal sealed record PolicyVariable(string Name, CelExpression Expression);
