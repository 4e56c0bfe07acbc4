using System.Globalization;
using System.Text.Json;
using IsolationModel.Findings;

namespace IsolationModel.Cli.Output.Sarif;

/// <summary>
/// SARIF 2.1.0 (OASIS), in two forms. The whole one tells accepted findings as well, with their suppressions and their state against a baseline. GitHub
/// code scanning reads neither and would open an alert for each, and refuses files beyond its limits; its form has what is open, within the limits.
/// </summary>
internal sealed class SarifReportWriter : IReportWriter
{
    /// <summary>How many results GitHub takes in a run.</summary>
    private const int GitHubResultLimit = 25_000;

    private const string SchemaUri = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    private readonly bool _isForGitHub;

    private SarifReportWriter(string name, bool isForGitHub) => (Name, _isForGitHub) = (name, isForGitHub);

    /// <summary>Everything that is known.</summary>
    public static SarifReportWriter ForAll { get; } = new("sarif", isForGitHub: false);

    /// <summary>What GitHub code scanning makes the right alerts of.</summary>
    public static SarifReportWriter ForGitHub { get; } = new("github-sarif", isForGitHub: true);

    public string Name { get; }

    public void Write(Report report, Stream stream, ReportStyle style)
    {
        var results = Results(report);
        var omitted = 0;
        if (_isForGitHub && results.Count > GitHubResultLimit)
        {
            omitted = results.Count - GitHubResultLimit;
            results =
            [
                .. results.OrderByDescending(static result => result.Finding.Severity).Take(GitHubResultLimit)
                    .OrderBy(static result => result.Finding, FindingOrder.Instance),
            ];
        }

        using var json = JsonText.To(stream);
        json.WriteStartObject();
        json.WriteString("$schema", SchemaUri);
        json.WriteString("version", "2.1.0");
        json.WriteStartArray("runs");
        json.WriteStartObject();
        var rules = SarifRules.Of(results);
        WriteTool(json, rules);
        WriteInvocation(json, report, omitted);
        WriteBase(json);
        json.WriteString("columnKind", "utf16CodeUnits");
        json.WriteStartArray("results");
        var writer = new SarifResultWriter(json, report, rules);
        foreach (var result in results)
        {
            writer.Write(result);
            json.FlushIfFull();
        }

        json.WriteEndArray();
        WriteProperties(json, report);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        stream.Write("\n"u8);
    }

    /// <summary>Everything that becomes a result, in the one order.</summary>
    private List<SarifResult> Results(Report report)
    {
        if (_isForGitHub)
        {
            return [.. report.Findings.Select(static finding => new SarifResult(finding))];
        }

        var state = report.Baseline is null ? null : "new";
        return
        [
            .. report.Findings.Select(finding => new SarifResult(finding) { BaselineState = state })
                .Concat((report.Baseline?.Known ?? []).Select(static finding => new SarifResult(finding) { BaselineState = "unchanged" }))
                .Concat(report.Suppressed.Select(static entry => new SarifResult(entry.Finding) { Suppression = entry }))
                .OrderBy(static result => result.Finding, FindingOrder.Instance),
        ];
    }

    private static void WriteTool(Utf8JsonWriter json, SarifRules rules)
    {
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "isolation");
        json.WriteString("version", ProductInfo.Version);
        json.WriteString("semanticVersion", ProductInfo.Version);
        json.WriteString("informationUri", ProductInfo.ProjectUrl);
        rules.Write(json);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>Whether what is told can be relied on: a stopped run and a model with mistakes leave something out.</summary>
    private static void WriteInvocation(Utf8JsonWriter json, Report report, int omitted)
    {
        json.WriteStartArray("invocations");
        json.WriteStartObject();
        json.WriteBoolean("executionSuccessful", !report.IsPartial && !report.Findings.Any(IsMistakeInModel));
        json.WriteStartArray("toolExecutionNotifications");
        if (report.IsPartial)
        {
            WriteNotification(json, "error", $"{TextSummary.Stopped(report)}.");
        }

        if (omitted > 0)
        {
            var more = string.Create(CultureInfo.InvariantCulture, $"{omitted} of the least severe results are left out, because GitHub refuses files with more than {GitHubResultLimit}");
            WriteNotification(json, "warning", $"{more}; the format sarif has all of them.");
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static bool IsMistakeInModel(Finding finding) => finding.Rule.Category == RuleCategory.Model && finding.Severity == FindingSeverity.Error;

    private static void WriteNotification(Utf8JsonWriter json, string level, string text)
    {
        json.WriteStartObject();
        json.WriteString("level", level);
        json.WriteStartObject("message");
        json.WriteString("text", text);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>Relative paths start from the folder of the run. Where that lies is left to who reads the file: it is the machine's own affair.</summary>
    private static void WriteBase(Utf8JsonWriter json)
    {
        json.WriteStartObject("originalUriBaseIds");
        json.WriteStartObject(SarifArtifact.BaseId);
        json.WriteStartObject("description");
        json.WriteString("text", "The folder in which the tool was started.");
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteProperties(Utf8JsonWriter json, Report report)
    {
        json.WriteStartObject("properties");
        json.WriteModel(report.Model);
        json.WriteString("summary", TextSummary.Of(report));
        json.WriteNumber("goneFromBaseline", report.Baseline?.Gone.Count ?? 0);
        json.WriteEndObject();
    }
}
