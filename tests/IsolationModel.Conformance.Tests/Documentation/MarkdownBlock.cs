namespace IsolationModel.Conformance.Documentation;

/// <summary>A fenced block of a Markdown text.</summary>
/// <param name="Section">The second-level heading above it, or the empty string.</param>
/// <param name="Info">What stands behind the opening fence.</param>
/// <param name="Lines">The lines between the fences.</param>
internal sealed record MarkdownBlock(string Section, string Info, IReadOnlyList<string> Lines)
{
    private const string Fence = "```";
    private const string Heading = "## ";

    /// <summary>The lines as one text.</summary>
    public string Text => string.Join('\n', Lines);

    /// <summary>The blocks of a text, in their order.</summary>
    public static IReadOnlyList<MarkdownBlock> Read(string markdown)
    {
        var blocks = new List<MarkdownBlock>();
        var lines = markdown.Split('\n');
        var section = string.Empty;
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].StartsWith(Heading, StringComparison.Ordinal))
            {
                section = lines[i][Heading.Length..];
            }
            else if (lines[i].StartsWith(Fence, StringComparison.Ordinal))
            {
                var end = Array.IndexOf(lines, Fence, i + 1);
                blocks.Add(new MarkdownBlock(section, lines[i][Fence.Length..], lines[(i + 1)..end]));
                i = end;
            }
        }

        return blocks;
    }
}
