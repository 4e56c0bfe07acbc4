namespace IsolationModel.Workloads;

/// <summary>How near to the workload a need is declared, farthest first.</summary>
public enum NeedScope
{
    /// <summary>On the command line or in the project, for every workload.</summary>
    Run,

    /// <summary>In the model, for workloads of a namespace, with labels or at a path.</summary>
    Model,

    /// <summary>On the workload's namespace.</summary>
    Namespace,

    /// <summary>On the workload object.</summary>
    Object,

    /// <summary>On its pod template.</summary>
    Template,
}
