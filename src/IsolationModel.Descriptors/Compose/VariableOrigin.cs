namespace IsolationModel.Descriptors.Compose;

/// <summary>Where the value of a variable comes from.</summary>
internal enum VariableOrigin
{
    /// <summary>No file gives it one.</summary>
    Unknown,

    /// <summary>The text that uses it says what holds where it has none.</summary>
    Default,

    /// <summary>An environment file of the run.</summary>
    File,
}
