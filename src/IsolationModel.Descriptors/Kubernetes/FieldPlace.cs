namespace IsolationModel.Descriptors.Kubernetes;

/// <summary>A mapping of a Pod that holds fields; a field may belong to several.</summary>
[Flags]
internal enum FieldPlace
{
    None = 0,

    /// <summary>The Pod's <c>spec</c>.</summary>
    PodSpec = 1,

    /// <summary>The Pod's <c>securityContext</c>.</summary>
    PodContext = 2,

    /// <summary>A container.</summary>
    Container = 4,

    /// <summary>A container's <c>securityContext</c>.</summary>
    ContainerContext = 8,
}
