using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace IsolationModel.Cli.Tests.Reports;

/// <summary>Reads findings out of reports, by readers of other makers where there are any.</summary>
internal static partial class ReportReader
{
    private static readonly MarkdownPipeline Markdown = new MarkdownPipelineBuilder().UsePipeTables().UseAutoLinks().UseEmojiAndSmiley().Build();

    /// <summary>The formats that tell findings one by one.</summary>
    public static string[] Formats { get; } = ["text", "json", "sarif", "github-sarif", "junit", "github", "gitlab", "markdown"];

    /// <summary>The open findings of a report, sorted.</summary>
    public static IReadOnlyList<ToldFinding> Findings(string format, string text) => ToldFinding.Sorted(format switch
    {
        "text" => text.Split('\n').Where(static line => line.Length > 0 && line[0] != ' ' && line.Contains(": ", StringComparison.Ordinal) && FindingLine().IsMatch(line)).Select(Line),
        "json" => Json(text),
        "junit" => JUnit(text),
        "github" => text.Split('\n').Where(static line => line.StartsWith("::", StringComparison.Ordinal)).Select(Annotation),
        "gitlab" => GitLab(text),
        "markdown" => Table(text).Skip(1).Select(static row => Line($"{row[2]}: {row[0]} {row[1]}: {row[4]}")),
        _ => Sarif(text),
    });

    /// <summary>The cells of the table in a Markdown report, as a person reads them.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Table(string markdown) =>
        [.. Markdig.Markdown.Parse(markdown, Markdown).Descendants<TableRow>().Select(static row => (IReadOnlyList<string>)[.. row.OfType<TableCell>().Select(PlainText)])];

    /// <summary>The addresses that a Markdown report links to.</summary>
    public static IEnumerable<string?> Links(string markdown) => Markdig.Markdown.Parse(markdown, Markdown).Descendants<LinkInline>().Select(static link => link.Url);

    /// <summary>The records of a CSV file (RFC 4180).</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Csv(string text)
    {
        var (records, record, cell) = (new List<IReadOnlyList<string>>(), new List<string>(), new System.Text.StringBuilder());
        var isQuoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            if (isQuoted)
            {
                if (text[i] != '"')
                {
                    cell.Append(text[i]);
                }
                else if (i + 1 < text.Length && text[i + 1] == '"')
                {
                    cell.Append(text[++i]);
                }
                else
                {
                    isQuoted = false;
                }
            }
            else if (text[i] == '"')
            {
                Assert.Equal(0, cell.Length);
                isQuoted = true;
            }
            else if (text[i] == ',')
            {
                record.Add(cell.ToString());
                cell.Clear();
            }
            else if (text[i] == '\r')
            {
                Assert.Equal('\n', text[++i]);
                record.Add(cell.ToString());
                cell.Clear();
                records.Add(record);
                record = [];
            }
            else
            {
                Assert.NotEqual('\n', text[i]);
                cell.Append(text[i]);
            }
        }

