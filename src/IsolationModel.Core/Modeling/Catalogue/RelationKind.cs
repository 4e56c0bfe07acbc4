namespace IsolationModel.Modeling;

/// <summary>How an entry of the catalogue relates to another. Inverses are derived, never written.</summary>
public enum RelationKind
{
    /// <summary>Runs its guests on this hypervisor or virtual machine monitor.</summary>
    Hypervisor,

    /// <summary>Runs modules in this engine.</summary>
    Engine,

    /// <summary>Is built on this part.</summary>
    Uses,

    /// <summary>Needs this below it.</summary>
    RunsOn,

    /// <summary>Can be had in this product.</summary>
    OfferedBy,

    /// <summary>Makes this harder to break out of.</summary>
    Hardens,

    /// <summary>Watches what happens in this.</summary>
    Observes,

    /// <summary>Has this as its successor.</summary>
    ReplacedBy,

    /// <summary>Is a component of this.</summary>
    PartOf,
}
