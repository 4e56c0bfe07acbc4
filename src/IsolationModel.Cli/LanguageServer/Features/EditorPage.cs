using System.Text;
using IsolationModel.Cli.Output;
using IsolationModel.Text;

namespace IsolationModel.Cli.LanguageServer.Features;

/// <summary>A page for hovers and completions: in Markdown, or as plain lines for clients that know none. Tables become lists, since hovers are narrow.</summary>
/// <param name="isMarkdown">Whether the client shows Markdown.</param>
internal sealed class EditorPage(bool isMarkdown) : IPage
{
    private const string Separator = " · ";

    private readonly StringBuilder _text = new();

    /// <summary>Whether nothing stands on it.</summary>
    public bool IsEmpty => _text.Length == 0;

    /// <summary>What stands on it.</summary>
    public string Text => _text.ToString().TrimEnd('\n');

    public void Line(string text, Tone tone = Tone.Plain)
    {
        Part();
        _text.Append(tone == Tone.Strong ? Strong(text) : Plain(text)).Append('\n');
    }

    public void Heading(string text)
    {
        Part();
        _text.Append(Strong(text)).Append("\n\n");
    }

    public void Item(string text, Tone tone = Tone.Plain) => _text.Append(isMarkdown ? "- " : "  ").Append(tone == Tone.Strong ? Strong(text) : Plain(text)).Append('\n');

    public void Table(IReadOnlyList<IReadOnlyList<Cell>> rows)
    {
        foreach (var row in rows)
        {
            var lines = row.SelectMany(static cell => cell.Lines.Select(line => (Line: line, cell.Tone))).Where(static entry => entry.Line.Length > 0);
            _text.Append(isMarkdown ? "- " : "  ").AppendJoin(Separator, lines.Select(entry => entry.Tone == Tone.Strong ? Strong(entry.Line) : Plain(entry.Line))).Append('\n');
        }
    }

    /// <summary>What stands on another page of the same kind.</summary>
    public void Add(EditorPage other)
    {
        Part();
        _text.Append(other.Text).Append('\n');
    }

    /// <summary>A line between what is said of different things.</summary>
    public void Divide()
    {
        if (!IsEmpty)
        {
            Part();
            _text.Append(isMarkdown ? "---\n" : "----\n");
        }
    }

    /// <summary>An empty line before what comes next.</summary>
    private void Part()
    {
        if (_text.Length > 0 && !(_text.Length > 1 && _text[^1] == '\n' && _text[^2] == '\n'))
        {
            _text.Append('\n');
        }
    }

    private string Plain(string text) => isMarkdown ? EditorMarkdown.OfLine(text) : HarmlessText.Of(text);

    private string Strong(string text) => isMarkdown && text.Trim().Length > 0 ? $"**{EditorMarkdown.Of(text.Trim())}**" : Plain(text);
}
