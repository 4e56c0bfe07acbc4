namespace IsolationModel.Findings;

/// <summary>How loudly a finding is told, quietest first.</summary>
public enum FindingSeverity
{
    /// <summary>Worth knowing; prints nothing in an ordinary build.</summary>
    Info,

    /// <summary>Something to mend.</summary>
    Warning,

    /// <summary>A mistake in what was written: nothing sound can be said until it is mended.</summary>
    Error,
}
