using System.Globalization;
using IsolationModel.Findings;

namespace IsolationModel.Cli.Output.Html;

/// <summary>What is about no workload, and what was put aside with a reason.</summary>
internal static class FindingSection
{
    public static void Write(HtmlWriter html, ReportView view)
    {
        html.Element("p", view.Others.Count == 0
            ? "Every finding is about a workload and stands with it above."
            : "About models, files and declarations rather than about one workload; the others stand with their workloads above.");
        WriteList(html, view.Others);
        WriteSuppressed(html, view.Report);
    }

    /// <summary>Findings with their arguments.</summary>
    public static void WriteList(HtmlWriter html, IReadOnlyList<Finding> findings)
    {
        if (findings.Count == 0)
        {
            return;
        }

        using (html.In("ul", ("class", "plain findings")))
        {
            foreach (var finding in findings)
            {
                using (html.In("li"))
                {
                    WriteFinding(html, finding);
                }
            }
        }
    }

    private static void WriteFinding(HtmlWriter html, Finding finding)
    {
        using (html.In("p", ("class", "finding")))
        {
            Marks.Write(html, Marks.Of(finding.Severity), FindingLine.Severity(finding.Severity));
            html.Text(" ");
            html.WebLink(finding.Rule.HelpUri.OriginalString, finding.Rule.Id);
            html.Text($" {finding.Message}");
        }

        if (finding.File.Length > 0)
        {
            html.Element("p", FindingLine.Place(finding.File, finding.Start.Line, finding.Start.Column), ("class", "place"));
        }

        if (finding.FixTitle is { } fix)
        {
            using (html.In("p", ("class", "fix")))
            {
                html.Element("strong", "Fix: ");
                html.Text(fix);
                foreach (var edit in finding.Edits.Where(static edit => edit.NewText.Trim().Length > 0))
                {
                    html.Text(" ");
                    html.Element("code", edit.NewText.Trim());
                }
            }
        }

        if (finding.Reasons.Count + finding.Related.Count == 0)
        {
            return;
        }

        using (html.In("ul", ("class", "reasons")))
        {
            foreach (var reason in finding.Reasons)
            {
                html.Element("li", reason);
            }

            foreach (var related in finding.Related)
            {
                html.Element("li", $"see {FindingLine.Place(related.File, related.Start.Line, related.Start.Column)}: {related.Message}");
            }
        }
    }

    private static void WriteSuppressed(HtmlWriter html, Report report)
    {
        if (report.Suppressed.Count == 0)
        {
            return;
        }

        using (html.In("details", ("class", "more")))
        {
            html.Element("summary", string.Create(CultureInfo.InvariantCulture, $"{report.Suppressed.Count} suppressed"));
            using (html.In("ul", ("class", "plain findings")))
            {
                foreach (var entry in report.Suppressed)
                {
                    using (html.In("li"))
                    {
                        var finding = entry.Finding;
                        html.Element("p", $"{FindingLine.Place(finding.File, finding.Start.Line, finding.Start.Column)} {finding.Rule.Id}: {finding.Message}");
                        html.Element("p", $"Accepted in {entry.File}{(entry.Suppression.Until is { } until ? $" until {until}" : string.Empty)}: {entry.Suppression.Reason}", ("class", "place"));
                    }
                }
            }
        }
    }
}
