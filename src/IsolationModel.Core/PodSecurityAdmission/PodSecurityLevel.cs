namespace IsolationModel.PodSecurityAdmission;

/// <summary>A level of the Pod Security Standards, least strict first (https://kubernetes.io/docs/concepts/security/pod-security-standards/).</summary>
public enum PodSecurityLevel
{
    /// <summary>No restriction.</summary>
    Privileged,

    /// <summary>No known privilege escalation.</summary>
    Baseline,

    /// <summary>Current best practice of hardening pods; holds the baseline too.</summary>
    Restricted,
}
