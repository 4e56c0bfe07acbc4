using System.Globalization;
using IsolationModel.Evaluation;
using IsolationModel.Findings;
using IsolationModel.Modeling;
using IsolationModel.Values;

namespace IsolationModel.Cli.Output.Csv;

/// <summary>
/// CSV (RFC 4180) of the workloads, for spreadsheets: a line each. Behind them stands a line for each file with findings that are about no workload, so that the
/// counts add up. The names of the columns are a contract; new ones come behind the old ones.
/// </summary>
internal sealed class CsvReportWriter : IReportWriter
{
    private static readonly string[] Columns =
    [
        "file", "line", "kind", "namespace", "name", "part", "platform", "technology", "confidence", "base_low", "base_high", "effective_low", "effective_high",
        "needs", "verdict", "errors", "warnings", "infos", "run",
    ];

    public string Name => "csv";

    public void Write(Report report, Stream stream, ReportStyle style)
    {
        using var writer = new StreamWriter(stream, ToolHost.Utf8, leaveOpen: true);
        CsvLine.Write(writer, Columns);
        var run = report.IsPartial ? "stopped" : "complete";
        var findings = new WorkloadFindings(report);
        foreach (var workload in report.Workloads)
        {
            CsvLine.Write(writer, [.. About(workload, report.BoundaryScale), .. Counts(findings.Of(workload)), run]);
        }

        var others = findings.Others.GroupBy(static finding => finding.File, StringComparer.Ordinal).ToList();
        foreach (var file in others)
        {
            CsvLine.Write(writer, [file.Key, .. Blank(Columns.Length - 5), .. Counts(file), run]);
        }

        if (report.IsPartial && report.Workloads.Count + others.Count == 0)
        {
            CsvLine.Write(writer, [.. Blank(Columns.Length - 1), run]);
        }
    }

    private static IEnumerable<string> About(WorkloadAssessment assessment, ScaleDefinition scale)
    {
        var workload = assessment.Workload;
        var isolation = assessment.Assessment?.Isolation;
        return
        [
            assessment.Place.File,
            Number(assessment.Place.Start.Line),
            workload.Kind,
            workload.Namespace ?? string.Empty,
            workload.Name,
            workload.Part ?? string.Empty,
            workload.PlatformId,
            assessment.Runtime.Technology?.Id ?? string.Empty,
            Words.Of(assessment.Runtime.Confidence),
            .. Levels(isolation?.Base, scale),
            .. Levels(isolation?.Effective, scale),
            string.Join("; ", assessment.Needs.Needs.Select(static need => need.Token)),
            Words.VerdictOf(assessment),
        ];
    }

    private static IEnumerable<string> Levels(OrdinalInterval? interval, ScaleDefinition scale) =>
        interval is null ? Blank(2) : [scale.Levels[interval.Low].Id, scale.Levels[interval.High].Id];

    private static IEnumerable<string> Counts(IEnumerable<Finding> findings)
    {
        var counts = findings.CountBy(static finding => finding.Severity).ToDictionary();
        return new[] { FindingSeverity.Error, FindingSeverity.Warning, FindingSeverity.Info }.Select(severity => Number(counts.GetValueOrDefault(severity)));
    }

    private static IEnumerable<string> Blank(int count) => Enumerable.Repeat(string.Empty, count);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
