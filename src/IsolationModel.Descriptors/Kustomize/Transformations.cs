using IsolationModel.Data;
using IsolationModel.Descriptors.Kubernetes;

namespace IsolationModel.Descriptors.Kustomize;

/// <summary>What a kustomization does to every object in it, in the order of kustomize. References to classes of runtimes keep their names.</summary>
internal static class Transformations
{
    private static readonly string[] Metadata = ["metadata"];
    private static readonly string[] LabelPath = ["metadata", "labels"];
    private static readonly string[] AnnotationPath = ["metadata", "annotations"];

    /// <summary>Kinds whose names kustomize leaves alone (its prefix and suffix transformers).</summary>
    private static readonly string[] UnprefixedKinds = ["APIService", "CustomResourceDefinition", "Namespace"];

    public static KustomizeObject Apply(Kustomization kustomization, KustomizeObject item)
    {
        var spaced = SetNamespace(kustomization.Namespace, item);
        var named = SetName(kustomization, spaced);
        var root = named.Root;
        foreach (var (labels, reachTemplates) in kustomization.Labels)
        {
            root = SetAll(root, labels, LabelPath, reachTemplates ? TemplatePath(named, LabelPath) : null);
        }

        root = SetAll(root, kustomization.Annotations, AnnotationPath, TemplatePath(named, AnnotationPath));
        return ReferenceEquals(root, named.Root) ? named : named.With(root);
    }

    private static KustomizeObject SetNamespace(DataCursor space, KustomizeObject item)
    {
        if (space.Text is not { Length: > 0 })
        {
            return item;
        }

        var id = item.Id;
        var field = id.IsNamespaced ? "namespace" : id is { Group.Length: 0, Kind: "Namespace" } ? "name" : null;
        return field is null ? item : item.With(TreeChange.Set(item.Root, Metadata, TreeChange.Text(space.KeyRange, field), space.Scalar!));
    }

    private static KustomizeObject SetName(Kustomization kustomization, KustomizeObject item)
    {
        var prefix = kustomization.NamePrefix.Text ?? string.Empty;
        var suffix = kustomization.NameSuffix.Text ?? string.Empty;
        var name = new DataCursor(item.Root)["metadata"]["name"];
        if (prefix.Length + suffix.Length == 0 || name.Scalar is not { } scalar || Array.IndexOf(UnprefixedKinds, item.Id.Kind) >= 0)
        {
            return item;
        }

        return item.With(TreeChange.Set(item.Root, Metadata, TreeChange.Text(name.KeyRange, "name"), TreeChange.Text(scalar.Range, prefix + scalar.Value + suffix)));
    }

    private static DataMapping SetAll(DataMapping root, DataCursor values, string[] path, string[]? templatePath)
    {
        foreach (var entry in (values.Node as DataMapping)?.Entries ?? [])
        {
            root = TreeChange.Set(root, path, entry.Key, entry.Value);
            root = templatePath is null ? root : TreeChange.Set(root, templatePath, entry.Key, entry.Value);
        }

        return root;
    }

    private static string[]? TemplatePath(KustomizeObject item, string[] path)
    {
        var id = item.Id;
        return PodKinds.Find(id.Group, id.Kind) is { IsBuiltIn: true, Path: { Length: > 0 } template } ? [.. template, .. path] : null;
    }
}
