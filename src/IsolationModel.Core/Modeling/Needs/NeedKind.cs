namespace IsolationModel.Modeling;

/// <summary>What kind of need it is.</summary>
public enum NeedKind
{
    /// <summary>A security level; of several the strongest holds.</summary>
    Level,

    /// <summary>A threat that must be withstood.</summary>
    Threat,

    /// <summary>Something that the workload uses and that has to be there.</summary>
    Compatibility,

    /// <summary>A level of the Kubernetes Pod Security Standards: it binds the settings of the pod, not the choice of a technology.</summary>
    PodSecurity,

    /// <summary>What a scenario requires beside its level.</summary>
    Scenario,
}
