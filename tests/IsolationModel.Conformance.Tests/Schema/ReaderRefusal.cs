using IsolationModel.Conformance.Documentation;

namespace IsolationModel.Conformance.Schema;

/// <summary>A section of reader-refusals.md: an overlay that the schema accepts, and what the reader finds in it.</summary>
/// <param name="Name">What is wrong.</param>
/// <param name="Text">The overlay.</param>
/// <param name="Markers">What is found, by lines of <paramref name="Text"/>.</param>
internal sealed record ReaderRefusal(string Name, string Text, IReadOnlyList<Marker> Markers)
{
    private const string File = "tests/IsolationModel.Conformance.Tests/Schema/reader-refusals.md";

    /// <summary>One line, so that the lines of a block are one further down in the overlay.</summary>
    private const string Head = """{ "formatVersion": "1.0", "model": { "id": "contoso", "version": "1.0.0", "extends": { "isolation-model": "^0.1" } },""";

    /// <summary>All sections, in their order.</summary>
    public static IReadOnlyList<ReaderRefusal> All { get; } = MarkdownBlock.Read(Repository.Read(File)).Select(Read).ToList();

    private static ReaderRefusal Read(MarkdownBlock block)
    {
        var content = MarkedText.Parse(block.Lines);
        return block.Info switch
        {
            "json" => new ReaderRefusal(
                block.Section, $"{Head}\n{content.Text}\n}}\n", content.Markers.Select(marker => marker with { Line = marker.Line + 1 }).ToList()),
            "json whole" => new ReaderRefusal(block.Section, content.Text, content.Markers),
            var info => throw new FormatException($"{File}: '{block.Section}' has a block '{info}'."),
        };
    }
}
