using IsolationModel.Data;

namespace IsolationModel.Descriptors.Yaml;

/// <summary>A mapping or list whose end has not been read yet.</summary>
internal struct OpenNode
{
    /// <summary>Where it starts.</summary>
    public int Start;

    /// <summary>Whether it is a mapping; otherwise a list.</summary>
    public bool IsMapping;

    /// <summary>Whether it is written with brackets.</summary>
    public bool IsFlow;

    /// <summary>Its anchor, or null.</summary>
    public string? Anchor;

    /// <summary>Its tag, or null.</summary>
    public string? Tag;

    /// <summary>The key whose value has not been read yet.</summary>
    public DataNode? Key;

    /// <summary>Whether that key brings the entries of another mapping.</summary>
    public bool IsMergeKey;

    /// <summary>Tells it from others with the same anchor.</summary>
    public int Serial;

    /// <summary>How many nodes it stands for, aliases expanded.</summary>
    public long Size;

    /// <summary>Where the last child ends; -1 before the first one.</summary>
    public int LastEnd;

    /// <summary>The place of its first child among the children of all that is open.</summary>
    public int FirstChild;
}
