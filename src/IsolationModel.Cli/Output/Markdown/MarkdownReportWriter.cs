using System.Globalization;
using System.Text;
using IsolationModel.Findings;

namespace IsolationModel.Cli.Output.Markdown;

/// <summary>Markdown for the summary of a job (<c>$GITHUB_STEP_SUMMARY</c>) and for comments on changes: counts, a table, the arguments folded away.</summary>
internal sealed class MarkdownReportWriter : IReportWriter
{
    /// <summary>GitHub refuses a comment with more characters as a whole; the summary of a job may be sixteen times as long.</summary>
    private const int CommentLimit = 65_536;

    /// <summary>How long the text may be when the table ends, and when the arguments end. The rest is for what is said about leaving out.</summary>
    private const int TableEnd = 40_000;
    private const int ArgumentEnd = 64_000;

    public string Name => "markdown";

    public void Write(Report report, Stream stream, ReportStyle style)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"## Isolation: {Words.Count(report.Findings.Count, "finding", "findings")}\n\n{TextSummary.Of(report)}\n");
        if (report.IsPartial)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n**{TextSummary.Stopped(report)}**\n");
        }

        if (report.Findings.Count > 0)
        {
            AppendTable(text, report.Findings);
            AppendArguments(text, report.Findings);
        }

        stream.Write(ToolHost.Utf8.GetBytes(text.ToString()));
    }

    private static void AppendTable(StringBuilder text, IReadOnlyList<Finding> findings)
    {
        text.Append("\n| Severity | Rule | Place | Workload | Finding |\n| --- | --- | --- | --- | --- |\n");
        var count = AppendWhileItFits(text, findings, Row, TableEnd);
        if (count < findings.Count)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n{findings.Count - count} of the {findings.Count} findings are not in the table, ")
                .Append(CultureInfo.InvariantCulture, $"because GitHub takes {CommentLimit} characters in a comment; the other formats have all of them\n");
        }
    }

    private static void AppendArguments(StringBuilder text, IReadOnlyList<Finding> findings)
    {
        findings = [.. findings.Where(HasArgument)];
        if (findings.Count == 0)
        {
            return;
        }

        text.Append("\n<details>\n<summary>Reasons and alternatives</summary>\n");
        var count = AppendWhileItFits(text, findings, Argument, ArgumentEnd);
        if (count < findings.Count)
        {
            text.Append(CultureInfo.InvariantCulture, $"\nThose of {findings.Count - count} more findings are left out\n");
        }

        text.Append("\n</details>\n");
    }

    /// <summary>Appends from the start, and stops before the first one that is too long.</summary>
    private static int AppendWhileItFits(StringBuilder text, IReadOnlyList<Finding> findings, Func<Finding, string> form, int end)
    {
        for (var i = 0; i < findings.Count; i++)
        {
            var part = form(findings[i]);
            if (text.Length + part.Length > end)
            {
                return i;
            }

            text.Append(part);
        }

        return findings.Count;
    }

    private static string Row(Finding finding)
    {
        string[] cells = [FindingLine.Severity(finding.Severity), Rule(finding), Place(finding), MarkdownText.Of(finding.Workload ?? string.Empty), MarkdownText.Of(finding.Message)];
        return $"| {string.Join(" | ", cells)} |\n";
    }

    /// <summary>A paragraph of one line: where none starts, no word of a file starts a list or a heading.</summary>
    private static string Argument(Finding finding)
    {
        var lines = FindingArgument.AllLines(finding).SkipLast(1).Select(MarkdownText.Of);
        var fix = finding.FixTitle is { } title ? [$"fix: {MarkdownText.Of(title)}"] : Array.Empty<string>();
        return $"\n{string.Join("<br>", lines.Concat(fix).Prepend($"**{Place(finding)}** {Rule(finding)} {finding.Rule.Title}"))}\n";
    }

    private static bool HasArgument(Finding finding) =>
        finding.Reasons.Count + finding.Alternatives.Count + finding.Related.Count > 0 || finding.FixTitle is not null;

    private static string Rule(Finding finding) => $"[{finding.Rule.Id}]({finding.Rule.HelpUri.OriginalString})";

    private static string Place(Finding finding) => MarkdownText.Of(FindingLine.Place(finding.File, finding.Start.Line, finding.Start.Column));
}
