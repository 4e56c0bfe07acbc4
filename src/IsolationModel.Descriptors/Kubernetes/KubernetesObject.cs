using IsolationModel.Data;

namespace IsolationModel.Descriptors.Kubernetes;

/// <summary>An object of the Kubernetes API as a descriptor writes it.</summary>
/// <param name="Root">The object.</param>
/// <param name="Group">Its API group; the empty string is the core group.</param>
/// <param name="Kind">Its kind.</param>
internal readonly record struct KubernetesObject(DataCursor Root, string Group, string Kind)
{
    public DataCursor Metadata => Root["metadata"];

    public DataCursor Spec => Root["spec"];

    public string? Namespace => Metadata["namespace"].Text;

    /// <summary>The group of an <c>apiVersion</c>.</summary>
    public static string GroupOf(string apiVersion)
    {
        var slash = apiVersion.IndexOf('/');
        return slash < 0 ? string.Empty : apiVersion.Substring(0, slash);
    }
}
