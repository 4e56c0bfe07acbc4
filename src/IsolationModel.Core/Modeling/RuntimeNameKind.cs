namespace IsolationModel.Modeling;

/// <summary>By what kind of name a descriptor picks a runtime.</summary>
public enum RuntimeNameKind
{
    /// <summary>Kubernetes RuntimeClass name: free text, proves nothing by itself.</summary>
    RuntimeClass,

    /// <summary>Handler of a RuntimeClass: what the node's container runtime resolves.</summary>
    RuntimeHandler,
}
