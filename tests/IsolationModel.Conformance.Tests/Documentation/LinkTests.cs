namespace IsolationModel.Conformance.Documentation;

/// <summary>Links between the pages of the repository.</summary>
public sealed class LinkTests
{
    private static readonly string[] Roots = ["README.md", "analyzers/docs", "schema", "src/README.md", "src/IsolationModel.Cli", "src/IsolationModel.Descriptors", "src/IsolationModel.SDK"];

    public static TheoryData<string> Pages => new(Roots.SelectMany(PagesBelow).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_relative_link_leads_somewhere(string page)
    {
        var folder = Path.GetDirectoryName(Repository.PathOf(page))!;
        foreach (var link in LinksOf(Repository.Read(page)).Where(link => !link.Contains("://", StringComparison.Ordinal)))
        {
            var parts = link.Split('#');
            var target = parts[0].Length == 0 ? Repository.PathOf(page) : Path.GetFullPath(Path.Combine(folder, parts[0]));
            Assert.True(File.Exists(target) || Directory.Exists(target), $"{page}: '{link}' leads nowhere.");
            if (parts.Length > 1)
            {
                Assert.True(File.ReadLines(target).Any(line => AnchorOf(line) == parts[1]), $"{page}: '{link}' names no heading.");
            }
        }
    }

    private static IEnumerable<string> PagesBelow(string root)
    {
        var path = Repository.PathOf(root);
        return File.Exists(path)
            ? [root]
            : Directory.EnumerateFiles(path, "*.md", SearchOption.AllDirectories).Select(file => Repository.Relative(Repository.Root, file));
    }

    /// <summary>The targets of <c>[words](target)</c>.</summary>
    private static IEnumerable<string> LinksOf(string markdown)
    {
        for (var at = markdown.IndexOf("](", StringComparison.Ordinal); at >= 0; at = markdown.IndexOf("](", at + 1, StringComparison.Ordinal))
        {
            var end = markdown.IndexOf(')', at);
            if (end > at)
            {
                yield return markdown[(at + 2)..end];
            }
        }
    }

    /// <summary>The anchor that GitHub makes of a heading; null for another line.</summary>
    private static string? AnchorOf(string line) => line.StartsWith('#')
        ? new string([.. line.TrimStart('#').Trim().ToLowerInvariant().Where(c => char.IsLetterOrDigit(c) || c is ' ' or '-').Select(c => c == ' ' ? '-' : c)])
        : null;
}
