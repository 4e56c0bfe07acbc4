using IsolationModel.Data;

namespace IsolationModel.Descriptors.Kubernetes;

/// <summary>A kind of object that makes Pods, and where its pod template stands.</summary>
/// <param name="Groups">API groups that had or have the kind; the empty string is the core group.</param>
/// <param name="Kind">The kind.</param>
/// <param name="Path">The keys from the object to what holds the Pod's metadata and spec; empty for a Pod.</param>
internal sealed record PodKind(string[] Groups, string Kind, string[] Path)
{
    public bool IsPodItself => Path.Length == 0;

    /// <summary>What holds the Pod's <c>metadata</c> and <c>spec</c>.</summary>
    public DataCursor Template(DataCursor item)
    {
        foreach (var key in Path)
        {
            item = item[key];
        }

        return item;
    }
}
