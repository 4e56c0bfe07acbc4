using IsolationModel.Data;

namespace IsolationModel.Descriptors.Kustomize;

/// <summary>What names an object of a cluster.</summary>
/// <param name="Group">Its API group; empty for the core group.</param>
/// <param name="Version">Its API version.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Namespace">Its namespace in effect: <c>default</c> where none is written, empty for what belongs to none.</param>
/// <param name="Name">Its name.</param>
internal sealed record ObjectId(string Group, string Version, string Kind, string Namespace, string Name)
{
    /// <summary>Kinds of Kubernetes itself that belong to no namespace.</summary>
    private static readonly HashSet<string> ClusterKinds = new(StringComparer.Ordinal)
    {
        "APIService", "CertificateSigningRequest", "ClusterRole", "ClusterRoleBinding", "CSIDriver", "CSINode", "CustomResourceDefinition",
        "FlowSchema", "IngressClass", "MutatingWebhookConfiguration", "Namespace", "Node", "PersistentVolume", "PodSecurityPolicy",
        "PriorityClass", "PriorityLevelConfiguration", "RuntimeClass", "StorageClass", "ValidatingAdmissionPolicy",
        "ValidatingAdmissionPolicyBinding", "ValidatingWebhookConfiguration", "VolumeAttachment",
    };

    /// <summary>Whether objects of the kind belong to a namespace.</summary>
    public bool IsNamespaced => !ClusterKinds.Contains(Kind);

    /// <summary>Reads the id of an object; null where it has none.</summary>
    public static ObjectId? Of(DataNode node)
    {
        var item = new DataCursor(node);
        if (item["apiVersion"].Text is not { } apiVersion || item["kind"].Text is not { } kind || item["metadata"]["name"].Text is not { } name)
        {
            return null;
        }

        var slash = apiVersion.IndexOf('/');
        var (group, version) = slash < 0 ? (string.Empty, apiVersion) : (apiVersion.Substring(0, slash), apiVersion.Substring(slash + 1));
        var space = ClusterKinds.Contains(kind) ? string.Empty : item["metadata"]["namespace"].Text is { Length: > 0 } given ? given : "default";
        return new ObjectId(group, version, kind, space, name);
    }
}
