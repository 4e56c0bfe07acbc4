namespace IsolationModel.Conformance.PodSecurity;

/// <summary>What the container that a case is about is.</summary>
public enum ContainerKind
{
    /// <summary>A container.</summary>
    Main,

    /// <summary>An init container.</summary>
    Init,

    /// <summary>An init container that goes on running.</summary>
    Sidecar,

    /// <summary>An ephemeral container.</summary>
    Ephemeral,
}
