using System.Text;

namespace IsolationModel.Conformance.FrontEnds;

/// <summary>What a front end is given: one file, and perhaps an overlay that holds for it.</summary>
/// <param name="FileName">The file's name; <c>*.isolation.json</c> makes it an overlay that is read, not applied.</param>
/// <param name="Bytes">What the file holds; null for one that cannot be opened.</param>
/// <param name="Overlay">The text of an overlay without mistakes, or null.</param>
internal sealed record ExampleInput(string FileName, byte[]? Bytes, string? Overlay = null)
{
    private const string FileMark = "# file: ";

    /// <summary>The name of descriptors in examples.</summary>
    public const string DescriptorName = "example.yaml";

    /// <summary>The name of Compose files in examples.</summary>
    public const string ComposeName = "compose.yaml";

    /// <summary>The name of overlays in examples.</summary>
    public const string OverlayName = "example.isolation.json";

    /// <summary>The name of settings in examples.</summary>
    public const string SettingsName = Configuration.IsolationSettings.FileName;

    /// <summary>The name of C# code in examples.</summary>
    public const string CodeName = "Example.cs";

    /// <summary>The name under which <see cref="Overlay"/> is given.</summary>
    public const string AppliedOverlayName = "applied.isolation.json";

    /// <summary>More files of the same run; their lines are counted through all of them, so that a line tells its file.</summary>
    public IReadOnlyList<ExampleInput> Others { get; init; } = [];

    /// <summary>The names of all files that are judged.</summary>
    public IReadOnlyList<string> Names => [FileName, .. Others.Select(other => other.FileName)];

    /// <summary>Whether the file itself is an overlay.</summary>
    public bool IsOverlay => FileName == OverlayName;

    /// <summary>Whether the file holds settings, which nothing is judged by.</summary>
    public bool IsSettings => FileName == SettingsName;

    /// <summary>Whether the file is C# code, which the compiler alone can read.</summary>
    public bool IsCode => FileName == CodeName;

    /// <summary>A file with a text.</summary>
    public static ExampleInput OfText(string fileName, string text, string? overlay = null) => new(fileName, Encoding.UTF8.GetBytes(text), overlay);

    /// <summary>
    /// The files of a text of descriptors: a line <c># file: path</c> starts one. Each has as many empty lines in front as the text has, so that
    /// all lines keep their numbers.
    /// </summary>
    public static ExampleInput OfDescriptors(string text, string? overlay = null, string descriptorName = DescriptorName)
    {
        var files = new List<ExampleInput>();
        var lines = text.Split('\n');
        for (var i = 0; i < lines.Length;)
        {
            var end = Array.FindIndex(lines, i + 1, static line => line.StartsWith(FileMark, StringComparison.Ordinal));
            end = end < 0 ? lines.Length : end;
            var name = lines[i].StartsWith(FileMark, StringComparison.Ordinal) ? lines[i][FileMark.Length..].Trim() : descriptorName;
            files.Add(OfText(name, new string('\n', i) + string.Join('\n', lines[i..end]), overlay));
            i = end;
        }

        return files[0] with { Others = files[1..] };
    }
}
