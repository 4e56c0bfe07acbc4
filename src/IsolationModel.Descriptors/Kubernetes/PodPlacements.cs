using IsolationModel.Data;
using IsolationModel.Workloads;

namespace IsolationModel.Descriptors.Kubernetes;

/// <summary>Where a Pod may be scheduled, and on which operating system it runs.</summary>
internal static class PodPlacements
{
    private static readonly string[] SystemLabels = ["kubernetes.io/os", "beta.kubernetes.io/os"];
    private static readonly string[] Lists = ["containers", "initContainers", "ephemeralContainers"];

    public static PodPlacement Read(DataCursor spec)
    {
        var selector = Values(spec["nodeSelector"]);
        var system = OperatingSystem(spec, selector);
        var marks = selector.ConvertAll(entry => entry with { Value = "node selector" });
        ReadAffinity(spec["affinity"]["nodeAffinity"], marks);
        ReadTolerations(spec["tolerations"], marks);
        var overhead = Values(spec["overhead"]);
        return system is null && marks.Count == 0 && overhead.Count == 0
            ? PodPlacement.None
            : new PodPlacement { OperatingSystem = system, NodeSelector = selector, Marks = marks, Overhead = overhead };
    }

    /// <summary>The scalars of a mapping, with the places of their keys.</summary>
    public static List<PlacedValue> Values(DataCursor mapping)
    {
        var values = new List<PlacedValue>();
        foreach (var entry in mapping.Members())
        {
            if (entry.Value is { Text: { } text, IsUnresolved: false } value)
            {
                values.Add(new PlacedValue(entry.Key, text, value.KeyRange));
            }
        }

        return values;
    }

    /// <summary>As the Pod says, else as its nodes must be; HostProcess containers exist on Windows only.</summary>
    private static string? OperatingSystem(DataCursor spec, List<PlacedValue> selector)
    {
        var name = spec["os"]["name"];
        if (name.Text is { } system && !name.IsUnresolved)
        {
            return system;
        }

        return selector.Find(entry => Array.IndexOf(SystemLabels, entry.Key) >= 0)?.Value
            ?? (IsHostProcess(spec["securityContext"]) || Array.Exists(Lists, list => AnyIsHostProcess(spec[list])) ? "windows" : null);
    }

    private static bool AnyIsHostProcess(DataCursor containers)
    {
        for (var i = 0; i < containers.Count; i++)
        {
            if (IsHostProcess(containers.At(i)["securityContext"]))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsHostProcess(DataCursor context) => context["windowsOptions"]["hostProcess"].Scalar?.AsBoolean() == true;

    private static void ReadAffinity(DataCursor affinity, List<PlacedValue> marks)
    {
        var terms = affinity["requiredDuringSchedulingIgnoredDuringExecution"]["nodeSelectorTerms"];
        for (var i = 0; i < terms.Count; i++)
        {
            ReadExpressions(terms.At(i)["matchExpressions"], marks);
        }

        var preferred = affinity["preferredDuringSchedulingIgnoredDuringExecution"];
        for (var i = 0; i < preferred.Count; i++)
        {
            ReadExpressions(preferred.At(i)["preference"]["matchExpressions"], marks);
        }
    }

    /// <summary>Other operators keep a pod away from such nodes.</summary>
    private static void ReadExpressions(DataCursor expressions, List<PlacedValue> marks)
    {
        for (var i = 0; i < expressions.Count; i++)
        {
            if (expressions.At(i)["operator"].Text is "In" or "Exists")
            {
                AddKey(expressions.At(i)["key"], "node affinity", marks);
            }
        }
    }

    private static void ReadTolerations(DataCursor tolerations, List<PlacedValue> marks)
    {
        for (var i = 0; i < tolerations.Count; i++)
        {
            AddKey(tolerations.At(i)["key"], "toleration", marks);
        }
    }

    private static void AddKey(DataCursor key, string what, List<PlacedValue> marks)
    {
        if (key.Text is { } text)
        {
            marks.Add(new PlacedValue(text, what, key.Range));
        }
    }
}
