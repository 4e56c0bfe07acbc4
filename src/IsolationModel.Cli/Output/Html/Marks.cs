using IsolationModel.Evaluation;
using IsolationModel.Findings;
using IsolationModel.Values;

namespace IsolationModel.Cli.Output.Html;

/// <summary>The signs of the page. Each has a shape and a word of its own, so that nothing rests on colour alone.</summary>
internal static class Marks
{
    private static readonly (string Id, string Path)[] Shapes =
    [
        ("fails", "M5 1h6l4 4v6l-4 4H5l-4-4V5zM5.2 5.2l5.6 5.6M10.8 5.2l-5.6 5.6"),
        ("may", "M8 1l7 7-7 7-7-7zM4.6 8h6.8"),
        ("unknown", "M8 1l7 7-7 7-7-7zM6.3 6.4a1.8 1.8 0 1 1 2.4 1.7q-.7.3-.7 1.1M8 11.2v.4"),
        ("meets", "M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1zM4.6 8.3l2.4 2.4 4.4-5"),
        ("none", "M3.5 8h9"),
        ("elsewhere", "M3.5 8h8.5M9 5l3 3-3 3"),
        ("error", "M2 2h12v12H2zM8 4.6v4.4M8 11v.4"),
        ("warning", "M8 1.6l6.8 12.6H1.2zM8 6v4M8 12v.4"),
        ("info", "M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1zM8 7v4.4M8 4.4v.4"),
    ];

    /// <summary>The shapes, once for the whole page.</summary>
    public static void WriteShapes(HtmlWriter html)
    {
        using (html.In("svg", ("class", "shapes"), ("width", "0"), ("height", "0"), ("aria-hidden", "true"), ("focusable", "false")))
        {
            foreach (var (id, path) in Shapes)
            {
                using (html.In("symbol", ("id", $"mark-{id}"), ("viewBox", "0 0 16 16")))
                {
                    html.Element("path", string.Empty, ("d", path));
                }
            }
        }
    }

    /// <summary>A sign before a word that says the same.</summary>
    public static void Write(HtmlWriter html, string mark)
    {
        using (html.In("svg", ("class", $"mark {mark}"), ("width", "16"), ("height", "16"), ("aria-hidden", "true"), ("focusable", "false")))
        {
            html.Element("use", string.Empty, ("href", $"#mark-{mark}"));
        }
    }

    /// <summary>A sign with its word.</summary>
    public static void Write(HtmlWriter html, string mark, string word)
    {
        using (html.In("span", ("class", $"said {mark}")))
        {
            Write(html, mark);
            html.Element("span", word);
        }
    }

    public static string Of(Outcome outcome) => outcome switch
    {
        Outcome.Fails => "fails",
        Outcome.Unknown => "unknown",
        Outcome.May => "may",
        _ => "meets",
    };

    public static string Of(Verdict verdict) => verdict switch
    {
        Verdict.Unsuitable => "fails",
        Verdict.Unproven => "may",
        _ => "meets",
    };

    public static string Of(FindingSeverity severity) => FindingLine.Severity(severity);

    public static string Of(Standing standing) => standing switch
    {
        Standing.Unsuitable => "fails",
        Standing.Unproven => "may",
        Standing.Suitable => "meets",
        Standing.NoNeed => "none",
        _ => "elsewhere",
    };

    /// <summary>The words of a standing; verdicts have those of every other report.</summary>
    public static string WordOf(Standing standing) => standing switch
    {
        Standing.Unsuitable => Words.Of(Verdict.Unsuitable),
        Standing.Unproven => Words.Of(Verdict.Unproven),
        Standing.Suitable => Words.Of(Verdict.Suitable),
        Standing.NoNeed => "no need declared",
        _ => "judged where it is rendered",
    };
}
