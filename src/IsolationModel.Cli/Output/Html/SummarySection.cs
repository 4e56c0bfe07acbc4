using System.Globalization;

namespace IsolationModel.Cli.Output.Html;

/// <summary>What was checked, by what, and what it came to. Every figure is that of the report's summary or a count of what the page lists.</summary>
internal static class SummarySection
{
    private const double BarWidth = 960;
    private const double BarHeight = 14;

    /// <summary>The head of the page.</summary>
    public static void WriteTitle(HtmlWriter html, ReportView view)
    {
        var report = view.Report;
        html.Element("h1", "Isolation report");
        if (report.IsPartial)
        {
            using (html.In("p", ("class", "partial"), ("role", "note")))
            {
                Marks.Write(html, "warning");
                html.Text($" This run was stopped before everything was read: {Words.Count(report.Unread, "file is", "files are")} missing, and may hold findings.");
            }
        }

        using (html.In("dl", ("class", "about")))
        {
            Entry(html, "Checked", report.Paths.Count == 0 ? "what the run was given" : string.Join(", ", report.Paths));
            Entry(html, "Day", report.Day ?? "before every end of a ban");
            Entry(html, "Model", $"{report.Model.Id} {report.Model.Version}");
            Entry(html, "Tool", $"isolation {ProductInfo.Version}");
        }
    }

    public static void Write(HtmlWriter html, ReportView view)
    {
        using (html.In("div", ("class", "tiles")))
        {
            WriteWorkloads(html, view);
            WriteFindings(html, view.Report);
            WriteFiles(html, view);
        }
    }

    private static void WriteWorkloads(HtmlWriter html, ReportView view)
    {
        var counts = view.Workloads.Where(static workload => workload.Standing != Standing.Elsewhere).GroupBy(static workload => workload.Standing).OrderBy(static group => group.Key).Select(static group => (Standing: group.Key, Count: group.Count())).ToList();
        using (html.In("div", ("class", "tile wide")))
        {
            Figure(html, view.Report.Summary.Workloads, "workload", "workloads");
            if (counts.Count > 0)
            {
                WriteBar(html, counts);
            }

            using (html.In("ul", ("class", "plain said-list")))
            {
                foreach (var (standing, count) in counts)
                {
                    using (html.In("li"))
                    {
                        Marks.Write(html, Marks.Of(standing), $"{Number(count)} {Marks.WordOf(standing)}");
                    }
                }
            }
        }
    }

    private static void WriteBar(HtmlWriter html, List<(Standing Standing, int Count)> counts)
    {
        var total = counts.Sum(static part => part.Count);
        using (html.In("svg", ("class", "bar"), ("viewBox", string.Create(CultureInfo.InvariantCulture, $"0 0 {BarWidth} {BarHeight}")), ("preserveAspectRatio", "none"), ("aria-hidden", "true"), ("focusable", "false")))
        {
            var x = 0d;
            foreach (var (standing, count) in counts)
            {
                var width = BarWidth * count / total;
                Svg.Box(html, $"part {Marks.Of(standing)}", x, 0, Math.Max(width - 2, 1), BarHeight);
                x += width;
            }
        }
    }

    private static void WriteFindings(HtmlWriter html, Report report)
    {
        var summary = report.Summary;
        using (html.In("div", ("class", "tile")))
        {
            Figure(html, summary.Errors + summary.Warnings + summary.Infos, "finding", "findings");
            using (html.In("ul", ("class", "plain said-list")))
            {
                Said(html, "error", summary.Errors, "error", "errors");
                Said(html, "warning", summary.Warnings, "warning", "warnings");
                Said(html, "info", summary.Infos, "info", "infos");
                Said(html, null, summary.Suppressed, "suppressed", "suppressed");
                Said(html, null, report.Baseline?.Known.Count ?? 0, "in the baseline", "in the baseline");
            }
        }
    }

    private static void WriteFiles(HtmlWriter html, ReportView view)
    {
        var summary = view.Report.Summary;
        using (html.In("div", ("class", "tile")))
        {
            Figure(html, summary.Files, "descriptor file", "descriptor files");
            using (html.In("ul", ("class", "plain said-list")))
            {
                Said(html, null, summary.Documents, "document", "documents");
                Said(html, null, view.Workloads.Count(static workload => workload.Standing == Standing.Elsewhere), "workload judged where it is rendered", "workloads judged where they are rendered");
                Said(html, null, summary.Skipped, "file skipped: no descriptor", "files skipped: no descriptors");
                Said(html, summary.Undetermined == 0 ? null : "unknown", summary.Undetermined, "workload whose runtime cannot be told", "workloads whose runtime cannot be told");
            }
        }
    }

    private static void Said(HtmlWriter html, string? mark, int count, string singular, string plural)
    {
        if (count == 0)
        {
            return;
        }

        using (html.In("li"))
        {
            if (mark is null)
            {
                html.Text(Words.Count(count, singular, plural));
            }
            else
            {
                Marks.Write(html, mark, Words.Count(count, singular, plural));
            }
        }
    }

    private static void Figure(HtmlWriter html, int count, string singular, string plural)
    {
        using (html.In("p", ("class", "figure")))
        {
            html.Element("strong", Number(count));
            html.Text(count == 1 ? $" {singular}" : $" {plural}");
        }
    }

    private static void Entry(HtmlWriter html, string name, string value)
    {
        using (html.In("div"))
        {
            html.Element("dt", name);
            html.Element("dd", value);
        }
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
