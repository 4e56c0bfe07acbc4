namespace IsolationModel.Configuration;

/// <summary>How loudly settings want findings to be told.</summary>
public enum ConfiguredSeverity
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>As something worth knowing.</summary>
    Info,

    /// <summary>As something to mend.</summary>
    Warning,

    /// <summary>As a mistake.</summary>
    Error,
}
