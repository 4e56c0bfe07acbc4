namespace IsolationModel.Descriptors.Kubernetes.Policies;

/// <summary>What enforces an exported policy.</summary>
public enum PolicyTarget
{
    /// <summary>The API server: ValidatingAdmissionPolicy, since Kubernetes 1.30.</summary>
    ValidatingAdmissionPolicy,

    /// <summary>Kyverno: ValidatingPolicy, in version v1 since Kyverno 1.17.</summary>
    Kyverno,

    /// <summary>Gatekeeper: a ConstraintTemplate for its CEL engine, enabled by default since Gatekeeper 3.18.</summary>
    Gatekeeper,
}
