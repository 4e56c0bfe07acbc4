using IsolationModel.Data;

namespace IsolationModel.Descriptors.Kubernetes;

/// <summary>Reads kinds whose Pods stand as they are somewhere in the object.</summary>
internal static class PodTemplates
{
    /// <summary>The object is the Pod.</summary>
    public static void Itself(KubernetesObject item, DescriptorFileBuilder file) => PodWorkloads.Add(item, PodView.OfObject(item, item.Spec), file);

    /// <summary>What these keys lead to holds the Pod's metadata and spec. A patch may leave it out; it still speaks of such Pods.</summary>
    public static PodReader At(params string[] path) => (item, file) => PodWorkloads.Add(item, PodView.OfTemplate(Walk(item.Root, path)), file);

    /// <summary>As <see cref="At"/>, for kinds that do without Pods where there is no template.</summary>
    public static PodReader IfPresent(params string[] path) => (item, file) =>
    {
        var template = Walk(item.Root, path);
        if (template is { Exists: true, IsNull: false })
        {
            PodWorkloads.Add(item, PodView.OfTemplate(template), file);
        }
    };

    public static DataCursor Walk(DataCursor from, string[] path)
    {
        foreach (var key in path)
        {
            from = from[key];
        }

        return from;
    }
}
