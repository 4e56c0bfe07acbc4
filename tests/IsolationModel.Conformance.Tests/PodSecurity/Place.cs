namespace IsolationModel.Conformance.PodSecurity;

/// <summary>Where a field of a sample pod stands.</summary>
internal enum Place
{
    /// <summary>In the annotations of the pod.</summary>
    Annotation,

    /// <summary>In the spec.</summary>
    Spec,

    /// <summary>In the pod's security context.</summary>
    PodContext,

    /// <summary>In the container that the case is about.</summary>
    Container,

    /// <summary>In the security context of that container.</summary>
    Context,
}
