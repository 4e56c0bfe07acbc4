namespace IsolationModel.Modeling;

/// <summary>What values a setting has.</summary>
public enum SettingKind
{
    /// <summary>On or off.</summary>
    Flag,

    /// <summary>One of some words; the first one is what holds when nothing is said.</summary>
    Choice,

    /// <summary>A list of words.</summary>
    List,

    /// <summary>A list of file system paths.</summary>
    PathList,
}
