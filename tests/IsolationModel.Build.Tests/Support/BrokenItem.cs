using System.Collections;
using Microsoft.Build.Framework;

namespace IsolationModel.Build.Tests.Support;

/// <summary>An item whose metadata cannot be had: it stands for every failure that nobody foresaw.</summary>
internal sealed class BrokenItem(Exception failure) : ITaskItem
{
    public string ItemSpec { get; set; } = "broken.yaml";

    public ICollection MetadataNames => throw failure;

    public int MetadataCount => throw failure;

    public string GetMetadata(string metadataName) => throw failure;

    public void SetMetadata(string metadataName, string metadataValue) => throw failure;

    public void RemoveMetadata(string metadataName) => throw failure;

    public void CopyMetadataTo(ITaskItem destinationItem) => throw failure;

    public IDictionary CloneCustomMetadata() => throw failure;
}
