using System.Collections;
using Microsoft.Build.Framework;

namespace IsolationModel.Build.Tests.Support;

/// <summary>An item that stands for a file.</summary>
internal sealed class FileItem(string path, bool isExplicit = false) : ITaskItem
{
    public string ItemSpec { get; set; } = path;

    public ICollection MetadataNames => Array.Empty<string>();

    public int MetadataCount => 0;

    public string GetMetadata(string metadataName) => metadataName switch
    {
        "FullPath" => Path.GetFullPath(ItemSpec),
        "IsolationExplicit" => isExplicit ? "true" : string.Empty,
        _ => string.Empty,
    };

    public void SetMetadata(string metadataName, string metadataValue) => throw new NotSupportedException("A summary changes no item.");

    public void RemoveMetadata(string metadataName) => throw new NotSupportedException("A summary changes no item.");

    public void CopyMetadataTo(ITaskItem destinationItem) => throw new NotSupportedException("A summary copies no item.");

    public IDictionary CloneCustomMetadata() => throw new NotSupportedException("A summary copies no item.");
}
