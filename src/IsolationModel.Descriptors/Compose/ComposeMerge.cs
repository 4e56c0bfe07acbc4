using IsolationModel.Data;
using IsolationModel.Descriptors.Docker;

namespace IsolationModel.Descriptors.Compose;

/// <summary>
/// Merges what a file says into what those before it say (compose-go, override/merge.go and override/uncity.go): mappings are merged, lists are
/// appended, of items that mean the same thing the last one counts, a null changes nothing, and <c>!reset</c> and <c>!override</c> say otherwise.
/// </summary>
internal sealed class ComposeMerge(ComposeSpace space)
{
    /// <summary>Fields of a service that are lists of <c>key=value</c>, or mappings.</summary>
    private static readonly HashSet<string> KeyValues = new(StringComparer.Ordinal) { "annotations", "args", "additional_contexts", "environment", "extra_hosts", "labels", "sysctls" };

    /// <summary>Fields that are lists of names, or mappings by name.</summary>
    private static readonly HashSet<string> Names = new(StringComparer.Ordinal) { "depends_on", "models", "networks" };

    /// <summary>Fields that are lists, or a single item.</summary>
    private static readonly HashSet<string> ItemsOrOne = new(StringComparer.Ordinal) { "dns", "dns_opt", "dns_search", "env_file", "label_file", "tmpfs" };

    /// <summary>Fields that replace each other, although they may be lists.</summary>
    private static readonly HashSet<string> Replaced = new(StringComparer.Ordinal) { "command", "entrypoint", "test" };

    /// <summary>What a list's items are known by; lists that are not here keep every item.</summary>
    private static readonly Dictionary<string, Func<DataNode, string?>> Identities = new(StringComparer.Ordinal)
    {
        ["cap_add"] = Key,
        ["cap_drop"] = Key,
        ["configs"] = static item => Mount(item, string.Empty),
        ["devices"] = static item => Field(item, "target") ?? (item is DataScalar text ? Device(text.Value) : null),
        ["dns"] = Key,
        ["dns_opt"] = Key,
        ["dns_search"] = Key,
        ["env_file"] = static item => Field(item, "path") ?? Key(item),
        ["expose"] = Key,
        ["links"] = Key,
        ["ports"] = Port,
        ["profiles"] = Key,
        ["secrets"] = static item => Mount(item, "/run/secrets"),
        ["tmpfs"] = Key,
        ["volumes"] = static item => Field(item, "target") ?? (item is DataScalar text ? VolumeText.Parse(text.Value).Target : null),
    };

    /// <summary>Merges two services.</summary>
    public DataMapping Services(DataMapping service, DataMapping other) => Mappings(service, other, isService: true);

    /// <summary>
    /// What declares needs in a service and gives way to another declaration when both are merged. Needs hold together, whatever becomes of the
    /// field; only a tag takes them back.
    /// </summary>
    public IEnumerable<DataCursor> Superseded(DataMapping service, DataMapping other)
    {
        var isTold = service.TryGet(ComposeKeys.Isolation, out _, out var known) && !space.IsReset(known)
            && other.TryGet(ComposeKeys.Isolation, out _, out var declared) && !space.IsReset(declared) && !space.IsOverride(declared);
        return isTold ? [new DataCursor(service)] : [];
    }

    /// <summary>Merges two values that are no services.</summary>
    public DataMapping Values(DataMapping value, DataMapping other) => Mappings(value, other, isService: false);

    /// <summary>The mapping without what takes something back, once there is nothing left that it could act on.</summary>
    public DataMapping Cleaned(DataMapping mapping)
    {
        space.Spend(mapping.Entries.Count);
        return mapping.Entries.All(entry => entry.Value is DataScalar && !space.IsReset(entry.Value))
            ? mapping
            : new DataMapping(mapping.Range, mapping.Entries.Where(entry => !space.IsReset(entry.Value)).Select(entry => entry with { Value = Cleaned(entry.Value) }).ToList());
    }

    private DataMapping Mappings(DataMapping mapping, DataMapping other, bool isService)
    {
        space.Spend(mapping.Entries.Count + other.Entries.Count);
        var entries = new List<DataEntry>(mapping.Entries);
        var index = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < entries.Count; i++)
        {
            index[entries[i].Key.Value] = i;
        }

        foreach (var entry in other.Entries)
        {
            if (!index.TryGetValue(entry.Key.Value, out var at))
            {
                index.Add(entry.Key.Value, entries.Count);
                entries.Add(entry);
            }
            else if (space.IsReset(entry.Value) || space.IsOverride(entry.Value))
            {
                // It stays, since files before this one may say something as well.
                entries[at] = entry;
            }
            else if (entry.Value is not DataScalar { IsNull: true } || space.UsesOf(entry.Value).Count > 0)
            {
                // What only adds to a value keeps its key where it was; what replaces one brings its own.
                var value = Merge(entries[at].Value, entry.Value, entry.Key.Value, isService);
                if (space.IsOverride(entries[at].Value))
                {
                    space.AddOverride(value);
                }

                entries[at] = ReferenceEquals(value, entry.Value) ? entry : entries[at] with { Value = value };
            }
        }

