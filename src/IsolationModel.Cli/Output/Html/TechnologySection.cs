using System.Globalization;
using IsolationModel.Evaluation;
using IsolationModel.Modeling;
using IsolationModel.Values;

namespace IsolationModel.Cli.Output.Html;

/// <summary>Every technology of the model: a chart a quantity that rankings look at, and all of them as a table.</summary>
internal static class TechnologySection
{
    public static void Write(HtmlWriter html, ReportView view)
    {
        var attributes = view.Model.Definition.Scoring.Grades.Select(band => view.Model.Attribute(band.AttributeId)).OfType<AttributeDefinition>()
            .Where(static attribute => attribute.Kind == AttributeKind.Quantity)
            .OrderBy(static attribute => attribute.Dimension)
            .ToList();
        html.Element("p", view.Asking.Count == 0
            ? "No workload asks anything of its technology, so none is marked as suitable."
            : $"Marked are the technologies that run workloads of this report, and for how many of the {Words.Count(view.Asking.Count, "workload", "workloads")} with needs each one would be suitable and can be picked.");
        using (html.In("div", ("class", "charts"), ("role", "group"), ("aria-label", "Quantity of the chart")))
        {
            WriteLegend(html);
            for (var i = 0; i < attributes.Count; i++)
            {
                // The style sheet shows the chart behind the choice that is checked, and puts all choices into one line.
                HtmlReportWriter.Choice(html, "axis", Number(i), attributes[i].Name.English, isChecked: i == 0);
                using (html.In("div", ("class", "chart-of")))
                {
                    html.Element("h3", attributes[i].Name.English);
                    html.Element("p", attributes[i].Definition, ("class", "from"));
                    RangeChart.Write(html, view, attributes[i]);
                }
            }
        }

        using (html.In("details", ("class", "more")))
        {
            html.Element("summary", "The same as a table, with sources");
            WriteTable(html, view, attributes);
        }
    }

    private static void WriteLegend(HtmlWriter html)
    {
        using (html.In("ul", ("class", "plain legend")))
        {
            Entry(html, "documented range", static html => Svg.Box(html, "evidence", 2, 5, 32, 6, 2));
            Entry(html, "typical value, which ranks", static html => Svg.Dot(html, "typical", 18, 8, 4));
            Entry(html, "open end", static html =>
            {
                Svg.Box(html, "evidence", 4, 5, 22, 6, 2);
                Svg.Tip(html, "evidence", 26, 8, 1, 5);
            });
            Entry(html, "claim of the founding document", static html =>
            {
                Svg.Line(html, "claim", 4, 8, 32, 8);
                Svg.Diamond(html, "claim-end", 4, 8, 3);
                Svg.Diamond(html, "claim-end", 32, 8, 3);
            });
            Entry(html, "boundary: sure, possible, beyond", static html =>
            {
                Svg.Box(html, "sure", 0.5, 3.5, 10, 9);
                Svg.Box(html, "possible", 12.5, 3.5, 10, 9);
                Svg.Box(html, "beyond", 24.5, 3.5, 10, 9);
            });
            Entry(html, "runs a workload of this report", static html => Svg.Box(html, "in-use", 1, 1, 34, 14, 3));
        }
    }

    private static void Entry(HtmlWriter html, string what, Action<HtmlWriter> draw)
    {
        using (html.In("li"))
        {
            using (html.In("svg", ("class", "key chart"), ("width", "36"), ("height", "16"), ("aria-hidden", "true"), ("focusable", "false")))
            {
                draw(html);
            }

            html.Text(what);
        }
    }

    private static void WriteTable(HtmlWriter html, ReportView view, List<AttributeDefinition> attributes)
    {
        using (html.In("div", ("class", "scroll"), ("role", "region"), ("tabindex", "0"), ("aria-label", "Technologies as a table")))
        using (html.In("table", ("class", "facts")))
        {
            using (html.In("thead"))
            using (html.In("tr"))
            {
                html.Element("th", "technology", ("scope", "col"));
                html.Element("th", "runs", ("scope", "col"));
                html.Element("th", "suits", ("scope", "col"));
                html.Element("th", "boundary", ("scope", "col"));
                foreach (var attribute in attributes)
                {
                    html.Element("th", attribute.Name.English.ToLowerInvariant(), ("scope", "col"));
                }
            }

            using (html.In("tbody"))
            {
                foreach (var technology in view.Model.Definition.Technologies)
                {
                    using (html.In("tr"))
                    {
                        html.Element("th", Words.NameOf(technology), ("scope", "row"));
                        html.Element("td", Number(view.UsersOf(technology)));
                        html.Element("td", string.Create(CultureInfo.InvariantCulture, $"{view.SuitedBy(technology)} of {view.Asking.Count}"));
                        WriteValue(html, view, ModelDefinition.BoundaryAttributeId, technology.Find(ModelDefinition.BoundaryAttributeId));
                        foreach (var attribute in attributes)
                        {
                            WriteValue(html, view, attribute.Id, technology.Find(attribute.Id));
                        }
                    }
                }
            }
        }
    }

    /// <summary>A cell with a value, its sources, and the claim beside it.</summary>
    public static void WriteValue(HtmlWriter html, ReportView view, string attributeId, AttributeValue? value)
    {
        using (html.In("td"))
        {
            html.Text(ValueText.Of(view.Model, attributeId, value?.Value));
            if (value is null)
            {
                return;
            }

            if (value.Typical is { } typical && !string.Equals(typical.Text, ValueText.Of(view.Model, attributeId, value.Value), StringComparison.Ordinal))
            {
                html.Text($", typical {typical.Text}");
            }

            if (value.Value is not UnknownInterval)
            {
                view.Sources.CiteShort(html, view.Model, value.SourceIds);
            }

            if (value.Claim is { } claim)
            {
                using (html.In("small"))
                {
                    html.Text($"claim: {ValueText.Of(view.Model, attributeId, claim.Value)}");
                    view.Sources.CiteShort(html, view.Model, [claim.SourceId]);
                }
            }
        }
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
