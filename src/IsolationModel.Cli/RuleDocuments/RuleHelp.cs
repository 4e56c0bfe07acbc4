using System.Text;
using IsolationModel.Findings;

namespace IsolationModel.Cli.RuleDocuments;

/// <summary>What is worth reading of a rule's page beside a finding: what is flagged, why, and how to fix it.</summary>
internal static class RuleHelp
{
    private const string Heading = "## ";

    private static readonly string[] Sections = ["What is flagged", "Why it matters", "How to fix it"];

    /// <summary>The sections as Markdown, with links that hold anywhere, and a link to the whole page.</summary>
    public static string Markdown(RuleDescriptor rule)
    {
        var folder = rule.HelpUri.OriginalString[..(rule.HelpUri.OriginalString.LastIndexOf('/') + 1)];
        var text = new StringBuilder();
        var isWanted = false;
        foreach (var line in RulePages.Of(rule).Split('\n'))
        {
            if (line.StartsWith(Heading, StringComparison.Ordinal))
            {
                isWanted = Array.IndexOf(Sections, line[Heading.Length..]) >= 0;
            }

            if (isWanted)
            {
                text.Append(WithWholeLinks(line, folder)).Append('\n');
            }
        }

        return $"{text}[{rule.Id} {rule.Name}]({rule.HelpUri.OriginalString}) has examples and options.";
    }

    /// <summary>Pages name each other by relative links.</summary>
    private static string WithWholeLinks(string line, string folder)
    {
        const string link = "](";
        for (var at = line.IndexOf(link, StringComparison.Ordinal); at >= 0; at = line.IndexOf(link, at + link.Length, StringComparison.Ordinal))
        {
            var target = line.AsSpan(at + link.Length);
            if (!target.StartsWith("http", StringComparison.Ordinal) && !target.StartsWith("#", StringComparison.Ordinal))
            {
                line = line.Insert(at + link.Length, folder);
            }
        }

        return line;
    }
}
