namespace IsolationModel.Modeling;

/// <summary>Where a project or product stands.</summary>
public enum EntryState
{
    /// <summary>Maintained and meant to be used.</summary>
    Active,

    /// <summary>Offered for trial only.</summary>
    Preview,

    /// <summary>Still there, but not to be chosen any more.</summary>
    Deprecated,

    /// <summary>No longer maintained.</summary>
    Archived,

    /// <summary>Taken out of what it was part of.</summary>
    Removed,
}
