namespace IsolationModel.Descriptors.Kubernetes;

/// <summary>Adds what an object runs to a file.</summary>
internal delegate void PodReader(KubernetesObject item, DescriptorFileBuilder file);

/// <summary>A kind of object that makes Pods, or that has a say in how they run.</summary>
/// <param name="Groups">API groups that had or have the kind; the empty string is the core group.</param>
/// <param name="Kind">The kind.</param>
/// <param name="Read">How its Pods are read.</param>
internal sealed record PodKind(string[] Groups, string Kind, PodReader Read)
{
    /// <summary>The keys to what holds the metadata and spec of its Pods: none where it is the Pod itself, null where its shape is another one.</summary>
    public string[]? Path { get; init; }

    /// <summary>Whether Kubernetes itself has the kind.</summary>
    public bool IsBuiltIn => Array.TrueForAll(Groups, group => group is "" or "apps" or "extensions" or "batch");
}
