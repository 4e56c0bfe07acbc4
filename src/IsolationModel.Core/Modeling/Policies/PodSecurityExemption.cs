namespace IsolationModel.Modeling;

/// <summary>Pods that admission does not hold to the level of the Pod Security Standards that their namespace enforces.</summary>
/// <param name="Id">The exemption's id.</param>
/// <param name="Reason">Why they are exempt.</param>
/// <param name="RuntimeClasses">Names of runtime classes whose pods are exempt, sorted.</param>
/// <param name="Namespaces">Namespaces whose pods are exempt, sorted.</param>
public sealed record PodSecurityExemption(string Id, string Reason, EquatableArray<string> RuntimeClasses, EquatableArray<string> Namespaces);