        Assert.False(isQuoted);
        Assert.Empty(record);
        return records;
    }

    private static ToldFinding Line(string line)
    {
        var match = FindingLine().Match(line);
        Assert.True(match.Success, line);
        return ToldFinding.Of(match.Groups["rule"].Value, match.Groups["severity"].Value, match.Groups["file"].Value, Number(match.Groups["line"].Value), match.Groups["message"].Value);
    }

    private static IEnumerable<ToldFinding> Json(string text)
    {
        using var document = JsonDocument.Parse(text);
        return [.. document.RootElement.GetProperty("findings").EnumerateArray().Select(static finding => ToldFinding.Of(
            Text(finding, "ruleId"), Text(finding, "severity"), Text(finding, "file"), finding.GetProperty("startLine").GetInt32(), Text(finding, "message")))];
    }

    private static IEnumerable<ToldFinding> Sarif(string text)
    {
        using var document = JsonDocument.Parse(text);
        var open = document.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray()
            .Where(static result => !result.TryGetProperty("suppressions", out _) && !(result.TryGetProperty("baselineState", out var state) && state.GetString() == "unchanged"));
        return [.. open.Select(static result =>
        {
            var place = result.GetProperty("locations")[0].GetProperty("physicalLocation");
            var message = Text(result.GetProperty("message"), "text").Split('\n')[0];
            message = message.Contains(@"]\(", StringComparison.Ordinal) || message.Contains(@"\[", StringComparison.Ordinal) ? EscapedCharacter().Replace(message, "$1") : message;
            return ToldFinding.Of(
                Text(result, "ruleId"),
                Text(result, "level") is "note" ? "info" : Text(result, "level"),
                Uri.UnescapeDataString(Text(place.GetProperty("artifactLocation"), "uri")),
                place.GetProperty("region").GetProperty("startLine").GetInt32(),
                message);
        })];
    }

    private static IEnumerable<ToldFinding> JUnit(string text) => XDocument.Parse(text).Descendants("testcase")
        .SelectMany(static test => test.Elements().Where(static element => element.Name.LocalName is "failure" or "skipped"))
        .Select(static element =>
        {
            var told = Line(element.Value.Split('\n')[0]);
            Assert.Equal((told.Rule, told.Message), (element.Attribute("type")!.Value.Split(' ')[0], element.Attribute("message")!.Value.TrimEnd('.')));
            Assert.Equal(told.File, element.Parent!.Attribute("classname")!.Value);
            return told;
        });

    private static ToldFinding Annotation(string line)
    {
        var match = AnnotationLine().Match(line);
        Assert.True(match.Success, line);
        var properties = match.Groups["properties"].Value.Split(',').Select(static property => property.Split('=', 2)).ToDictionary(static pair => pair[0], static pair => Unescape(pair[1]), StringComparer.Ordinal);
        return ToldFinding.Of(
            properties["title"].Split(':')[0],
            match.Groups["level"].Value is "notice" ? "info" : match.Groups["level"].Value,
            properties.GetValueOrDefault("file", "<stdin>"),
            Number(properties.GetValueOrDefault("line", "1")),
            Unescape(match.Groups["message"].Value).Split('\n')[0]);
    }

    private static IEnumerable<ToldFinding> GitLab(string text)
    {
        using var document = JsonDocument.Parse(text);
        return [.. document.RootElement.EnumerateArray().Select(static issue => ToldFinding.Of(
            Text(issue, "check_name"),
            Text(issue, "severity") switch { "critical" => "error", "major" => "warning", var other => other },
            Text(issue.GetProperty("location"), "path"),
            issue.GetProperty("location").GetProperty("lines").GetProperty("begin").GetInt32(),
            Text(issue, "description")))];
    }

    private static string PlainText(TableCell cell) => string.Concat(cell.Descendants<LeafInline>().Select(static inline => inline switch
    {
        LiteralInline literal => literal.Content.ToString(),
        HtmlEntityInline entity => entity.Transcoded.ToString(),
        CodeInline code => code.Content,
        _ => $"<unexpected {inline.GetType().Name}>",
    })).Replace("\u200b", string.Empty, StringComparison.Ordinal);

    private static string Unescape(string text) => text.Replace("%0A", "\n", StringComparison.Ordinal).Replace("%0D", "\r", StringComparison.Ordinal)
        .Replace("%3A", ":", StringComparison.Ordinal).Replace("%2C", ",", StringComparison.Ordinal).Replace("%25", "%", StringComparison.Ordinal);

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?<file>.*?)\((?<line>\d+),\d+\): (?<severity>error|warning|info) (?<rule>ISM\d{4}): (?<message>.*)$", RegexOptions.ExplicitCapture)]
    private static partial Regex FindingLine();

    [GeneratedRegex("^::(?<level>error|warning|notice) (?<properties>[^:]*)::(?<message>.*)$", RegexOptions.ExplicitCapture)]
    private static partial Regex AnnotationLine();

    [GeneratedRegex(@"\\([\\\[\]])")]
    private static partial Regex EscapedCharacter();
}
