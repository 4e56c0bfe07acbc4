namespace IsolationModel.Modeling;

/// <summary>How the values of a stack's layers become the value of the stack.</summary>
public enum Composition
{
    /// <summary>The strongest layer counts: what has to be broken last. The default for scales.</summary>
    Strongest,

    /// <summary>Layers add up. The default for quantities.</summary>
    Sum,

    /// <summary>One minus the product of what is left: losses one after the other.</summary>
    Complement,

    /// <summary>Every layer must have it. The default for capabilities.</summary>
    Weakest,

    /// <summary>One layer that has it is enough.</summary>
    Any,

    /// <summary>What all layers share. The default for sets.</summary>
    Intersection,

    /// <summary>The layer nearest to the workload decides.</summary>
    Innermost,
}
