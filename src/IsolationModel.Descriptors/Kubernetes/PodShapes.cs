using System.Globalization;
using IsolationModel.Data;

namespace IsolationModel.Descriptors.Kubernetes;

/// <summary>
/// Finds Pods in custom resources whose kind is not known: a mapping with a list of containers, each with a name and an image, is taken for a
/// pod spec. The walk keeps its own stack, and what it may spend is bounded.
/// </summary>
internal static class PodShapes
{
    /// <summary>Pods stand a few levels below their object; nobody nests them deeper than this.</summary>
    private const int MaximumDepth = 32;

    /// <summary>What one container costs: it is not looked at alone, but read with all its settings.</summary>
    private const int StepsPerContainer = 8;

    /// <summary>
    /// Groups of the API server itself, whose kinds with pods are all known, and of tools whose objects speak about pods without making any:
    /// schemas, patches, patterns and allow-lists.
    /// </summary>
    private static readonly HashSet<string> GroupsWithoutPods = new(StringComparer.Ordinal)
    {
        string.Empty, "apps", "autoscaling", "batch", "extensions", "policy",
        "admissionregistration.k8s.io", "apiextensions.k8s.io", "apiregistration.k8s.io", "authentication.k8s.io", "authorization.k8s.io",
        "certificates.k8s.io", "coordination.k8s.io", "discovery.k8s.io", "events.k8s.io", "flowcontrol.apiserver.k8s.io",
        "internal.apiserver.k8s.io", "networking.k8s.io", "node.k8s.io", "rbac.authorization.k8s.io", "resource.k8s.io",
        "scheduling.k8s.io", "storage.k8s.io", "storagemigration.k8s.io",
        "kustomize.config.k8s.io", "kyverno.io", "policies.kyverno.io", "auto.gke.io",
    };

    public static void Read(KubernetesObject item, DescriptorFileBuilder file)
    {
        if (GroupsWithoutPods.Contains(item.Group))
        {
            return;
        }

        var found = Find(item, file);
        foreach (var place in found)
        {
            // A spec beside metadata is a template; at the top of the object that metadata is the object's own.
            var isTemplate = place is { Key: "spec", Parent: { Parent: not null } };
            var pods = isTemplate ? PodView.OfTemplate(place.Parent!.Cursor) : new PodView(place.Cursor);
            PodWorkloads.Add(
                item,
                pods with
                {
                    IsFoundByShape = true,
                    Part = found.Count > 1 ? place.Path : null,
                    PartRange = found.Count > 1 ? place.Cursor.KeyRange : null,
                },
                file);
        }
    }

    /// <summary>The pod specs of an object in document order; there is none within another.</summary>
    private static List<Place> Find(KubernetesObject item, DescriptorFileBuilder file)
    {
        var found = new List<Place>();
        var open = new Stack<Place>();
        open.Push(new Place(item.Root, string.Empty, null, 0));
        while (open.Count > 0)
        {
            var place = open.Pop();
            if (!file.TrySpend(1 + Size(place.Cursor), place.Cursor.Range))
            {
                break;
            }

            if (IsPodSpec(place.Cursor, file))
            {
                found.Add(place);
            }
            else if (place.Depth < MaximumDepth)
            {
                PushChildren(place, open);
            }
        }

        return found;
    }

    private static bool IsPodSpec(DataCursor cursor, DescriptorFileBuilder file)
    {
        if (cursor.Node is not DataMapping)
        {
            return false;
        }

        var containers = cursor["containers"];
        if (containers.Count == 0 || !file.TrySpend((long)containers.Count * StepsPerContainer, containers.Range))
        {
            return false;
        }

        for (var i = 0; i < containers.Count; i++)
        {
            var container = containers.At(i);
            if (container.Node is not DataMapping || container["name"].Text is null || container["image"].Text is null)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Last child first, so that the first one is on top of the stack. Scalars hold nothing.</summary>
    private static void PushChildren(Place place, Stack<Place> open)
    {
        var cursor = place.Cursor;
        if (cursor.Node is DataMapping mapping)
        {
            for (var i = mapping.Entries.Count - 1; i >= 0; i--)
            {
                var entry = mapping.Entries[i];
                // The object's metadata and status make no Pods.
                if (IsOpen(entry.Value) && !(place.Parent is null && entry.Key.Value is "metadata" or "status"))
                {
                    open.Push(new Place(cursor.ValueOf(entry), entry.Key.Value, place, place.Depth + 1));
                }
            }
        }

        for (var i = cursor.Count - 1; i >= 0; i--)
        {
            var child = cursor.At(i);
            if (IsOpen(child.Node))
            {
                open.Push(new Place(child, $"[{i.ToString(CultureInfo.InvariantCulture)}]", place, place.Depth + 1));
            }
        }
    }

    private static bool IsOpen(DataNode? node) => (node is DataAlias alias ? alias.Target : node) is DataMapping or DataSequence;

    private static int Size(DataCursor cursor) => (cursor.Node as DataMapping)?.Entries.Count ?? cursor.Count;

    /// <summary>A node on the way from the object, and how it was reached.</summary>
    private sealed record Place(DataCursor Cursor, string Key, Place? Parent, int Depth)
    {
        /// <summary><c>spec.groups[0].template.spec</c>.</summary>
        public string Path => Parent is null ? string.Empty
            // A key may be an empty text.
            : Parent.Parent is null || Key.StartsWith("[", StringComparison.Ordinal) ? Parent.Path + Key
            : $"{Parent.Path}.{Key}";
    }
}
