using IsolationModel.Data;
using IsolationModel.Text;

namespace IsolationModel.Descriptors.Kubernetes;

/// <summary>
/// Strategic merge, as the API server and controllers put a patch on a pod spec: mappings are merged, lists of the keys below item by item,
/// everything else is replaced, and null removes (k8s.io/api patchMergeKey tags of core/v1).
/// </summary>
internal static class StrategicMerge
{
    /// <summary>Deeper than any merged field of a pod spec; what is deeper is replaced as a whole.</summary>
    private const int MaximumDepth = 16;

    private const string Directive = "$patch";

    /// <summary>The key by which items of a list are the same; other lists are replaced.</summary>
    private static string? MergeKey(string list) => list switch
    {
        "containers" or "initContainers" or "ephemeralContainers" or "volumes" or "env" or "sidecars" => "name",
        "volumeMounts" => "mountPath",
        "volumeDevices" => "devicePath",
        "ports" => "containerPort",
        _ => null,
    };

    /// <summary>What <paramref name="below"/> becomes under a patch. Parts of the result stand where they were written.</summary>
    public static DataCursor Apply(DataCursor below, DataCursor patch, TextRange place) =>
        !patch.Exists || patch.IsNull ? below
        : !below.Exists || below.IsNull ? patch
        : Merge(below, patch, place, MaximumDepth) is DataMapping merged ? new DataCursor(new DataMapping(place, merged.Entries)) : patch;

    private static DataNode Merge(DataCursor below, DataCursor patch, TextRange place, int depth)
    {
        if (below.IsUnresolved && patch.Node is DataMapping)
        {
            // What the patch says is sure, but all the rest is not: nothing may be taken for absent.
            return DataParts.Placed(below);
        }

        if (depth == 0 || patch.Node is not DataMapping changes || below.Node is not DataMapping mapping || patch[Directive].Text == "replace")
        {
            return DataParts.Placed(patch);
        }

        var over = ByKey(patch, changes);
        var under = ByKey(below, mapping);
        var entries = new List<DataEntry>(under.Count + over.Count);
        foreach (var old in under)
        {
            if (!over.TryGetValue(old.Key, out var value))
            {
                DataParts.AddTo(entries, old.Key, old.Value);
            }
            else if (!value.IsNull)
            {
                entries.Add(Combine(old.Key, old.Value, value, depth - 1));
            }
        }

        foreach (var change in over)
        {
            if (!under.ContainsKey(change.Key) && !change.Value.IsNull && change.Key != Directive)
            {
                DataParts.AddTo(entries, change.Key, change.Value);
            }
        }

        return new DataMapping(place, entries);
    }

    private static DataEntry Combine(string key, DataCursor below, DataCursor patch, int depth)
    {
        if (MergeKey(key) is { } mergeKey && below.Node is DataSequence && patch.Node is DataSequence)
        {
            return DataParts.Entry(key, below.KeyRange, new DataSequence(below.Range, MergeItems(below, patch, mergeKey, depth)));
        }

        var isMerged = below.Node is DataMapping && patch.Node is DataMapping;
        return DataParts.Entry(key, isMerged ? below.KeyRange : patch.KeyRange, Merge(below, patch, below.Range, depth));
    }

    private static List<DataNode> MergeItems(DataCursor below, DataCursor patch, string mergeKey, int depth)
    {
        var changes = new Dictionary<string, DataCursor>(StringComparer.Ordinal);
        for (var i = 0; i < patch.Count; i++)
        {
            if (patch.At(i)[mergeKey].Text is { } name)
            {
                changes[name] = patch.At(i);
            }
        }

        var items = new List<DataNode>(below.Count + patch.Count);
        var known = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < below.Count; i++)
        {
            var item = below.At(i);
            if (item[mergeKey].Text is not { } name || !changes.TryGetValue(name, out var change))
            {
                items.Add(DataParts.Placed(item));
            }
            else if (known.Add(name) && change[Directive].Text != "delete")
            {
                items.Add(Merge(item, change, item.Range, depth));
            }
        }

        for (var i = 0; i < patch.Count; i++)
        {
            var item = patch.At(i);
            if (item[mergeKey].Text is not { } name || (known.Add(name) && item[Directive].Text != "delete"))
            {
                items.Add(DataParts.Placed(item));
            }
        }

        return items;
    }

    /// <summary>The entries of a mapping; of repeated keys the last one counts.</summary>
    private static Dictionary<string, DataCursor> ByKey(DataCursor cursor, DataMapping mapping)
    {
        var entries = new Dictionary<string, DataCursor>(StringComparer.Ordinal);
        foreach (var entry in mapping.Entries)
        {
            entries[entry.Key.Value] = cursor.ValueOf(entry);
        }

        return entries;
    }
}
