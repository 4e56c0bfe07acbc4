using System.Globalization;
using IsolationModel.Findings;
using IsolationModel.Text;

namespace IsolationModel.Cli.Output;

/// <summary>
/// Reports for people: each finding a line as compilers write it, its argument indented below, an empty line; last the summary.
/// </summary>
internal sealed class TextReportWriter : IReportWriter
{
    private const string Indent = "    ";
    private const string Reset = "\u001b[0m";
    private const string Faint = "\u001b[2m";

    public string Name => "text";

    public void Write(Report report, Stream stream, ReportStyle style)
    {
        using var writer = new StreamWriter(stream, ToolHost.Utf8, leaveOpen: true) { NewLine = "\n" };
        foreach (var finding in report.Findings)
        {
            WriteFinding(writer, finding, style);
            writer.WriteLine();
        }

        if (report.Baseline is { Gone.Count: > 0 and var gone })
        {
            writer.WriteLine(gone == 1
                ? "1 baseline entry is gone; write it anew"
                : string.Create(CultureInfo.InvariantCulture, $"{gone} baseline entries are gone; write it anew"));
        }

        if (report.IsPartial)
        {
            writer.WriteLine(TextSummary.Stopped(report));
        }

        writer.WriteLine(TextSummary.Of(report));
    }

    private static void WriteFinding(StreamWriter writer, Finding finding, ReportStyle style)
    {
        writer.WriteLine(FindingLine.Of(finding, style));
        writer.Write(style.UsesColor ? Faint : string.Empty);
        foreach (var line in FindingArgument.Lines(finding))
        {
            writer.WriteLine(Indent + line);
        }

        foreach (var related in finding.Related)
        {
            writer.WriteLine($"{Indent}see {FindingLine.Place(related.File, related.Start, style)}: {HarmlessText.Of(related.Message)}");
        }

        var help = finding.Rule.HelpUri.OriginalString;
        writer.WriteLine($"{Indent}help: {(style.LinkFolder is null ? help : Hyperlink.To(help, help))}");
        writer.Write(style.UsesColor ? Reset : string.Empty);
    }
}
