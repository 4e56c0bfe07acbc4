using System.Globalization;
using System.Text;
using IsolationModel.Evaluation;
using IsolationModel.Findings;

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

    public void Write(Report report, Stream stream, bool usesColor)
    {
        using var writer = new StreamWriter(stream, ToolHost.Utf8, leaveOpen: true) { NewLine = "\n" };
        foreach (var finding in report.Findings)
        {
            WriteFinding(writer, finding, usesColor);
            writer.WriteLine();
        }

        if (report.Baseline is { Gone.Count: > 0 and var gone })
        {
            writer.WriteLine(gone == 1
                ? "1 baseline entry is gone; write it anew"
                : string.Create(CultureInfo.InvariantCulture, $"{gone} baseline entries are gone; write it anew"));
        }

        writer.WriteLine(TextSummary.Of(report.Summary, report.Baseline?.Known.Count ?? 0));
    }

    private static void WriteFinding(StreamWriter writer, Finding finding, bool usesColor)
    {
        writer.WriteLine(FindingLine.Of(finding, usesColor));
        writer.Write(usesColor ? Faint : string.Empty);
        foreach (var reason in finding.Reasons)
        {
            writer.WriteLine(Indent + HarmlessText.Of(reason));
        }

        if (finding.Alternatives.Count > 0)
        {
            writer.WriteLine($"{Indent}alternatives: {HarmlessText.Of(Alternatives(finding))}");
        }

        foreach (var related in finding.Related)
        {
            writer.WriteLine($"{Indent}see {FindingLine.Place(related.File, related.Start.Line, related.Start.Column)}: {HarmlessText.Of(related.Message)}");
        }

        writer.WriteLine($"{Indent}help: {finding.Rule.HelpUri.OriginalString}");
        writer.Write(usesColor ? Reset : string.Empty);
    }

    /// <summary>Best first: <c>gVisor (suitable), Kata Containers (suitable, shortfall 2), runwasi (unproven)</c>.</summary>
    private static string Alternatives(Finding finding)
    {
        var text = new StringBuilder();
        foreach (var alternative in finding.Alternatives)
        {
            text.Append(text.Length == 0 ? string.Empty : ", ").Append(alternative.Name);
            text.Append(alternative.Verdict == Verdict.Suitable ? " (suitable" : " (unproven");
            text.Append(alternative.Shortfall == 0 ? ")" : string.Create(CultureInfo.InvariantCulture, $", shortfall {alternative.Shortfall})"));
        }

        return text.ToString();
    }
}
