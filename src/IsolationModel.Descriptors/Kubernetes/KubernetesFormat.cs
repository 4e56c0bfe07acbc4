using IsolationModel.Data;
using IsolationModel.Modeling;
using IsolationModel.Workloads;

namespace IsolationModel.Descriptors.Kubernetes;

/// <summary>Kubernetes objects: workloads of the core kinds, RuntimeClass, Namespace, and lists of them.</summary>
internal sealed class KubernetesFormat : IDescriptorFormat
{
    public bool MayContain(string text) => text.IndexOf("apiVersion", StringComparison.Ordinal) >= 0;

    public bool TryRead(DataCursor document, DescriptorFileBuilder file)
    {
        if (document.Node is not DataMapping || document["apiVersion"].Text is not { } apiVersion || document["kind"].Text is not { } kind)
        {
            return false;
        }

        ReadObject(document, apiVersion, kind, file, DescriptorLimits.ListDepth);
        return true;
    }

    private static void ReadObject(DataCursor item, string apiVersion, string kind, DescriptorFileBuilder file, int listDepth)
    {
        var group = GroupOf(apiVersion);
        if (group.Length == 0 && kind.EndsWith("List", StringComparison.Ordinal))
        {
            ReadList(item["items"], file, listDepth);
        }
        else if (group == "node.k8s.io" && kind == "RuntimeClass")
        {
            ReadRuntimeClass(item, file);
        }
        else if (group.Length == 0 && kind == "Namespace")
        {
            ReadNamespace(item, file);
        }
        else if (PodKinds.Find(group, kind) is { } podKind)
        {
            ReadWorkload(item, kind, podKind, file);
        }
        else if (kind.EndsWith("List", StringComparison.Ordinal) && PodKinds.Find(group, kind.Substring(0, kind.Length - 4)) is not null)
        {
            ReadList(item["items"], file, listDepth);
        }
    }

    private static void ReadList(DataCursor items, DescriptorFileBuilder file, int depth)
    {
        for (var i = 0; i < items.Count && depth > 0; i++)
        {
            var item = items.At(i);
            if (item["apiVersion"].Text is { } apiVersion && item["kind"].Text is { } kind)
            {
                ReadObject(item, apiVersion, kind, file, depth - 1);
            }
        }
    }

    private static void ReadRuntimeClass(DataCursor item, DescriptorFileBuilder file)
    {
        if (item["metadata"]["name"].Text is not { } name)
        {
            return;
        }

        // v1alpha1 kept the handler in the spec (KEP-585).
        var handler = item["handler"].Exists ? item["handler"] : item["spec"]["runtimeHandler"];
        var text = handler.Text;
        file.RuntimeClasses.Add(new RuntimeClassObject(name, text is null || handler.IsUnresolved ? null : text, handler.Range));
    }

    private static void ReadNamespace(DataCursor item, DescriptorFileBuilder file)
    {
        if (item["metadata"]["name"].Text is { } name)
        {
            var needs = new List<NeedDeclaration>();
            NeedAnnotations.Read(item["metadata"]["annotations"], NeedScope.Namespace, file, needs);
            file.Namespaces.Add(new NamespaceObject(name, needs));
        }
    }

    private static void ReadWorkload(DataCursor item, string kind, PodKind podKind, DescriptorFileBuilder file)
    {
        var metadata = item["metadata"];
        var template = podKind.Template(item);
        var podMetadata = template["metadata"];
        var spec = template["spec"];
        var needs = new List<NeedDeclaration>();
        if (!podKind.IsPodItself)
        {
            NeedAnnotations.Read(metadata["annotations"], NeedScope.Object, file, needs);
        }

        NeedAnnotations.Read(podMetadata["annotations"], NeedScope.Template, file, needs);
        var name = metadata["name"];
        var generated = metadata["generateName"];
        var (shown, place) = name.Text is { } given ? (given, name.Range)
            : generated.Text is { } prefix ? (prefix + "*", generated.Range)
            : (string.Empty, item["kind"].Range);
        file.Workloads.Add(new Workload(
            "kubernetes",
            kind,
            metadata["namespace"].Text,
            shown,
            place,
            PodRuntime.Read(spec, podMetadata["annotations"]),
            PodContainers.Read(spec, podMetadata["annotations"], file.IsPartial),
            needs)
        {
            Labels = Labels(metadata["labels"], podMetadata["labels"]),
        });
    }

    /// <summary>Labels of the object and of its pod template; those of the template win.</summary>
    private static List<LabelMatch> Labels(params DataCursor[] maps)
    {
        var labels = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var map in maps)
        {
            foreach (var entry in (map.Node as DataMapping)?.Entries ?? [])
            {
                if (map[entry.Key.Value].Text is { } value)
                {
                    labels[entry.Key.Value] = value;
                }
            }
        }

        return labels.Select(label => new LabelMatch(label.Key, label.Value)).ToList();
    }

    private static string GroupOf(string apiVersion)
    {
        var slash = apiVersion.IndexOf('/');
        return slash < 0 ? string.Empty : apiVersion.Substring(0, slash);
    }
}
