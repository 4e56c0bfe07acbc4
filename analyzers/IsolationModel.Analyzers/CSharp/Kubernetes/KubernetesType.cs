namespace IsolationModel.Analyzers.CSharp.Kubernetes;

/// <summary>What a type of a library stands for in Kubernetes.</summary>
/// <param name="Part">Which part of an object it is.</param>
/// <param name="ApiVersion">The object's API group and version; empty for parts.</param>
/// <param name="Kind">The object's kind; empty for parts.</param>
internal sealed record KubernetesType(KubernetesPart Part, string ApiVersion = "", string Kind = "");
