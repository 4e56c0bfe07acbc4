using System.Text.Json;
using IsolationModel.Configuration;
using IsolationModel.Evaluation;
using IsolationModel.Findings;
using IsolationModel.Modeling;
using IsolationModel.Suppressions;
using IsolationModel.Values;

namespace IsolationModel.Cli.Output;

/// <summary>
/// Reports for programs: one object. Names and order of its properties are a contract; new ones are added behind the old ones, and
/// <c>schemaVersion</c> changes when an old one does.
/// </summary>
internal sealed class JsonReportWriter : IReportWriter
{
    private const int SchemaVersion = 1;

    public string Name => "json";

    public void Write(Report report, Stream stream, ReportStyle style)
    {
        using var json = JsonText.To(stream);
        json.WriteStartObject();
        json.WriteNumber("schemaVersion", SchemaVersion);
        WriteTool(json);
        json.WriteModel(report.Model);
        json.WriteStartArray("workloads");
        foreach (var workload in report.Workloads)
        {
            WriteWorkload(json, workload, report.BoundaryScale);
            json.FlushIfFull();
        }

        json.WriteEndArray();
        json.WriteStartArray("findings");
        foreach (var finding in report.Findings)
        {
            json.WriteStartObject();
            WriteFinding(json, finding);
            json.WriteEndObject();
            json.FlushIfFull();
        }

        json.WriteEndArray();
        WriteSummary(json, report);
        WriteSuppressed(json, report.Suppressed);
        json.WriteEndObject();
        json.Flush();
        stream.Write("\n"u8);
    }

    private static void WriteTool(Utf8JsonWriter json)
    {
        json.WriteStartObject("tool");
        json.WriteString("name", "isolation");
        json.WriteString("version", ProductInfo.Version);
        json.WriteString("informationUri", ProductInfo.ProjectUrl);
        json.WriteEndObject();
    }

    private static void WriteWorkload(Utf8JsonWriter json, WorkloadAssessment assessment, ScaleDefinition scale)
    {
        var workload = assessment.Workload;
        json.WriteStartObject();
        json.WriteString("file", assessment.Place.File);
        json.WriteNumber("line", assessment.Place.Start.Line);
        json.WriteString("kind", workload.Kind);
        json.WriteString("namespace", workload.Namespace);
        json.WriteString("name", workload.Name);
        json.WriteString("technology", assessment.Runtime.Technology?.Id);
        json.WriteString("confidence", Words.Of(assessment.Runtime.Confidence));
        WriteBoundary(json, assessment.Assessment?.Isolation, scale);
        json.WriteStartArray("needs");
        foreach (var need in assessment.Needs.Needs)
        {
            json.WriteStringValue(need.Token);
        }

        json.WriteEndArray();
        json.WriteString("part", workload.Part);
        json.WriteBoolean("recognised", !workload.IsFoundByShape);
        json.WriteBoolean("judged", !workload.IsRendered);
        json.WriteString("platform", workload.PlatformId);
        json.WriteString("verdict", Words.VerdictOf(assessment));
        json.WriteEndObject();
    }

    private static void WriteBoundary(Utf8JsonWriter json, EffectiveIsolation? isolation, ScaleDefinition scale)
    {
        if (isolation is not { Base: { } own, Effective: { } effective })
        {
            json.WriteNull("boundary");
            return;
        }

        json.WriteStartObject("boundary");
        WriteLevels(json, "base", own, scale);
        WriteLevels(json, "effective", effective, scale);
        json.WriteEndObject();
    }

    private static void WriteLevels(Utf8JsonWriter json, string name, OrdinalInterval interval, ScaleDefinition scale)
    {
        json.WriteStartArray(name);
        json.WriteStringValue(scale.Levels[interval.Low].Id);
        json.WriteStringValue(scale.Levels[interval.High].Id);
        json.WriteEndArray();
    }

    /// <summary>Suppressed findings are no findings, so that a program that does not know of them counts none of them.</summary>
    private static void WriteSuppressed(Utf8JsonWriter json, IReadOnlyList<SuppressedFinding> suppressed)
    {
        json.WriteStartArray("suppressed");
        foreach (var entry in suppressed)
        {
            json.WriteStartObject();
            WriteFinding(json, entry.Finding);
            json.WriteStartObject("suppression");
            json.WriteString("reason", entry.Suppression.Reason);
            json.WriteString("until", entry.Suppression.Until);
            json.WriteString("file", entry.File);
            json.WriteEndObject();
            json.WriteEndObject();
            json.FlushIfFull();
        }

        json.WriteEndArray();
    }

    private static void WriteFinding(Utf8JsonWriter json, Finding finding)
    {
        json.WriteString("ruleId", finding.Rule.Id);
        json.WriteString("category", SeverityMap.NameOf(finding.Rule.Category));
        json.WriteString("severity", FindingLine.Severity(finding.Severity));
        json.WriteString("message", finding.Message);
        json.WriteString("file", finding.File);
        json.WriteNumber("startLine", finding.Start.Line);
        json.WriteNumber("startColumn", finding.Start.Column);
        json.WriteNumber("endLine", finding.End.Line);
        json.WriteNumber("endColumn", finding.End.Column);
        json.WriteString("workload", finding.Workload);
        json.WriteString("need", finding.Need);
        json.WriteString("control", finding.Control);
        json.WriteString("technology", finding.TechnologyId);
        json.WriteStartArray("alternatives");
        foreach (var alternative in finding.Alternatives)
        {
            json.WriteStartObject();
            json.WriteString("id", alternative.TechnologyId);
            json.WriteString("verdict", Words.Of(alternative.Verdict));
            json.WriteNumber("shortfall", alternative.Shortfall);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteString("helpUri", finding.Rule.HelpUri.OriginalString);
    }

    private static void WriteSummary(Utf8JsonWriter json, Report report)
    {
        var summary = report.Summary;
        json.WriteStartObject("summary");
        json.WriteNumber("files", summary.Files);
        json.WriteNumber("skipped", summary.Skipped);
        json.WriteNumber("documents", summary.Documents);
        json.WriteNumber("workloads", summary.Workloads);
        json.WriteNumber("errors", summary.Errors);
        json.WriteNumber("warnings", summary.Warnings);
        json.WriteNumber("infos", summary.Infos);
        json.WriteNumber("undetermined", summary.Undetermined);
        json.WriteNumber("suppressed", summary.Suppressed);
        json.WriteNumber("inBaseline", report.Baseline?.Known.Count ?? 0);
        json.WriteNumber("goneFromBaseline", report.Baseline?.Gone.Count ?? 0);
        json.WriteBoolean("partial", report.IsPartial);
        json.WriteEndObject();
    }
}
