namespace IsolationModel.Descriptors.Docker;

/// <summary>The short form of a volume, <c>[source:]target[:options]</c>, with drives of Windows in either part (compose-go format/volume.go).</summary>
/// <param name="Source">What is mounted; null for a volume without a name.</param>
/// <param name="Target">Where.</param>
/// <param name="Options">Options, separated by commas; empty where there are none.</param>
internal readonly record struct VolumeText(string? Source, string Target, string Options)
{
    /// <summary>Parses it.</summary>
    public static VolumeText Parse(string text)
    {
        var parts = new List<string>();
        var start = 0;
        var depth = 0;
        for (var i = 0; i < text.Length; i++)
        {
            // A colon in a variable belongs to it: ${DATA:-./data}:/data.
            depth += text[i] == '{' && i > 0 && text[i - 1] == '$' ? 1 : text[i] == '}' && depth > 0 ? -1 : 0;
            var isDrive = i - start == 1 && char.IsLetter(text[start]);
            if (text[i] == ':' && depth == 0 && !isDrive && parts.Count < 2)
            {
                parts.Add(text.Substring(start, i - start));
                start = i + 1;
            }
        }

        parts.Add(text.Substring(start));
        return parts.Count == 1 ? new VolumeText(null, parts[0], string.Empty) : new VolumeText(parts[0], parts[1], parts.Count > 2 ? parts[2] : string.Empty);
    }

    /// <summary>Whether a source is a path or a pipe of the host; otherwise it is the name of a volume.</summary>
    public static bool IsPath(string source) => source.Length > 0 && (source[0] is '.' or '/' or '~' or '\\' || IsDrive(source));

    /// <summary>Whether a place is one of Windows.</summary>
    public static bool IsOfWindows(string path) =>
        IsDrive(path) || path.StartsWith(@"\\.\pipe\", StringComparison.OrdinalIgnoreCase) || path.StartsWith("//./pipe/", StringComparison.OrdinalIgnoreCase);

    private static bool IsDrive(string path) => path.Length > 2 && char.IsLetter(path[0]) && path[1] == ':' && path[2] is '\\' or '/';
}
