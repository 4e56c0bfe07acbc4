namespace IsolationModel.Evaluation;

/// <summary>What could be otherwise.</summary>
public enum ChangeKind
{
    /// <summary>A setting of the workload is taken back.</summary>
    Setting,

    /// <summary>A fact of the nodes is established and declared.</summary>
    NodeFact,

    /// <summary>Another runtime of the run is picked.</summary>
    Runtime,
}
