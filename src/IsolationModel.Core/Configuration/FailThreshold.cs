namespace IsolationModel.Configuration;

/// <summary>From which severity on findings make a run fail.</summary>
public enum FailThreshold
{
    /// <summary>From errors on.</summary>
    Error,

    /// <summary>From warnings on.</summary>
    Warning,

    /// <summary>Every finding does.</summary>
    Info,

    /// <summary>None does.</summary>
    Never,
}
