using IsolationModel.Findings;
using IsolationModel.Rules;

namespace IsolationModel.Conformance.Documentation;

/// <summary>A page below analyzers/docs/rules.</summary>
/// <param name="RuleId">The rule, by the file's name.</param>
/// <param name="Lines">The page's lines.</param>
/// <param name="Examples">Its executed blocks, in their order; overlays that are applied to another block are not among them.</param>
internal sealed record RulePage(string RuleId, IReadOnlyList<string> Lines, IReadOnlyList<PageExample> Examples)
{
    /// <summary>The folder of the pages.</summary>
    public const string Folder = "analyzers/docs/rules";

    private const string Fence = "```";

    /// <summary>Every page, in the order of file names.</summary>
    public static IReadOnlyList<RulePage> All { get; } = Directory
        .EnumerateFiles(Repository.PathOf(Folder), "*.md")
        .OrderBy(path => path, StringComparer.Ordinal)
        .Select(Read)
        .ToList();

    /// <summary>The page of a rule.</summary>
    public static RulePage Of(RuleDescriptor rule) =>
        All.SingleOrDefault(page => page.RuleId == rule.Id) ?? throw new FileNotFoundException($"{Folder}/{rule.Id}.md is missing.");

    /// <summary>The rule with an id.</summary>
    public static RuleDescriptor Rule(string id) => RuleSet.All.Single(rule => rule.Id == id);

    /// <summary>Reads a page.</summary>
    public static RulePage Read(string path)
    {
        var id = Path.GetFileNameWithoutExtension(path);
        var lines = File.ReadAllLines(path);
        var examples = new List<PageExample>();
        string? overlay = null;
        for (var i = 0; i < lines.Length; i++)
        {
            if (!lines[i].StartsWith(Fence, StringComparison.Ordinal))
            {
                continue;
            }

            var end = Array.FindIndex(lines, i + 1, line => line == Fence);
            if (end < 0)
            {
                throw new FormatException($"{id}.md({i + 1}): the block has no end.");
            }

            if (Kind(lines[i][Fence.Length..], $"{id}.md({i + 1})") is var (format, expectation))
            {
                var content = MarkedText.Parse(lines[(i + 1)..end]);
                if (expectation == Expectation.Applied)
                {
                    overlay = content.Text;
                }
                else
                {
                    examples.Add(new PageExample(id, i + 1, format, expectation, content, overlay));
                    overlay = null;
                }
            }

            i = end;
        }

        return overlay is null ? new RulePage(id, lines, examples) : throw new FormatException($"{id}.md: no descriptor follows the applied overlay.");
    }

    /// <summary>
    /// What the info string of a block says: <c>yaml kubernetes flagged</c>, <c>json overlay clean</c>, <c>text generated flagged</c>. A block
    /// with a language alone is for reading only.
    /// </summary>
    private static (ExampleFormat Format, Expectation Expectation)? Kind(string info, string place)
    {
        var words = info.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length < 2)
        {
            return null;
        }

        return words.Length == 3
            && Enum.TryParse<ExampleFormat>(words[1], ignoreCase: true, out var format)
            && Enum.TryParse<Expectation>(words[2], ignoreCase: true, out var expectation)
            ? (format, expectation)
            : throw new FormatException($"{place}: '{info}' is not the info string of an example.");
    }
}
