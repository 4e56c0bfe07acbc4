using System.Text;
using IsolationModel.Cli.LanguageServer.Protocol;
using IsolationModel.Text;

namespace IsolationModel.Cli.LanguageServer.Documents;

/// <summary>A text with its lines, as the protocol sees it: they end at LF, CR or CRLF, and a place behind the end of a line is that end.</summary>
internal sealed class DocumentText
{
    private int[]? _starts;

    public DocumentText(string text) => Text = text;

    /// <summary>The characters.</summary>
    public string Text { get; }

    private int[] Starts => _starts ??= StartsOf(Text);

    /// <summary>Where a place is; the nearest one that is there.</summary>
    public int OffsetOf(ProtocolPosition position)
    {
        if (position.Line >= Starts.Length)
        {
            return Text.Length;
        }

        var line = LineAt(position.Line);
        return line.Start + Math.Min(position.Character, line.Length);
    }

    /// <summary>The place of an offset.</summary>
    public ProtocolPosition PositionOf(int offset)
    {
        var place = Math.Clamp(offset, 0, Text.Length);
        var found = Array.BinarySearch(Starts, place);
        var line = found >= 0 ? found : ~found - 1;
        return new ProtocolPosition(line, place - Starts[line]);
    }

    /// <summary>The places of a range.</summary>
    public ProtocolRange RangeOf(TextRange range) => new(PositionOf(range.Start), PositionOf(range.End));

    /// <summary>A line, without its end.</summary>
    public TextRange LineAt(int line)
    {
        var start = Starts[line];
        var end = line + 1 < Starts.Length ? Starts[line + 1] : Text.Length;
        while (end > start && Text[end - 1] is '\n' or '\r')
        {
            end--;
        }

        return TextRange.FromBounds(start, end);
    }

    /// <summary>The text with another one in the place of a range.</summary>
    public DocumentText Replace(ProtocolRange range, string text)
    {
        // Clients that send a reversed range mean the same characters.
        var (start, end) = (OffsetOf(range.Start), OffsetOf(range.End));
        (start, end) = (Math.Min(start, end), Math.Max(start, end));
        return new DocumentText(new StringBuilder(Text.Length - (end - start) + text.Length).Append(Text, 0, start).Append(text).Append(Text, end, Text.Length - end).ToString());
    }

    private static int[] StartsOf(string text)
    {
        var starts = new List<int> { 0 };
        for (var at = text.AsSpan().IndexOfAny('\n', '\r'); at >= 0;)
        {
            at += text[at] == '\r' && at + 1 < text.Length && text[at + 1] == '\n' ? 2 : 1;
            starts.Add(at);
            var next = text.AsSpan(at).IndexOfAny('\n', '\r');
            at = next < 0 ? -1 : at + next;
        }

        return [.. starts];
    }
}
