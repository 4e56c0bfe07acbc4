namespace IsolationModel.Workloads;

/// <summary>The configuration of Pod Security admission of a cluster, as the API server reads it from a file.</summary>
/// <param name="Defaults">What it enforces in namespaces that say nothing themselves.</param>
/// <param name="ExemptRuntimeClasses">Runtime classes whose pods it does not judge.</param>
/// <param name="ExemptNamespaces">Namespaces whose pods it does not judge.</param>
public sealed record AdmissionConfigurationObject(
    IReadOnlyList<NeedDeclaration> Defaults, IReadOnlyList<string> ExemptRuntimeClasses, IReadOnlyList<string> ExemptNamespaces);
