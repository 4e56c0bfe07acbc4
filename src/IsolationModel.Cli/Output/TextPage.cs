using IsolationModel.Text;

namespace IsolationModel.Cli.Output;

/// <summary>A text for people: lines, paragraphs, and tables in aligned columns.</summary>
/// <remarks>
/// Columns are set here and not by Spectre.Console: that fits everything into a width of its own choice when nobody sees a terminal, and reads
/// brackets of data as markup. A file must hold whole lines, the same on every machine, and names come from files that nobody has vouched for.
/// </remarks>
internal sealed class TextPage : IPage, IDisposable
{
    private const string Gap = "  ";
    private const string Indent = "  ";
    private const string Reset = "\u001b[0m";

    /// <summary>No column of a terminal is made narrower than this.</summary>
    private const int NarrowestColumn = 16;

    private readonly StreamWriter _writer;
    private readonly bool _usesColor;
    private readonly int? _width;

    public TextPage(ToolHost host)
    {
        _writer = new StreamWriter(host.Output, ToolHost.Utf8, leaveOpen: true) { NewLine = "\n" };
        (_usesColor, _width) = (host.UsesColor, host.Width);
    }

    public void Dispose() => _writer.Dispose();

    /// <summary>An empty line.</summary>
    public void Line() => _writer.WriteLine();

    /// <summary>A paragraph at the margin.</summary>
    public void Line(string text, Tone tone = Tone.Plain) => Paragraph(text, string.Empty, tone);

    /// <summary>A line that is not wrapped: parts of files, whose line ends mean something.</summary>
    public void Unbroken(string text, Tone tone = Tone.Plain)
    {
        WriteToned(HarmlessText.Of(text), tone);
        _writer.WriteLine();
    }

    /// <summary>A heading, with an empty line before it.</summary>
    public void Heading(string text)
    {
        Line();
        Line(text, Tone.Strong);
    }

    /// <summary>A paragraph below a heading.</summary>
    public void Item(string text, Tone tone = Tone.Plain) => Paragraph(text, Indent, tone);

    /// <summary>A table below a heading: every column as wide as its widest cell, or narrower where the terminal is.</summary>
    public void Table(IReadOnlyList<IReadOnlyList<Cell>> rows)
    {
        if (rows.Count == 0)
        {
            return;
        }

        var harmless = new List<List<Cell>>(rows.Count);
        foreach (var row in rows)
        {
            harmless.Add([.. row.Select(static cell => cell with { Lines = [.. cell.Lines.Select(HarmlessText.Of)] })]);
        }

        var widths = Widths(harmless);
        foreach (var row in harmless)
        {
            WriteRow(row, widths);
        }
    }

    private void Paragraph(string text, string indent, Tone tone)
    {
        foreach (var line in Wrap(HarmlessText.Of(text), (_width ?? int.MaxValue) - indent.Length))
        {
            _writer.Write(indent);
            WriteToned(line, tone);
            _writer.WriteLine();
        }
    }

    private void WriteRow(List<Cell> row, int[] widths)
    {
        var wrapped = row.ConvertAll(static _ => new List<string>());
        for (var column = 0; column < row.Count; column++)
        {
            wrapped[column].AddRange(row[column].Lines.SelectMany(line => Wrap(line, _width is null ? int.MaxValue : widths[column])));
        }

        var height = Math.Max(1, wrapped.Max(static lines => lines.Count));
        for (var i = 0; i < height; i++)
        {
            var last = wrapped.FindLastIndex(lines => lines.Count > i && lines[i].Length > 0);
            _writer.Write(Indent);
            for (var column = 0; column <= last; column++)
            {
                var text = wrapped[column].Count > i ? wrapped[column][i] : string.Empty;
                WriteToned(text, row[column].Tone);
                if (column < last)
                {
                    _writer.Write(new string(' ', widths[column] - TextLayout.WidthOf(text)));
                    _writer.Write(Gap);
                }
            }

            _writer.WriteLine();
        }
    }

    private int[] Widths(List<List<Cell>> rows)
    {
        var widths = new int[rows.Max(static row => row.Count)];
        foreach (var row in rows)
        {
            for (var column = 0; column < row.Count; column++)
            {
                widths[column] = Math.Max(widths[column], row[column].Lines.Select(TextLayout.WidthOf).DefaultIfEmpty(0).Max());
            }
        }

        if (_width is { } available)
        {
            Shrink(widths, available - Indent.Length - ((widths.Length - 1) * Gap.Length));
        }

        return widths;
    }

    /// <summary>Takes from the widest column, one by one, until all fit or none can give. The last one, which holds the sentences, may stay twice as wide.</summary>
    private static void Shrink(int[] widths, int available)
    {
        for (var excess = widths.Sum() - available; excess > 0; excess--)
        {
            var widest = 0;
            for (var column = 1; column < widths.Length; column++)
            {
                widest = (column == widths.Length - 1 ? widths[column] / 2 : widths[column]) >= widths[widest] ? column : widest;
            }

            widest = widths[widest] > NarrowestColumn ? widest : Array.IndexOf(widths, widths.Max());
            if (widths[widest] <= NarrowestColumn)
            {
                return;
            }

            widths[widest]--;
        }
    }

    private static IEnumerable<string> Wrap(string text, int width) => width == int.MaxValue ? [text] : TextLayout.Wrap(text, Math.Max(width, NarrowestColumn));

    private void WriteToned(string text, Tone tone)
    {
        if (!_usesColor || tone == Tone.Plain || text.Length == 0)
        {
            _writer.Write(text);
            return;
        }

        _writer.Write(tone switch
        {
            Tone.Strong => "\u001b[1m",
            Tone.Faint => "\u001b[2m",
            Tone.Good => "\u001b[32m",
            Tone.Doubtful => "\u001b[33m",
            _ => "\u001b[31m",
        });
        _writer.Write(text);
        _writer.Write(Reset);
    }
}
