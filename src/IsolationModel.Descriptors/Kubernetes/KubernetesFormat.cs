using IsolationModel.Data;
using IsolationModel.Workloads;

namespace IsolationModel.Descriptors.Kubernetes;

/// <summary>Kubernetes objects: whatever makes Pods, RuntimeClass, Namespace, and lists of them.</summary>
internal sealed class KubernetesFormat : IDescriptorFormat
{
    private const string ListSuffix = "List";

    public bool MayContain(string text) => text.IndexOf("apiVersion", StringComparison.Ordinal) >= 0;

    public bool TryRead(DataCursor document, DescriptorFileBuilder file)
    {
        if (document.Node is not DataMapping || document["apiVersion"].Text is not { } apiVersion || document["kind"].Text is not { } kind)
        {
            return false;
        }

        ReadObject(document, apiVersion, kind, file, DescriptorLimits.ListDepth);
        DuplicateKeys.Report(document.Node, file);
        return true;
    }

    private static void ReadObject(DataCursor root, string apiVersion, string kind, DescriptorFileBuilder file, int listDepth)
    {
        var item = new KubernetesObject(root, KubernetesObject.GroupOf(apiVersion), kind);
        SuppressionAnnotations.Read(root, file, item is { Group: "", Kind: "Namespace" } ? item.Metadata["name"].Text : null);
        if (item is { Group: "node.k8s.io", Kind: "RuntimeClass" })
        {
            ReadRuntimeClass(root, file);
        }
        else if (item is { Group: "", Kind: "Namespace" })
        {
            ReadNamespace(root, file);
        }
        else if (AdmissionConfiguration.TryRead(root, item.Group, kind, file))
        {
            // It speaks of namespaces and classes, and starts nothing itself.
        }
        else if (PodKinds.Find(item.Group, kind) is { } known)
        {
            known.Read(item, file);
        }
        else if (kind.EndsWith(ListSuffix, StringComparison.Ordinal) && root["items"].Node is DataSequence)
        {
            ReadList(root["items"], apiVersion, kind.Substring(0, kind.Length - ListSuffix.Length), file, listDepth);
        }
        else
        {
            PodShapes.Read(item, file);
        }
    }

    /// <summary>The items of a list; in a list of one kind they may leave out what the list says already.</summary>
    private static void ReadList(DataCursor items, string listVersion, string listKind, DescriptorFileBuilder file, int depth)
    {
        for (var i = 0; i < items.Count && depth > 0; i++)
        {
            var item = items.At(i);
            var kind = item["kind"].Exists ? item["kind"].Text : listKind;
            var apiVersion = item["apiVersion"].Exists ? item["apiVersion"].Text : listVersion;
            if (item.Node is DataMapping && !string.IsNullOrEmpty(kind) && apiVersion is not null)
            {
                ReadObject(item, apiVersion, kind!, file, depth - 1);
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
        file.RuntimeClasses.Add(new RuntimeClassObject(name, text is null || handler.IsUnresolved ? null : text, handler.Range)
        {
            NameRange = item["metadata"]["name"].Range,
            NodeSelector = PodPlacements.Values(item["scheduling"]["nodeSelector"]),
            Overhead = PodPlacements.Values(item["overhead"]["podFixed"]),
        });
    }

    private static void ReadNamespace(DataCursor item, DescriptorFileBuilder file)
    {
        if (item["metadata"]["name"].Text is { } name)
        {
            var needs = new List<NeedDeclaration>();
            NeedAnnotations.Read(item["metadata"]["annotations"], NeedScope.Namespace, file, needs);
            NeedAnnotations.ReadLabels(item["metadata"]["labels"], NeedScope.Namespace, file, needs);
            AdmissionLabels.Read(item["metadata"]["labels"], file, needs);
            file.Namespaces.Add(new NamespaceObject(name, needs));
        }
    }
}
