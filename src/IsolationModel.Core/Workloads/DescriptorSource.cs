using IsolationModel.Data;

namespace IsolationModel.Workloads;

/// <summary>The documents of a file, kept for what is put together out of several files.</summary>
/// <param name="Documents">The roots, in order.</param>
/// <param name="Text">The text, where the places of texts within it are needed; otherwise null.</param>
public sealed record DescriptorSource(IReadOnlyList<DataNode> Documents, string? Text)
{
    /// <summary>The nodes with a YAML tag that the file's format gives a meaning; null where there is none.</summary>
    public IReadOnlyDictionary<DataNode, string>? Tags { get; init; }
}
