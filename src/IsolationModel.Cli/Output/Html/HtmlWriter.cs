using System.Buffers;
using IsolationModel.Text;

namespace IsolationModel.Cli.Output.Html;

/// <summary>
/// Writes HTML that is well-formed XML as well. Everything on a page goes through it: texts and attributes are escaped here and nowhere else, and
/// what was opened is closed in order.
/// </summary>
internal sealed class HtmlWriter(TextWriter writer)
{
    /// <summary>The characters that could end a text or a quoted attribute.</summary>
    private static readonly SearchValues<char> Special = SearchValues.Create("&<>\"'");

    /// <summary>Elements that stand on a line of their own, so that pages can be compared line by line.</summary>
    private static readonly HashSet<string> Blocks = new(StringComparer.Ordinal)
    {
        "article", "body", "details", "dd", "div", "dl", "dt", "figure", "footer", "form", "h1", "h2", "h3", "h4", "head", "header", "html", "li", "link", "main", "meta",
        "nav", "ol", "option", "p", "script", "section", "select", "style", "summary", "symbol", "table", "tbody", "thead", "title", "tr", "ul",
    };

    private static readonly HashSet<string> Voids = new(StringComparer.Ordinal) { "br", "input", "meta" };

    private readonly Stack<string> _open = new();

    /// <summary>What a page starts with.</summary>
    public void Doctype() => writer.Write("<!DOCTYPE html>");

    /// <summary>Opens an element until the result is disposed of.</summary>
    public Scope In(string tag, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        WriteTag(tag, attributes, isEmpty: false);
        _open.Push(tag);
        return new Scope(this);
    }

    /// <summary>An element that holds a text, or nothing.</summary>
    public void Element(string tag, string text, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        if (text.Length == 0 && Voids.Contains(tag))
        {
            WriteTag(tag, attributes, isEmpty: true);
            return;
        }

        using (In(tag, attributes))
        {
            Text(text);
        }
    }

    /// <summary>A text; what it holds is never markup.</summary>
    public void Text(string text) => WriteEscaped(HarmlessText.Of(text));

    /// <summary>A link to an address that a file names: only to the web, anything else stays a text.</summary>
    public void WebLink(string url, string text)
    {
        if (Uri.TryCreate(url, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp))
        {
            Element("a", text, ("href", url), ("rel", "noopener noreferrer"));
        }
        else
        {
            Text(string.Equals(url, text, StringComparison.Ordinal) ? text : $"{text} ({url})");
        }
    }

    /// <summary>A style sheet or script of the tool itself, which must not be escaped.</summary>
    public void Asset(string tag, string content)
    {
        using (In(tag))
        {
            writer.Write(content);
        }
    }

    private void WriteTag(string tag, ReadOnlySpan<(string Name, string? Value)> attributes, bool isEmpty)
    {
        if (Blocks.Contains(tag))
        {
            writer.Write('\n');
        }

        writer.Write('<');
        writer.Write(tag);
        foreach (var (name, value) in attributes)
        {
            if (value is not null)
            {
                writer.Write(' ');
                writer.Write(name);
                writer.Write("=\"");
                WriteEscaped(HarmlessText.Of(value));
                writer.Write('"');
            }
        }

        writer.Write(isEmpty ? "/>" : ">");
    }

    private void Close()
    {
        writer.Write("</");
        writer.Write(_open.Pop());
        writer.Write('>');
    }

    private void WriteEscaped(ReadOnlySpan<char> text)
    {
        for (var at = text.IndexOfAny(Special); at >= 0; at = text.IndexOfAny(Special))
        {
            writer.Write(text[..at]);
            writer.Write(text[at] switch { '&' => "&amp;", '<' => "&lt;", '>' => "&gt;", '"' => "&quot;", _ => "&#39;" });
            text = text[(at + 1)..];
        }

        writer.Write(text);
    }

    /// <summary>An open element.</summary>
    public readonly ref struct Scope(HtmlWriter html)
    {
        private readonly HtmlWriter _html = html;

        /// <summary>Closes it.</summary>
        public void Dispose() => _html.Close();
    }
}
