using IsolationModel.Data;
using IsolationModel.Descriptors.Yaml;
using IsolationModel.Text;

namespace IsolationModel.Descriptors.Compose;

/// <summary>
/// Brings a document into a project: aliases are followed, merge keys decided, variables filled in. What stands behind an alias has the place of
/// the alias.
/// </summary>
internal sealed class ComposeImport(ComposeSpace space, int offset, IReadOnlyDictionary<DataNode, string>? tags, ComposeEnvironment environment)
{
    /// <summary>The node as a part of the project; null when it nests too deep, or when the project grows too large.</summary>
    public DataNode? Import(DataNode node) => Import(node, place: null, depth: 0);

    /// <summary>A key as a part of the project. Keys have no variables.</summary>
    public DataScalar ImportKey(DataScalar key) => ImportKey(key, place: null);

    private DataNode? Import(DataNode node, TextRange? place, int depth)
    {
        if (depth > DescriptorLimits.Depth || !space.Spend(1))
        {
            return null;
        }

        var range = place ?? new TextRange(node.Range.Start + offset, node.Range.Length);
        if (node is DataAlias alias)
        {
            return Import(alias.Target, range, depth);
        }

        string? tag = null;
        _ = tags?.TryGetValue(node, out tag);
        if (tag == YamlStream.ResetTag)
        {
            var reset = new DataScalar(range, string.Empty, isPlain: true, contentStart: -1);
            space.AddReset(reset);
            return reset;
        }

        DataNode? imported = node switch
        {
            DataMapping mapping => Import(mapping, range, place, depth),
            DataSequence sequence => Import(sequence, range, place, depth),
            _ => Import((DataScalar)node, range, place, tag is not null),
        };
        if (tag is not null && imported is not null)
        {
            space.AddOverride(imported);
        }

        return imported;
    }

    private DataSequence? Import(DataSequence sequence, TextRange range, TextRange? place, int depth)
    {
        var items = new List<DataNode>(sequence.Items.Count);
        foreach (var item in sequence.Items)
        {
            if (Import(item, place, depth + 1) is not { } imported)
            {
                return null;
            }

            items.Add(imported);
        }

        return new DataSequence(range, items);
    }

    /// <summary>What a mapping says itself wins over what it merges, wherever the merge key stands (yaml.v4, which Compose reads with); each key once.</summary>
    private DataMapping? Import(DataMapping mapping, TextRange range, TextRange? place, int depth)
    {
        var chosen = new Dictionary<string, int>(mapping.Entries.Count, StringComparer.Ordinal);
        for (var i = 0; i < mapping.Entries.Count; i++)
        {
            var key = mapping.Entries[i].Key.Value;
            if (!chosen.TryGetValue(key, out var other) || mapping.Entries[other].IsMerged || !mapping.Entries[i].IsMerged)
            {
                chosen[key] = i;
            }
        }

        var entries = new List<DataEntry>(chosen.Count);
        for (var i = 0; i < mapping.Entries.Count; i++)
        {
            var entry = mapping.Entries[i];
            if (chosen[entry.Key.Value] != i)
            {
                continue;
            }

            if (Import(entry.Value, place, depth + 1) is not { } imported)
            {
                return null;
            }

            entries.Add(new DataEntry(ImportKey(entry.Key, place), imported, entry.IsMerged));
        }

        return new DataMapping(range, entries);
    }

    private DataScalar ImportKey(DataScalar key, TextRange? place) => new(
        place ?? new TextRange(key.Range.Start + offset, key.Range.Length),
        key.Value,
        key.IsPlain,
        place is null && key.ContentStart >= 0 ? key.ContentStart + offset : -1,
        key.IsUnresolved);

    /// <summary>
    /// Compose makes of a filled in text what its field wants, so that it may be a boolean or a number whatever its quotes were.
    /// </summary>
    private DataScalar Import(DataScalar scalar, TextRange range, TextRange? place, bool isTagged)
    {
        var start = place is null && scalar.ContentStart >= 0 ? scalar.ContentStart + offset : -1;
        // A tag hides whether a scalar has quotes.
        var isPlain = scalar.IsPlain || (isTagged && (scalar.Range.Length == 0 || scalar.ContentStart == scalar.Range.Start));
        if (scalar.Value.IndexOf('$') < 0)
        {
            return new DataScalar(range, scalar.Value, isPlain, start, scalar.IsUnresolved);
        }

        var filled = VariableText.Fill(scalar.Value, environment.Find);
        var result = filled.IsKnown
            ? new DataScalar(range, filled.Text, filled.Text is not ("~" or "null" or "Null" or "NULL"), start >= 0 && filled.ContentStart >= 0 ? start + filled.ContentStart : -1, scalar.IsUnresolved)
            : new DataScalar(range, scalar.Value, isPlain, start, isUnresolved: true);
        if (filled.Uses.Count > 0)
        {
            space.AddUses(result, filled.Uses);
        }

        return result;
    }
}