        return new DataMapping(mapping.Range, entries);
    }

    private DataNode Cleaned(DataNode value) => value switch
    {
        DataMapping mapping => Cleaned(mapping),
        DataSequence sequence when sequence.Items.Any(space.IsReset) => new DataSequence(sequence.Range, sequence.Items.Where(item => !space.IsReset(item)).ToList()),
        _ => value,
    };

    private DataNode Merge(DataNode value, DataNode other, string name, bool isService)
    {
        if (value is DataScalar { IsNull: true } || Replaced.Contains(name))
        {
            return other;
        }

        if (isService && name == "build")
        {
            return Merge(InMapping(value, "context"), InMapping(other, "context"));
        }

        if (Names.Contains(name) && (value is DataSequence != other is DataSequence))
        {
            return Merge(ByName(value), ByName(other));
        }

        if (KeyValues.Contains(name) && (value is DataSequence != other is DataSequence))
        {
            (value, other) = (AsList(value), AsList(other));
        }

        if (ItemsOrOne.Contains(name))
        {
            (value, other) = (InList(value), InList(other));
        }

        if (name == "logging" && value is DataMapping driven && other is DataMapping redriven && Field(driven, "driver") is { } driver && Field(redriven, "driver") is { } otherDriver
            && !string.Equals(driver, otherDriver, StringComparison.Ordinal))
        {
            return other;
        }

        return value is DataSequence first && other is DataSequence second
            ? Appended(first, second, KeyValues.Contains(name) ? Key : Identities.TryGetValue(name, out var identity) ? identity : null)
            : Merge(value, other);
    }

    private DataNode Merge(DataNode value, DataNode other) => value is DataMapping mapping && other is DataMapping into ? Mappings(mapping, into, isService: false) : other;

    private DataSequence Appended(DataSequence list, DataSequence other, Func<DataNode, string?>? identity)
    {
        space.Spend(list.Items.Count + other.Items.Count);
        var items = new List<DataNode>(list.Items.Count + other.Items.Count);
        var index = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var item in list.Items.Concat(other.Items))
        {
            if (space.IsReset(item))
            {
                continue;
            }

            if (identity?.Invoke(item) is not { } key)
            {
                items.Add(item);
            }
            else if (index.TryGetValue(key, out var at))
            {
                items[at] = item;
            }
            else
            {
                index.Add(key, items.Count);
                items.Add(item);
            }
        }

        return new DataSequence(list.Range, items);
    }

    private static DataNode InMapping(DataNode value, string key) =>
        value is DataScalar scalar ? new DataMapping(value.Range, [new DataEntry(Text(scalar, key), scalar)]) : value;

    private static DataNode InList(DataNode value) => value is DataScalar ? new DataSequence(value.Range, [value]) : value;

    private static DataNode ByName(DataNode value) => value is not DataSequence list ? value : new DataMapping(
        value.Range,
        list.Items.OfType<DataScalar>().Select(static name => new DataEntry(name, new DataScalar(name.Range, string.Empty, isPlain: true, contentStart: -1))).ToList());

    private static DataNode AsList(DataNode value) => value is not DataMapping mapping ? value : new DataSequence(
        value.Range,
        mapping.Entries.Where(static entry => entry.Value is DataScalar).Select(static entry =>
        {
            var scalar = (DataScalar)entry.Value;
            return (DataNode)(scalar.IsNull ? entry.Key : Text(scalar, $"{entry.Key.Value}={scalar.Value}"));
        }).ToList());

    private static DataScalar Text(DataScalar place, string value) => new(place.Range, value, isPlain: false, contentStart: -1, place.IsUnresolved);

    private static string? Key(DataNode item) =>
        item is not DataScalar { IsNull: false } scalar ? null : scalar.Value.IndexOf('=') is var at && at >= 0 ? scalar.Value.Substring(0, at) : scalar.Value;

    private static string? Mount(DataNode item, string folder) => item is DataScalar name ? $"{folder}/{name.Value}" : Field(item, "target") ?? (Field(item, "source") is { } source ? $"{folder}/{source}" : null);

    /// <summary>The target of <c>SOURCE:TARGET:PERMISSIONS</c>.</summary>
    private static string Device(string text)
    {
        var parts = text.Split(':');
        return parts.Length > 1 ? parts[1] : text;
    }

    private static string? Port(DataNode item) => item is DataScalar text
        ? text.Value
        : Field(item, "target") is { } target ? $"{Field(item, "host_ip") ?? "0.0.0.0"}:{Field(item, "published")}:{target}/{Field(item, "protocol") ?? "tcp"}" : null;

    private static string? Field(DataNode item, string name) =>
        item is DataMapping mapping && mapping.TryGet(name, out _, out var value) && value is DataScalar { IsNull: false } scalar ? scalar.Value : null;
}
