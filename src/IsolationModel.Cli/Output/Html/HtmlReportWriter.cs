namespace IsolationModel.Cli.Output.Html;

/// <summary>
/// Reports for people who would rather look than read: one page that needs nothing beside itself, works without its script, and is the same
/// bytes for the same run.
/// </summary>
internal sealed class HtmlReportWriter : IReportWriter
{
    private static readonly (string Id, string Title, Action<HtmlWriter, ReportView> Write)[] Sections =
    [
        ("summary", "Summary", SummarySection.Write),
        ("needs", "Needs", NeedSection.Write),
        ("workloads", "Workloads", WorkloadSection.Write),
        ("findings", "Other findings", FindingSection.Write),
        ("technologies", "Technologies", TechnologySection.Write),
        ("families", "Families", FamilySection.Write),
        ("tree", "Decision tree", TreeSection.Write),
        ("sources", "Sources", SourceSection.Write),
    ];

    public string Name => "html";

    public void Write(Report report, Stream stream, ReportStyle style)
    {
        var view = new ReportView(report);
        using var writer = new StreamWriter(stream, ToolHost.Utf8, bufferSize: 64 * 1024, leaveOpen: true) { NewLine = "\n" };
        var html = new HtmlWriter(writer);
        html.Doctype();
        using (html.In("html", ("lang", "en")))
        {
            var script = HtmlAssets.Script;
            WriteHead(html, HtmlAssets.Style, script);
            using (html.In("body"))
            {
                WriteBody(html, view);
                html.Asset("script", script);
            }
        }

        writer.Write('\n');
    }

    private static void WriteHead(HtmlWriter html, string style, string script)
    {
        using (html.In("head"))
        {
            html.Element("meta", string.Empty, ("charset", "utf-8"));
            html.Element("meta", string.Empty, ("http-equiv", "Content-Security-Policy"), ("content", HtmlAssets.Policy(style, script)));
            html.Element("meta", string.Empty, ("name", "viewport"), ("content", "width=device-width, initial-scale=1"));
            html.Element("meta", string.Empty, ("name", "referrer"), ("content", "no-referrer"));
            html.Element("meta", string.Empty, ("name", "generator"), ("content", $"isolation {ProductInfo.Version}"));
            html.Element("title", "Isolation report");
            html.Asset("style", style);
        }
    }

    private static void WriteBody(HtmlWriter html, ReportView view)
    {
        Marks.WriteShapes(html);
        html.Element("a", "Skip to the workloads", ("class", "skip"), ("href", "#workloads"));
        using (html.In("header", ("class", "page")))
        {
            SummarySection.WriteTitle(html, view);
            WriteSchemes(html);
            using (html.In("nav", ("aria-label", "Sections")))
            using (html.In("ul"))
            {
                foreach (var (id, title, _) in Sections)
                {
                    using (html.In("li"))
                    {
                        html.Element("a", title, ("href", $"#{id}"));
                    }
                }
            }
        }

        using (html.In("main"))
        {
            foreach (var (id, title, write) in Sections)
            {
                using (html.In("section", ("id", id), ("aria-labelledby", $"{id}-title")))
                {
                    html.Element("h2", title, ("id", $"{id}-title"));
                    write(html, view);
                }
            }
        }

        using (html.In("footer"))
        {
            html.Element("p", $"Written by isolation {ProductInfo.Version}. This page is one file: it loads nothing, stores nothing and tells nobody that it was opened.");
        }
    }

    /// <summary>Light or dark: the style sheet looks at what is checked, so that it works without the script and remembers nothing.</summary>
    private static void WriteSchemes(HtmlWriter html)
    {
        using (html.In("div", ("class", "schemes choice"), ("role", "radiogroup"), ("aria-label", "Colours")))
        {
            foreach (var (scheme, word) in new[] { ("auto", "Auto"), ("light", "Light"), ("dark", "Dark") })
            {
                Choice(html, "scheme", scheme, word, isChecked: scheme == "auto");
            }
        }
    }

    /// <summary>One of several choices that the style sheet acts on.</summary>
    public static void Choice(HtmlWriter html, string group, string id, string word, bool isChecked)
    {
        html.Element("input", string.Empty, ("type", "radio"), ("name", group), ("id", $"{group}-{id}"), ("checked", isChecked ? string.Empty : null));
        html.Element("label", word, ("for", $"{group}-{id}"));
    }
}
