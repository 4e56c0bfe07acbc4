using System.Globalization;
using IsolationModel.Evaluation;

namespace IsolationModel.Cli.Output;

/// <summary>The last line of a report for people.</summary>
internal static class TextSummary
{
    /// <summary>What every format tells of a run that was stopped before its end.</summary>
    public static string Stopped(Report report) =>
        $"stopped: {Count(report.Unread, "file")} not read; what is told is what was known by then, and no file is clean for being absent";

    /// <summary>The line of a report.</summary>
    public static string Of(Report report) => Of(report.Summary, report.Baseline?.Known.Count ?? 0);

    /// <summary><c>2 files, 3 documents, 1 workload: 2 findings (1 warning, 1 info), 0 workloads undetermined, 4 files skipped</c>.</summary>
    public static string Of(EvaluationSummary summary, int inBaseline = 0)
    {
        var findings = summary.Errors + summary.Warnings + summary.Infos;
        var severities = new List<string>();
        Add(severities, summary.Errors, "error");
        Add(severities, summary.Warnings, "warning");
        Add(severities, summary.Infos, "info");
        var bySeverity = findings == 0 ? string.Empty : $" ({string.Join(", ", severities)})";
        return $"{Count(summary.Files, "file")}, {Count(summary.Documents, "document")}, {Count(summary.Workloads, "workload")}: "
            + $"{Count(findings, "finding")}{bySeverity}, {Count(summary.Undetermined, "workload")} undetermined, {Count(summary.Skipped, "file")} skipped"
            + Hidden(summary.Suppressed, "suppressed") + Hidden(inBaseline, "in the baseline");
    }

    /// <summary>Nobody who hides nothing is told so.</summary>
    private static string Hidden(int count, string how) => count == 0 ? string.Empty : string.Create(CultureInfo.InvariantCulture, $", {count} {how}");

    private static void Add(List<string> parts, int count, string noun)
    {
        if (count > 0)
        {
            parts.Add(Count(count, noun));
        }
    }

    private static string Count(int count, string noun) => string.Create(CultureInfo.InvariantCulture, $"{count} {noun}{(count == 1 ? string.Empty : "s")}");
}
