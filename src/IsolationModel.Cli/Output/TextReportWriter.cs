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

        writer.WriteLine(TextSummary.Of(report.Summary));
    }

    private static void WriteFinding(StreamWriter writer, Finding finding, bool usesColor)
    {
        var severity = Severity(finding.Severity);
        writer.Write(Place(finding.File, finding.Start.Line, finding.Start.Column));
        writer.WriteLine(usesColor
            ? $": {Color(finding.Severity)}{severity} {finding.Rule.Id}{Reset}: {HarmlessText.Of(finding.Message)}"
            : $": {severity} {finding.Rule.Id}: {HarmlessText.Of(finding.Message)}");
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
            writer.WriteLine($"{Indent}see {Place(related.File, related.Start.Line, related.Start.Column)}: {HarmlessText.Of(related.Message)}");
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

    private static string Place(string file, int line, int column) =>
        string.Create(CultureInfo.InvariantCulture, $"{HarmlessText.Of(file)}({line},{column})");

    private static string Severity(FindingSeverity severity) => severity switch
    {
        FindingSeverity.Error => "error",
        FindingSeverity.Warning => "warning",
        _ => "info",
    };

    /// <summary>Bold red, yellow and cyan, as compilers use them.</summary>
    private static string Color(FindingSeverity severity) => severity switch
    {
        FindingSeverity.Error => "\u001b[1;31m",
        FindingSeverity.Warning => "\u001b[1;33m",
        _ => "\u001b[1;36m",
    };
}
