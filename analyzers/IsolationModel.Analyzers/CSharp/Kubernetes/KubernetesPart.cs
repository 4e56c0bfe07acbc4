namespace IsolationModel.Analyzers.CSharp.Kubernetes;

/// <summary>Which part of a Kubernetes object a type is, the largest first.</summary>
internal enum KubernetesPart
{
    /// <summary>A whole object.</summary>
    Object,

    /// <summary>A pod template: metadata and spec.</summary>
    Template,

    /// <summary>A pod spec.</summary>
    PodSpec,
}
