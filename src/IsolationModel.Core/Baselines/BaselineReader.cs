using IsolationModel.Data;
using IsolationModel.Json;
using IsolationModel.Text;

namespace IsolationModel.Baselines;

/// <summary>Reads baselines strictly: what cannot be understood would hide findings that nobody accepted.</summary>
internal sealed class BaselineReader
{
    private static readonly string[] RootKeys = ["schemaVersion", "entries"];
    private static readonly string[] EntryKeys = ["file", "rule", "workload", "need", "control", "message", "ordinal"];

    private (TextRange Range, string Message)? _problem;

    public static BaselineReading Read(string text)
    {
        var reader = new BaselineReader();
        var json = JsonReader.Read(text);
        var entries = json.Problems.Count > 0
            ? reader.Fail<List<BaselineEntry>>(json.Problems[0].Range, (json.Root is null ? "it is not JSON: " : string.Empty) + json.Problems[0].Message)
            : reader.ReadRoot(json.Root!);
        return reader._problem is var (range, message)
            ? new BaselineReading(null, new LineMap(text).GetPosition(range.Start), message)
            : new BaselineReading(new Baseline(entries!), new TextPosition(1, 1), null);
    }

    private List<BaselineEntry>? ReadRoot(DataNode root)
    {
        if (root is not DataMapping mapping)
        {
            return Fail<List<BaselineEntry>>(root.Range, "it must be an object with 'schemaVersion' and 'entries'");
        }

        // The version comes first: a later one may have what is not known here.
        if (!mapping.TryGet("schemaVersion", out _, out var version))
        {
            return Fail<List<BaselineEntry>>(root.Range, "it has no 'schemaVersion', so it is no baseline");
        }

        if ((version as DataScalar)?.AsInteger() != Baseline.SchemaVersion)
        {
            return Fail<List<BaselineEntry>>(version.Range, $"its 'schemaVersion' is not {Baseline.SchemaVersion}; write it anew with this version");
        }

        if (!HasOnly(mapping, RootKeys))
        {
            return null;
        }

        if (!mapping.TryGet("entries", out _, out var list) || list is not DataSequence sequence)
        {
            return Fail<List<BaselineEntry>>(list?.Range ?? root.Range, "'entries' must be a list");
        }

        var entries = new List<BaselineEntry>(sequence.Items.Count);
        var seen = new HashSet<BaselineEntry>();
        foreach (var item in sequence.Items)
        {
            if (ReadEntry(item) is not { } entry)
            {
                return null;
            }

            if (!seen.Add(entry))
            {
                return Fail<List<BaselineEntry>>(item.Range, "the same entry stands twice");
            }

            entries.Add(entry);
        }

        entries.Sort(BaselineOrder.Instance);
        return entries;
    }

    private BaselineEntry? ReadEntry(DataNode item)
    {
        if (item is not DataMapping entry)
        {
            return Fail<BaselineEntry>(item.Range, "an entry must be an object");
        }

        if (!HasOnly(entry, EntryKeys))
        {
            return null;
        }

        var ordinal = 1L;
        if (entry.TryGet("ordinal", out _, out var number))
        {
            ordinal = (number as DataScalar)?.AsInteger() ?? 0;
            if (ordinal is < 1 or > int.MaxValue)
            {
                return Fail<BaselineEntry>(number.Range, "'ordinal' must be a number from 1");
            }
        }

        if (Required(entry, "file") is not { } file || Required(entry, "rule") is not { } rule || Required(entry, "message") is not { } message
            || !Optional(entry, "workload", out var workload) || !Optional(entry, "need", out var need) || !Optional(entry, "control", out var control))
        {
            return null;
        }

        return new BaselineEntry(file, rule, workload, need, control, message, (int)ordinal);
    }

    private string? Required(DataMapping entry, string key)
    {
        if (!Optional(entry, key, out var text))
        {
            return null;
        }

        return text ?? Fail<string>(entry.Range, $"this entry has no '{key}'");
    }

    /// <summary>False when the key has a value that is no string.</summary>
    private bool Optional(DataMapping entry, string key, out string? text)
    {
        text = null;
        if (!entry.TryGet(key, out _, out var value))
        {
            return true;
        }

        if (value is not DataScalar { IsPlain: false } scalar)
        {
            Fail<string>(value.Range, $"'{key}' must be a string");
            return false;
        }

        text = scalar.Value;
        return true;
    }

    private bool HasOnly(DataMapping mapping, string[] keys)
    {
        foreach (var entry in mapping.Entries)
        {
            if (Array.IndexOf(keys, entry.Key.Value) < 0)
            {
                var nearest = NearestName.Of(entry.Key.Value, keys);
                Fail<string>(entry.Key.Range, $"'{entry.Key.Value}' is not known here; {(nearest is null ? $"known are {string.Join(", ", keys)}" : $"did you mean '{nearest}'?")}");
                return false;
            }
        }

        return true;
    }

    private T? Fail<T>(TextRange range, string message)
        where T : class
    {
        _problem = (range, message);
        return null;
    }
}
