using System.Text.Json;
using IsolationModel.Cli.RuleDocuments;
using IsolationModel.Findings;
using IsolationModel.Text;

namespace IsolationModel.Cli.Output.GitLab;

/// <summary>Code quality reports of GitLab: a list of issues. GitLab tells new ones from old ones by their fingerprints.</summary>
internal sealed class CodeQualityReportWriter : IReportWriter
{
    public string Name => "gitlab";

    public void Write(Report report, Stream stream, ReportStyle style)
    {
        var fingerprints = FindingFingerprint.Of(report);
        using var json = JsonText.To(stream);
        json.WriteStartArray();
        if (report.IsPartial)
        {
            WriteStopped(json, report);
        }

        foreach (var finding in report.Findings)
        {
            json.WriteStartObject();
            json.WriteString("description", HarmlessText.Of(finding.Message));
            json.WriteString("check_name", finding.Rule.Id);
            json.WriteString("fingerprint", fingerprints[finding]);
            json.WriteString("severity", Severity(finding.Severity));
            json.WriteStrings("categories", [finding.Rule.Category is RuleCategory.Suitability or RuleCategory.Weakening ? "Security" : "Bug Risk"]);
            WriteLocation(json, finding);
            json.WriteStartObject("content");
            json.WriteString("body", RuleHelp.Markdown(finding.Rule));
            json.WriteEndObject();
            json.WriteEndObject();
            json.FlushIfFull();
        }

        json.WriteEndArray();
        json.Flush();
        stream.Write("\n"u8);
    }

    /// <summary>Lines and columns: GitLab reads the lines alone, other readers of the format the columns as well.</summary>
    private static void WriteLocation(Utf8JsonWriter json, Finding finding)
    {
        json.WriteStartObject("location");
        json.WriteString("path", finding.File.Length == 0 ? "." : finding.File);
        json.WriteStartObject("lines");
        json.WriteNumber("begin", finding.Start.Line);
        json.WriteNumber("end", finding.End.Line);
        json.WriteEndObject();
        json.WriteStartObject("positions");
        WritePosition(json, "begin", finding.Start);
        WritePosition(json, "end", finding.End);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WritePosition(Utf8JsonWriter json, string name, Text.TextPosition position)
    {
        json.WriteStartObject(name);
        json.WriteNumber("line", position.Line);
        json.WriteNumber("column", position.Column);
        json.WriteEndObject();
    }

    private static void WriteStopped(Utf8JsonWriter json, Report report)
    {
        json.WriteStartObject();
        json.WriteString("description", TextSummary.Stopped(report));
        json.WriteString("check_name", "stopped");
        json.WriteString("fingerprint", "stopped");
        json.WriteString("severity", "blocker");
        json.WriteStartObject("location");
        json.WriteString("path", ".");
        json.WriteStartObject("lines");
        json.WriteNumber("begin", 1);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>GitLab has five; what no finding is (<c>minor</c>, <c>blocker</c>) is left to others.</summary>
    private static string Severity(FindingSeverity severity) => severity switch
    {
        FindingSeverity.Error => "critical",
        FindingSeverity.Warning => "major",
        _ => "info",
    };
}
