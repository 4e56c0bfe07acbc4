using IsolationModel.Data;
using IsolationModel.Text;

namespace IsolationModel.Descriptors.Docker;

/// <summary>
/// Turns the arguments of <c>docker run</c> into the mapping of a Compose service, so that both mean the same. Every value keeps its place. An
/// unknown option is passed over alone: what follows it is read on.
/// </summary>
internal sealed class DockerArguments
{
    private readonly IReadOnlyList<DataScalar> _arguments;
    private readonly SortedDictionary<string, (DataScalar Key, List<DataNode> Values, bool IsList)> _fields = new(StringComparer.Ordinal);
    private readonly List<DataScalar> _open = [];
    private int _next;
    private DataScalar? _image;

    private DockerArguments(IReadOnlyList<DataScalar> arguments) => _arguments = arguments;

    /// <summary>Reads arguments up to the image, which is the first that is no option and no option's value.</summary>
    /// <param name="arguments">The arguments behind <c>run</c> or <c>create</c>; also options alone, without an image.</param>
    /// <param name="range">Where they stand together.</param>
    /// <param name="isOptionsOnly">Whether the image stands elsewhere for certain.</param>
    public static DataMapping Read(IReadOnlyList<DataScalar> arguments, TextRange range, bool isOptionsOnly = false)
    {
        var reader = new DockerArguments(arguments);
        while (reader._next < arguments.Count && reader.ReadNext())
        {
        }

        reader.AddHidden(isOptionsOnly);
        return reader.Build(range);
    }

    private bool ReadNext()
    {
        var argument = _arguments[_next++];
        var text = argument.Value;
        if (text == "--")
        {
            _image = _next < _arguments.Count ? _arguments[_next] : null;
            return false;
        }

        if (text.StartsWith("--", StringComparison.Ordinal))
        {
            var cut = text.IndexOf('=');
            var name = cut < 0 ? text.Substring(2) : text.Substring(2, cut - 2);
            ReadOption(argument, name, cut < 0 ? null : Part(argument, cut + 1));
            return true;
        }

        if (text.Length > 1 && text[0] == '-')
        {
            ReadLetters(argument, text);
            return true;
        }

        if (argument.IsUnresolved || Placeholder.IsIn(text))
        {
            // It may be the image, an option, or several; what follows is read either way.
            _open.Add(argument);
            return true;
        }

        _image = argument;
        return false;
    }

    /// <summary>
    /// An argument that is not known may be options, unless it is the only one that can be the image. Then nobody can tell which runtime they pick,
    /// or whether they take the boundary away.
    /// </summary>
    private void AddHidden(bool isOptionsOnly)
    {
        var isImage = _image is null && !isOptionsOnly && _open.Count == 1;
        if (_open.Count == 0 || isImage)
        {
            return;
        }

        foreach (var field in new[] { "privileged", "runtime" })
        {
            if (!_fields.ContainsKey(field))
            {
                _fields.Add(field, (_open[0], [new DataScalar(_open[0].Range, _open[0].Value, isPlain: false, -1, isUnresolved: true)], false));
            }
        }
    }

    /// <summary>Letters may stand together; the value of one is the rest, or the next argument.</summary>
    private void ReadLetters(DataScalar argument, string text)
    {
        for (var i = 1; i < text.Length; i++)
        {
            if (DockerOptions.OfLetter(text[i]) is not { } name)
            {
                return;
            }

            if (DockerOptions.TakesValue(name))
            {
                var start = i + 1 < text.Length && text[i + 1] == '=' ? i + 2 : i + 1;
                ReadOption(argument, name, start < text.Length ? Part(argument, start) : null);
                return;
            }
        }
    }

    private void ReadOption(DataScalar argument, string name, DataScalar? value)
    {
        if (value is null && DockerOptions.TakesValue(name) && _next < _arguments.Count)
        {
            value = _arguments[_next++];
        }

        if (DockerOptions.FieldOf(name) is not var (field, isList))
        {
            return;
        }

        var said = value ?? new DataScalar(argument.Range, "true", isPlain: true, -1);
        if (!isList || !_fields.TryGetValue(field, out var entry))
        {
            // Of two equal options that take one value the last counts.
            _fields[field] = entry = (argument, [], isList);
        }

        entry.Values.Add(name == DockerOptions.Mount ? MountOf(said) : Network(field, said));
    }

    /// <summary><c>container:x</c> and <c>host</c> are words of both; <c>name=x,alias=y</c> is a network with options.</summary>
    private static DataScalar Network(string field, DataScalar value) =>
        field == "network_mode" && value.Value.StartsWith("name=", StringComparison.Ordinal)
            ? new DataScalar(value.Range, value.Value.Substring(5).Split(',')[0], isPlain: false, -1, value.IsUnresolved)
            : value;

    /// <summary><c>type=bind,src=/etc,dst=/host,readonly</c> as the long form of a volume.</summary>
    private static DataNode MountOf(DataScalar value)
    {
        if (value.IsUnresolved && value.Value.IndexOf('=') < 0)
        {
            return value;
        }

        const string binds = "volume-opt=o=bind";
        const string device = "volume-opt=device=";
        var entries = new List<DataEntry>();
        var parts = value.Value.Split(',');
        if (Array.IndexOf(parts, binds) >= 0 && Array.Find(parts, part => part.StartsWith(device, StringComparison.Ordinal)) is { } bound)
        {
            // A volume of its own that binds a path of the host.
            parts = [.. parts, "type=bind", "source=" + bound.Substring(device.Length)];
        }

        foreach (var part in parts)
        {
            var cut = part.IndexOf('=');
            var key = (cut < 0 ? part : part.Substring(0, cut)).Trim() switch
            {
                "src" or "source" => "source",
                "dst" or "destination" or "target" => "target",
                "ro" or "readonly" => "read_only",
                var other => other,
            };
            entries.Add(new DataEntry(new DataScalar(value.Range, key, isPlain: false, -1), new DataScalar(value.Range, cut < 0 ? "true" : part.Substring(cut + 1), isPlain: false, -1)));
        }

        return new DataMapping(value.Range, entries);
    }

    private DataMapping Build(TextRange range)
    {
        var entries = new List<DataEntry>(_fields.Count + 1);
        if (_image is not null)
        {
            entries.Add(new DataEntry(new DataScalar(_image.Range, "image", isPlain: false, -1), _image));
        }

        foreach (var field in _fields)
        {
            var (key, values, isList) = field.Value;
            entries.Add(new DataEntry(new DataScalar(key.Range, field.Key, isPlain: false, -1), isList ? new DataSequence(range, values) : values[values.Count - 1]));
        }

        return new DataMapping(range, entries);
    }

    /// <summary>The rest of an argument with its own place.</summary>
    private static DataScalar Part(DataScalar argument, int start)
    {
        var length = argument.Value.Length - start;
        return argument.ContentStart < 0
            ? new DataScalar(argument.Range, argument.Value.Substring(start), argument.IsPlain, -1, argument.IsUnresolved)
            : new DataScalar(argument.RangeOf(start, length), argument.Value.Substring(start), argument.IsPlain, argument.ContentStart + start, argument.IsUnresolved);
    }
}
