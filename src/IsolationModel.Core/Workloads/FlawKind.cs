namespace IsolationModel.Workloads;

/// <summary>What a platform does with a flaw of a descriptor.</summary>
public enum FlawKind
{
    /// <summary>It passes over what is written; the workload runs without it.</summary>
    NoEffect,

    /// <summary>It refuses the workload.</summary>
    Refused,
}
