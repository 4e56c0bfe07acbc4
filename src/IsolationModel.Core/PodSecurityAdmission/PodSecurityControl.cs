namespace IsolationModel.PodSecurityAdmission;

/// <summary>A control of the Pod Security Standards.</summary>
/// <param name="Id">Its id in k8s.io/pod-security-admission, which its messages and metrics use.</param>
/// <param name="Level">The level that it belongs to.</param>
/// <param name="Since">The first minor version of the policy that has it.</param>
/// <param name="Allowed">What is allowed; reads behind "allowed is".</param>
public sealed record PodSecurityControl(string Id, PodSecurityLevel Level, int Since, string Allowed)
{
    /// <summary>The first minor version in which a stricter control of the restricted level stands in its place.</summary>
    public int ReplacedInRestrictedSince { get; init; } = int.MaxValue;
}
