namespace IsolationModel.Descriptors;

/// <summary>How much of a hostile or broken file is read. Every limit has its rule.</summary>
public static class DescriptorLimits
{
    /// <summary>Largest file, in bytes (32 MiB): far above the 1.5 MiB that an API server stores by default.</summary>
    public const int FileSize = 32 * 1024 * 1024;

    /// <summary>Deepest nesting of mappings and lists.</summary>
    public const int Depth = 256;

    /// <summary>Most nodes that aliases may add to one document.</summary>
    public const int AliasedNodes = 1_000_000;

    /// <summary>
    /// Most nodes of one file, over all its documents. It stands where a limit on time would stand, because the same file has to give the same
    /// findings on every machine.
    /// </summary>
    public const int Nodes = 1_000_000;

    /// <summary>Deepest nesting of lists of objects; nobody nests them deeper by hand.</summary>
    public const int ListDepth = 8;

    /// <summary>Most nodes that are made or looked at to render the kustomizations of one run.</summary>
    public const int RenderedNodes = 2_000_000;

    /// <summary>Most parts of workloads that are judged of one kustomization that cannot be rendered, which is told itself.</summary>
    public const int Fragments = 1_000;

    /// <summary>Most broken documents of one file that are told, each at its place.</summary>
    public const int BrokenDocuments = 100;
}
