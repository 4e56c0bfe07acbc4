using System.Globalization;
using IsolationModel.Modeling;

namespace IsolationModel.Cli.Output.Html;

/// <summary>Every source that the page cites, with address and date. Last, since only then it is known which these are.</summary>
internal static class SourceSection
{
    public static void Write(HtmlWriter html, ReportView view)
    {
        html.Element("p", "The addresses are links; nothing was loaded from them.");
        using (html.In("ol", ("class", "sources")))
        {
            for (var i = 0; i < view.Sources.Ids.Count; i++)
            {
                using (html.In("li", ("id", string.Create(CultureInfo.InvariantCulture, $"source-{i + 1}"))))
                {
                    WriteSource(html, view.Sources.Ids[i], view.Model.Source(view.Sources.Ids[i]));
                }
            }
        }
    }

    private static void WriteSource(HtmlWriter html, string id, SourceDefinition? source)
    {
        if (source is null)
        {
            html.Text(id);
            return;
        }

        html.Element("span", source.Title, ("class", "title"));
        var about = new[] { source.Publisher, KindOf(source.Kind), source.AsOf is { } day ? $"as of {day}" : null };
        html.Element("small", string.Join(", ", about.OfType<string>()));
        if (source.Url is { } url)
        {
            html.WebLink(url, url);
        }
    }

    private static string KindOf(SourceKind kind) => kind switch
    {
        SourceKind.Founding => "founding document",
        SourceKind.Vendor => "vendor",
        SourceKind.Measured => "measurement",
        SourceKind.Paper => "paper",
        SourceKind.Standard => "standard",
        _ => "estimate",
    };
}
