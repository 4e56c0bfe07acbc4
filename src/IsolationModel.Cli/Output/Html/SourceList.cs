using System.Globalization;
using IsolationModel.Evaluation;

namespace IsolationModel.Cli.Output.Html;

/// <summary>The sources that the page cites, numbered in the order in which they are cited first.</summary>
internal sealed class SourceList
{
    private readonly List<string> _ids = [];
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

    /// <summary>The ids of the cited sources, in the order of their numbers.</summary>
    public IReadOnlyList<string> Ids => _ids;

    /// <summary>The number of a source, from 1.</summary>
    public int NumberOf(string id)
    {
        if (!_numbers.TryGetValue(id, out var number))
        {
            _ids.Add(id);
            _numbers.Add(id, number = _ids.Count);
        }

        return number;
    }

    /// <summary>Cites sources by their titles, with the date of what is cited or of the source.</summary>
    public void Cite(HtmlWriter html, ModelIndex model, IEnumerable<string> ids, string? asOf = null)
    {
        var separator = " ";
        foreach (var id in ids)
        {
            var source = model.Source(id);
            var date = asOf ?? source?.AsOf;
            html.Text(separator);
            separator = "; ";
            html.Element("a", (source?.Title ?? id) + (date is null ? string.Empty : $", {date}"), ("class", "cite"), ("href", Anchor(id)));
        }
    }

    /// <summary>Cites sources by their numbers, where there is no room for titles.</summary>
    public void CiteShort(HtmlWriter html, ModelIndex model, IEnumerable<string> ids)
    {
        foreach (var id in ids)
        {
            html.Text(" ");
            html.Element(
                "a",
                string.Create(CultureInfo.InvariantCulture, $"[{NumberOf(id)}]"),
                ("class", "cite"),
                ("href", Anchor(id)),
                ("title", model.Source(id)?.Title));
        }
    }

    private string Anchor(string id) => string.Create(CultureInfo.InvariantCulture, $"#source-{NumberOf(id)}");
}
