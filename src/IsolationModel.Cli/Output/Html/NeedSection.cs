using System.Globalization;
using IsolationModel.Values;

namespace IsolationModel.Cli.Output.Html;

/// <summary>The matrix of needs and outcomes: how many workloads have what they declare. With the script a figure shows these workloads below.</summary>
internal static class NeedSection
{
    private static readonly (Outcome Outcome, string Meaning)[] Columns =
    [
        (Outcome.Fails, "no documented value passes"),
        (Outcome.Unknown, "nothing is known"),
        (Outcome.May, "it depends on something"),
        (Outcome.Meets, "every documented value passes"),
    ];

    public static void Write(HtmlWriter html, ReportView view)
    {
        if (view.Needs.Count == 0)
        {
            html.Element("p", "No workload declares a need, so nothing was judged. A need is an annotation such as isolationmodel.dev/needs: untrusted-code, or --need for the whole run.");
            return;
        }

        using (html.In("div", ("class", "scroll"), ("role", "region"), ("tabindex", "0"), ("aria-label", "Needs by outcome")))
        using (html.In("table", ("class", "matrix")))
        {
            html.Element("caption", "How many workloads declare each need, and how they stand against it");
            WriteHead(html);
            using (html.In("tbody"))
            {
                for (var i = 0; i < view.Needs.Count; i++)
                {
                    WriteRow(html, view.Needs[i], i);
                }
            }
        }
    }

    /// <summary>The key under which the script finds the workloads with an outcome of a need.</summary>
    public static string Key(int need, Outcome outcome) => string.Create(CultureInfo.InvariantCulture, $"n{need}-{Marks.Of(outcome)}");

    private static void WriteHead(HtmlWriter html)
    {
        using (html.In("thead"))
        using (html.In("tr"))
        {
            html.Element("th", "need", ("scope", "col"));
            foreach (var (outcome, meaning) in Columns)
            {
                using (html.In("th", ("scope", "col"), ("class", "count")))
                {
                    Marks.Write(html, Marks.Of(outcome), Words.Of(outcome));
                    html.Element("small", meaning);
                }
            }
        }
    }

    private static void WriteRow(HtmlWriter html, NeedTally tally, int index)
    {
        using (html.In("tr"))
        {
            using (html.In("th", ("scope", "row")))
            {
                html.Text(tally.Token);
                html.Element("small", Requirement(tally));
            }

            foreach (var (outcome, _) in Columns)
            {
                var count = tally.Of(outcome);
                using (html.In("td", ("class", count == 0 ? "count zero" : $"count {Marks.Of(outcome)}")))
                {
                    if (count == 0)
                    {
                        html.Text("0");
                    }
                    else
                    {
                        html.Element(
                            "a",
                            count.ToString(CultureInfo.InvariantCulture),
                            ("href", "#workloads"),
                            ("data-need", Key(index, outcome)),
                            ("aria-label", $"{Words.Count(count, "workload", "workloads")}: {tally.Token} {Words.Of(outcome)}"));
                    }
                }
            }
        }
    }

    private static string Requirement(NeedTally tally) =>
        tally.Need.PodSecurity is { } policy ? $"Pod Security Standards, {policy.Level.ToString().ToLowerInvariant()}, version {policy.Version}"
        : tally.Need.Constraints.Count == 0 ? "nothing by itself"
        : string.Join(" and ", tally.Need.Constraints.Select(static constraint => constraint.Text));
}
