using System.Globalization;
using System.Text;
using IsolationModel.Fixes;
using IsolationModel.Text;

namespace IsolationModel.Cli.Output;

/// <summary>
/// What edits change in a file, as <c>git apply</c> takes it. The edits are known, so the changed lines need not be searched for; and line ends are
/// kept as they are, which libraries that compare texts line by line take off.
/// </summary>
internal sealed class UnifiedDiff
{
    private const int Context = 3;
    private const string NoNewline = "\\ No newline at end of file";

    private readonly string _text;
    private readonly List<string> _lines;
    private readonly List<int> _starts;

    /// <summary>What stands in front of the first line in the file but is no part of its text.</summary>
    private readonly string _mark;

    private UnifiedDiff(string text, string mark)
    {
        (_text, _mark, _lines) = (text, mark, Split(text));
        _starts = new List<int>(_lines.Count);
        var at = 0;
        foreach (var line in _lines)
        {
            _starts.Add(at);
            at += line.Length;
        }
    }

    /// <summary>The lines of the patch, without their ends; nothing where nothing changes.</summary>
    /// <param name="path">The file's path, from the folder in which the patch is to be applied.</param>
    /// <param name="text">The file's text.</param>
    /// <param name="edits">The edits.</param>
    /// <param name="hasMark">Whether a byte order mark stands in front of the text.</param>
    public static IReadOnlyList<string> Of(string path, string text, EditSet edits, bool hasMark = false)
    {
        var diff = new UnifiedDiff(text, hasMark ? "\ufeff" : string.Empty);
        var hunks = diff.Hunks(diff.Blocks(edits.Edits)).ToList();
        return hunks.Count == 0 ? [] : [$"--- {Quoted("a/" + path)}", $"+++ {Quoted("b/" + path)}", .. hunks];
    }

    /// <summary>The lines that differ, in the order of their places.</summary>
    private List<Block> Blocks(IReadOnlyList<TextEdit> edits)
    {
        var blocks = new List<Block>();
        for (var i = 0; i < edits.Count;)
        {
            var first = LineOf(edits[i].Range.Start);
            var at = first < _starts.Count ? _starts[first] : _text.Length;
            var last = first - 1;
            var text = new StringBuilder();
            for (; i < edits.Count && (last < first || LineOf(edits[i].Range.Start) <= last); i++)
            {
                text.Append(_text, at, edits[i].Range.Start - at).Append(edits[i].NewText);
                at = edits[i].Range.End;
                last = LineOf(at);
            }

            var count = Math.Min(last, _lines.Count - 1) - first + 1;
            var end = first + count < _starts.Count ? _starts[first + count] : _text.Length;
            text.Append(_text, at, end - at);
            if (Trim(first, _lines.GetRange(first, count), Split(text.ToString())) is { } block)
            {
                blocks.Add(block);
            }
        }

        return blocks;
    }

    /// <summary>What really differs; null where nothing does.</summary>
    private static Block? Trim(int first, List<string> old, List<string> changed)
    {
        var start = 0;
        while (start < Math.Min(old.Count, changed.Count) && Same(old[start], changed[start]))
        {
            start++;
        }

        var end = 0;
        while (end < Math.Min(old.Count, changed.Count) - start && Same(old[^(end + 1)], changed[^(end + 1)]))
        {
            end++;
        }

        var added = changed.GetRange(start, changed.Count - start - end);
        var removed = old.Count - start - end;
        return removed == 0 && added.Count == 0 ? null : new Block(first + start, removed, added);
    }

    private IEnumerable<string> Hunks(List<Block> blocks)
    {
        var shift = 0;
        for (var i = 0; i < blocks.Count;)
        {
            var end = i + 1;
            while (end < blocks.Count && blocks[end].First - blocks[end - 1].End <= 2 * Context)
            {
                end++;
            }

            var hunk = blocks.GetRange(i, end - i);
            var from = Math.Max(0, hunk[0].First - Context);
            var to = Math.Min(_lines.Count, hunk[^1].End + Context);
            var grown = hunk.Sum(static block => block.Added.Count - block.Removed);
            yield return $"@@ -{Span(from, to - from)} +{Span(from + shift, to - from + grown)} @@";
            foreach (var line in Lines(hunk, from, to))
            {
                yield return line;
            }

            shift += grown;
            i = end;
        }
    }

    private IEnumerable<string> Lines(List<Block> hunk, int from, int to)
    {
        var at = from;
        foreach (var block in hunk)
        {
            foreach (var line in _lines.GetRange(at, block.First - at).SelectMany((line, i) => Marked(' ', line, at + i)))
            {
                yield return line;
            }

            foreach (var line in _lines.GetRange(block.First, block.Removed).SelectMany((line, i) => Marked('-', line, block.First + i)))
            {
                yield return line;
            }

            foreach (var line in block.Added.SelectMany((line, i) => Marked('+', line, block.First + i)))
            {
                yield return line;
            }

            at = block.End;
        }

        foreach (var line in _lines.GetRange(at, to - at).SelectMany((line, i) => Marked(' ', line, at + i)))
        {
            yield return line;
        }
    }

    private IEnumerable<string> Marked(char sign, string line, int index)
    {
        var hasEnd = line.EndsWith('\n');
        yield return $"{sign}{(index == 0 ? _mark : string.Empty)}{(hasEnd ? line[..^1] : line)}";
        if (!hasEnd)
        {
            yield return NoNewline;
        }
    }

    /// <summary>An empty span is told by the line in front of it.</summary>
    private static string Span(int from, int count) => string.Create(CultureInfo.InvariantCulture, $"{(count == 0 ? from : from + 1)},{count}");

    /// <summary>The line of an offset; behind the last one where the text has ended with a line end.</summary>
    private int LineOf(int offset)
    {
        if (offset == _text.Length && (_text.Length == 0 || _text[^1] == '\n'))
        {
            return _lines.Count;
        }

        var found = _starts.BinarySearch(offset);
        return found >= 0 ? found : ~found - 1;
    }

    /// <summary>Lines with their ends. To git only LF ends one, so that a CR in front of it is part of the line.</summary>
    private static List<string> Split(string text)
    {
        var lines = new List<string>();
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end + 1;
            lines.Add(text[start..end]);
            start = end;
        }

        return lines;
    }

    /// <summary>A path in quotes where git would misread it without (git-diff, core.quotePath); a tab ends one with blanks.</summary>
    private static string Quoted(string path)
    {
        if (!path.Any(static c => c is '"' or '\\' || char.IsControl(c)))
        {
            return path.Contains(' ', StringComparison.Ordinal) ? path + "\t" : path;
        }

        var quoted = new StringBuilder("\"");
        foreach (var one in ToolHost.Utf8.GetBytes(path))
        {
            _ = one switch
            {
                (byte)'"' or (byte)'\\' => quoted.Append('\\').Append((char)one),
                < 0x20 or >= 0x7F => quoted.Append('\\').Append(Convert.ToString(one, 8).PadLeft(3, '0')),
                _ => quoted.Append((char)one),
            };
        }

        return quoted.Append('"').ToString();
    }

    private static bool Same(string left, string right) => string.Equals(left, right, StringComparison.Ordinal);

    /// <summary>Lines that go, and those that come in their place.</summary>
    private sealed record Block(int First, int Removed, List<string> Added)
    {
        public int End => First + Removed;
    }
}
