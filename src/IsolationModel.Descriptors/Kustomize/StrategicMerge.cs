using IsolationModel.Data;
using IsolationModel.Text;

namespace IsolationModel.Descriptors.Kustomize;

/// <summary>
/// Strategic merge patches as kustomize applies them: mappings are merged, <c>null</c> deletes, lists are merged by the keys of their kind or
/// replaced, and <c>$patch</c> says otherwise.
/// </summary>
internal sealed class StrategicMerge(RenderSpace space)
{
    private const string Directive = "$patch";

    /// <summary>
    /// Fields whose absence is told where they should be. When a patch deletes one, its <c>null</c> stays, since that is the place to look at;
    /// every reader takes a null for nothing.
    /// </summary>
    private static readonly HashSet<string> ToldWhenAbsent = new(StringComparer.Ordinal)
    {
        "runtimeClassName", "securityContext", "seccompProfile", "appArmorProfile", "capabilities", "allowPrivilegeEscalation", "hostUsers", "runAsNonRoot",
    };

    /// <summary>Merges a patch into a value.</summary>
    /// <param name="target">The value.</param>
    /// <param name="patch">The patch.</param>
    /// <param name="schema">What is known of the value's lists.</param>
    /// <returns>The merged value; null when the patch deletes it.</returns>
    public DataNode? Merge(DataNode target, DataNode patch, MergeSchema? schema)
    {
        if (target is DataScalar { IsNull: true })
        {
            return Clean(patch);
        }

        return (target, patch) switch
        {
            (_, DataScalar { IsNull: true }) => null,
            (_, DataMapping mapping) when DirectiveOf(mapping) == "delete" => null,
            (_, DataMapping mapping) when DirectiveOf(mapping) == "replace" => Clean(mapping),
            (DataMapping into, DataMapping mapping) => MergeMappings(into, mapping, schema),
            (DataSequence into, DataSequence list) when schema is { Keys.Count: > 0 } => MergeLists(into, list, schema),
            _ => Clean(patch),
        };
    }

    /// <summary>What stays of a deleted field; null when nothing does.</summary>
    public static DataNode? Remains(string key, TextRange place) => ToldWhenAbsent.Contains(key) ? TreeChange.Null(place) : null;

    private DataMapping MergeMappings(DataMapping target, DataMapping patch, MergeSchema? schema)
    {
        space.Spend(target.Entries.Count + patch.Entries.Count);
        var merged = target;
        foreach (var entry in patch.Entries)
        {
            var name = entry.Key.Value;
            if (name == Directive)
            {
                continue;
            }

            var exists = merged.TryGet(name, out var key, out var value);
            if (exists && value is DataScalar known && entry.Value is DataScalar again && known.IsPlain == again.IsPlain && string.Equals(known.Value, again.Value, StringComparison.Ordinal))
            {
                // What a patch only repeats, the name of a container above all, stands where it was.
                continue;
            }

            var result = exists ? Merge(value!, entry.Value, schema?.Field(name)) : Clean(entry.Value);
            result ??= exists ? Remains(name, entry.Value.Range) : null;

            // A value that the patch gives stands in the patch, key and all; of one that it only adds to, the key stays where it was.
            merged = result is null ? TreeChange.Without(merged, name) : TreeChange.With(merged, result is DataScalar || !exists ? entry.Key : key!, result);
        }

        return merged;
    }

    private DataSequence MergeLists(DataSequence target, DataSequence patch, MergeSchema schema)
    {
        space.Spend(target.Items.Count + patch.Items.Count);
        if (patch.Items.Any(static item => item is DataMapping mapping && mapping.Entries.Count == 1 && DirectiveOf(mapping) == "replace"))
        {
            return (DataSequence)Clean(patch)!;
        }

        var items = new List<DataNode>(target.Items);
        var named = new List<DataNode>();
        foreach (var item in patch.Items)
        {
            // Lists of one kind have mappings; a scalar among them is nothing that the keys could find.
            var at = item is DataMapping mapping && space.Spend(items.Count) ? items.FindIndex(other => other is DataMapping known && HasSameKeys(known, mapping, schema.Keys)) : -1;
            named.AddRange((at < 0 ? Clean(item) : Merge(items[at], item, schema.Item)) is { } result ? [result] : []);
            if (at >= 0)
            {
                items.RemoveAt(at);
            }
        }

        // What the patch names comes first (MergeOptionsListPrepend of kyaml, measured with kustomize 5.5).
        return new DataSequence(target.Range, [.. named, .. items]);
    }

    /// <summary>A key that one of the two leaves out is not compared, unless it is the only one.</summary>
    private static bool HasSameKeys(DataMapping target, DataMapping patch, IReadOnlyList<string> keys)
    {
        var compared = 0;
        foreach (var key in keys)
        {
            if (target.TryGet(key, out _, out var left) && patch.TryGet(key, out _, out var right))
            {
                compared++;
                if (left is not DataScalar a || right is not DataScalar b || !string.Equals(a.Value, b.Value, StringComparison.Ordinal))
                {
                    return false;
                }
            }
        }

        return compared > 0 && target.TryGet(keys[0], out _, out _) && patch.TryGet(keys[0], out _, out _);
    }

    /// <summary>What a patch puts where nothing was: itself, without directives; null when it says that nothing shall be there.</summary>
    private static DataNode? Clean(DataNode patch)
    {
        switch (patch)
        {
            case DataScalar scalar:
                return scalar.IsNull ? null : scalar;
            case DataMapping mapping when DirectiveOf(mapping) == "delete":
                return null;
            case DataMapping mapping:
                var entries = new List<DataEntry>(mapping.Entries.Count);
                foreach (var entry in mapping.Entries)
                {
                    if (entry.Key.Value != Directive && Clean(entry.Value) is { } value)
                    {
                        entries.Add(new DataEntry(entry.Key, value));
                    }
                }

                return new DataMapping(mapping.Range, entries);
            case DataSequence sequence:
                return new DataSequence(sequence.Range, sequence.Items.Where(static item => !IsDirectiveAlone(item)).Select(Clean).OfType<DataNode>().ToList());
            default:
                return patch;
        }
    }

    private static bool IsDirectiveAlone(DataNode node) => node is DataMapping { Entries.Count: 1 } mapping && DirectiveOf(mapping) is not null;

    private static string? DirectiveOf(DataMapping mapping) => mapping.TryGet(Directive, out _, out var value) && value is DataScalar scalar ? scalar.Value : null;
}
