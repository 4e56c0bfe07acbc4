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
}
