using System.Globalization;
using IsolationModel.Evaluation;
using IsolationModel.Values;

namespace IsolationModel.Cli.Output.Html;

/// <summary>A row a workload, which opens its details. The rows carry what the script filters by.</summary>
internal static class WorkloadSection
{
    /// <summary>How many workloads have details: each takes some 9 kB, and pages of more than a few megabytes open slowly.</summary>
    internal const int MostDetails = 500;

    /// <summary>How many workloads have a row.</summary>
    internal const int MostRows = 10_000;

    public static void Write(HtmlWriter html, ReportView view)
    {
        if (view.Workloads.Count == 0)
        {
            html.Element("p", "No workload was found in what was checked.");
            return;
        }

        WriteFilters(html, view);
        WriteLimits(html, view.Workloads.Count);
        html.Element("p", string.Empty, ("id", "none-left"), ("hidden", string.Empty));
        using (html.In("div", ("class", "rows"), ("id", "rows")))
        {
            foreach (var workload in view.Workloads.Take(MostRows))
            {
                WriteRow(html, view, workload);
            }
        }
    }

    private static void WriteLimits(HtmlWriter html, int count)
    {
        if (count > MostDetails)
        {
            html.Element(
                "p",
                string.Create(CultureInfo.InvariantCulture, $"{count} workloads, what needs attention first. The first {MostDetails} can be opened{(count > MostRows ? $", and {count - MostRows} are not listed" : string.Empty)}; check fewer paths to open the others."),
                ("class", "limit"));
        }
    }

    private static void WriteFilters(HtmlWriter html, ReportView view)
    {
        var rows = view.Workloads.Take(MostRows).ToList();
        using (html.In("form", ("class", "filters"), ("id", "filters"), ("role", "search"), ("aria-label", "Filter workloads"), ("hidden", string.Empty)))
        {
            using (html.In("label", ("class", "wide")))
            {
                html.Text("Text ");
                html.Element("input", string.Empty, ("type", "search"), ("name", "text"), ("autocomplete", "off"), ("placeholder", "name, file, rule, …"));
            }

            Select(html, "verdict", "Verdict", rows.Select(static row => row.Standing).Distinct().Order().Select(static standing => (Key(standing), Marks.WordOf(standing))));
            Select(html, "severity", "Severity", SeverityKeys(rows));
            Select(html, "namespace", "Namespace", Distinct(rows.Select(NamespaceOf)));
            Select(html, "technology", "Technology", Distinct(rows.Select(static row => TechnologyOf(row))));
            Select(html, "need", "Need", NeedKeys(view));
            html.Element("button", "Reset", ("type", "reset"));
            html.Element("button", "Open all shown", ("type", "button"), ("id", "open-all"));
            html.Element("output", string.Empty, ("id", "shown"), ("role", "status"));
        }
    }

    private static void Select(HtmlWriter html, string name, string label, IEnumerable<(string Key, string Word)> choices)
    {
        using (html.In("label"))
        {
            html.Text($"{label} ");
            using (html.In("select", ("name", name)))
            {
                html.Element("option", "all", ("value", string.Empty));
                foreach (var (key, word) in choices)
                {
                    html.Element("option", word, ("value", key));
                }
            }
        }
    }

    private static void WriteRow(HtmlWriter html, ReportView view, WorkloadView workload)
    {
        var hasDetails = workload.Number <= MostDetails;
        using (html.In(
            hasDetails ? "details" : "div",
            ("class", hasDetails ? "row" : "row closed"),
            ("data-verdict", Key(workload.Standing)),
            ("data-severity", workload.Severity is { } severity ? Marks.Of(severity) : "none"),
            ("data-namespace", NamespaceOf(workload)),
            ("data-technology", TechnologyOf(workload)),
            ("data-need", NeedsOf(view, workload)),
            ("data-rules", string.Join(' ', workload.Findings.Select(static finding => finding.Rule.Id).Distinct()))))
        {
            using (html.In(hasDetails ? "summary" : "div", ("class", "head")))
            {
                WriteHead(html, view, workload);
            }

            if (hasDetails)
            {
                // The id stands inside, so that a link to it opens the row also without the script.
                using (html.In("div", ("class", "body"), ("id", workload.Id)))
                {
                    WorkloadDetails.Write(html, view, workload);
                }
            }
        }
    }

    private static void WriteHead(HtmlWriter html, ReportView view, WorkloadView workload)
    {
        Marks.Write(html, Marks.Of(workload.Standing), Marks.WordOf(workload.Standing));
        using (html.In("span", ("class", "who")))
        {
            html.Element("strong", workload.Assessment.Workload.DisplayName);
            html.Element("small", workload.Place);
        }

        using (html.In("span", ("class", "runs")))
        {
            html.Element("span", TechnologyOf(workload));
            BoundaryStrip.Write(html, view.Model.BoundaryScale, workload.Assessment);
        }

        using (html.In("span", ("class", "chips")))
        {
            foreach (var need in workload.Assessment.Needs.Needs)
            {
                var outcome = workload.Assessment.OutcomeOf(need);
                using (html.In("span", ("class", $"chip {Marks.Of(outcome)}")))
                {
                    Marks.Write(html, Marks.Of(outcome));
                    html.Text(need.Token);
                    html.Element("span", $": {Words.Of(outcome)}; ", ("class", "unseen"));
                }
            }

            foreach (var problem in workload.Assessment.Needs.Problems.Where(static problem => problem.Kind == NeedProblemKind.Unknown))
            {
                using (html.In("span", ("class", "chip unknown")))
                {
                    Marks.Write(html, Marks.Of(Outcome.Unknown));
                    html.Text($"{problem.Token}: not understood");
                }
            }
        }

        using (html.In("span", ("class", "told")))
        {
            foreach (var group in workload.Findings.GroupBy(static finding => finding.Severity).OrderByDescending(static group => group.Key))
            {
                var word = FindingLine.Severity(group.Key);
                Marks.Write(html, Marks.Of(group.Key), Words.Count(group.Count(), word, word + "s"));
            }
        }
    }

    private static string Key(Standing standing) => standing.ToString().ToLowerInvariant();

    private static string NamespaceOf(WorkloadView workload) => workload.Assessment.Workload.Namespace ?? "(none)";

    private static string TechnologyOf(WorkloadView workload) => workload.Assessment.Runtime.Technology?.Name.English ?? "not known";

    private static string NeedsOf(ReportView view, WorkloadView workload) =>
        string.Join(' ', workload.Assessment.Needs.Needs.Select(need => NeedSection.Key(view.IndexOf(need), workload.Assessment.OutcomeOf(need))));

    private static IEnumerable<(string Key, string Word)> Distinct(IEnumerable<string> names) =>
        names.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(static name => (name, name));

    private static IEnumerable<(string Key, string Word)> SeverityKeys(List<WorkloadView> rows) =>
        rows.Select(static row => row.Severity).Distinct().OrderByDescending(static severity => (int?)severity ?? -1)
            .Select(static severity => severity is { } known ? (Marks.Of(known), Marks.Of(known)) : ("none", "no finding"));

    private static IEnumerable<(string Key, string Word)> NeedKeys(ReportView view) => view.Needs.SelectMany((tally, index) => tally.Counts.Keys.Order()
        .Select(outcome => (NeedSection.Key(index, outcome), string.Create(CultureInfo.InvariantCulture, $"{tally.Token}: {Words.Of(outcome)} ({tally.Of(outcome)})"))));
}
