using System.Globalization;
using IsolationModel.Cli.Input;
using IsolationModel.Findings;
using IsolationModel.Text;

namespace IsolationModel.Cli.Output.GitHub;

/// <summary>Workflow commands of GitHub Actions: an annotation on the line of each finding.</summary>
/// <remarks>
/// A command is a line of the log, so that no text may end one, nor start one: every line that holds words of files starts with a command of ours.
/// </remarks>
internal sealed class AnnotationReportWriter : IReportWriter
{
    /// <summary>How many annotations of a level GitHub shows for a step.</summary>
    private const int ShownOfLevel = 10;

    public string Name => "github";

    public void Write(Report report, Stream stream, ReportStyle style)
    {
        using var writer = new StreamWriter(stream, ToolHost.Utf8, leaveOpen: true) { NewLine = "\n" };
        if (report.IsPartial)
        {
            // First, since of many only the first ones are shown.
            writer.WriteLine($"::error title=isolation::{Data(TextSummary.Stopped(report))}");
        }

        foreach (var finding in report.Findings)
        {
            writer.WriteLine(Command(finding));
        }

        var most = report.Findings.CountBy(static finding => finding.Severity).Select(static count => count.Value).DefaultIfEmpty(0).Max();
        if (most > ShownOfLevel)
        {
            writer.WriteLine($"GitHub shows {Words.Count(ShownOfLevel, "annotation", "annotations")} of each level for a step; all of them are in this log");
        }

        writer.WriteLine(TextSummary.Of(report));
    }

    private static string Command(Finding finding)
    {
        var place = finding.File.Length == 0 || finding.File == DisplayPath.StandardInput ? string.Empty : Place(finding);
        var text = Data($"{HarmlessText.Of(finding.Message)}\nhelp: {finding.Rule.HelpUri.OriginalString}");
        return $"::{Level(finding.Severity)} {place}title={Property($"{finding.Rule.Id}: {finding.Rule.Title}")}::{text}";
    }

    /// <summary>GitHub takes columns only where a range ends on the line on which it starts.</summary>
    private static string Place(Finding finding)
    {
        var file = Property(HarmlessText.Of(finding.File));
        var lines = string.Create(CultureInfo.InvariantCulture, $"file={file},line={finding.Start.Line},endLine={finding.End.Line},");
        return finding.Start.Line == finding.End.Line
            ? string.Create(CultureInfo.InvariantCulture, $"{lines}col={finding.Start.Column},endColumn={finding.End.Column},")
            : lines;
    }

    private static string Level(FindingSeverity severity) => severity switch
    {
        FindingSeverity.Error => "error",
        FindingSeverity.Warning => "warning",
        _ => "notice",
    };

    /// <summary>What ends a command.</summary>
    private static string Data(string text) =>
        text.Replace("%", "%25", StringComparison.Ordinal).Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal);

    /// <summary>What ends a command, a property or its list.</summary>
    private static string Property(string text) =>
        Data(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);
}
