using IsolationModel.Text;

namespace IsolationModel.Cli.LanguageServer.Places;

/// <summary>
/// Finds the scalar at a place in YAML by what its line and the lines above look like, so that it works while somebody types and nothing parses.
/// </summary>
internal static class BlockScanner
{
    /// <summary>How many lines above may lead to a place; deeper files are made by programs.</summary>
    private const int MostLines = 20_000;

    /// <summary>What is at a place; null where nothing can be told.</summary>
    public static KeyPath? Find(string text, int place)
    {
        var line = LineAround(text, place);
        var shape = Shape.Of(text, line);
        if (CommentStart(text, line) is { } comment && place > comment)
        {
            return null;
        }

        var outer = KeysAbove(text, line, shape);
        if (shape.Key is not { } key)
        {
            var (start, end) = Content(text, shape.Start, line.End);
            return start < text.Length && start < end && text[start] is '{' or '[' && place > start
                ? new FlowScanner(text, line.End, isYaml: true).Find(start, place, outer)
                : Scalar(text, start, end, place, outer, isKey: !shape.IsItem);
        }

        if (place <= shape.KeyEnd)
        {
            return place < shape.KeyStart ? null : new KeyPath(outer, TextRange.FromBounds(shape.KeyStart, shape.KeyEnd), IsKey: true);
        }

        var keys = outer.Append(key).ToList();
        var (from, to) = Content(text, shape.ValueStart, line.End);
        return from < to && text[from] is '{' or '['
            ? place > from ? new FlowScanner(text, line.End, isYaml: true).Find(from, place, keys) : null
            : Scalar(text, from, to, place, keys, isKey: false);
    }

    /// <summary>A scalar without its quotes; where none is written yet, the place itself.</summary>
    private static KeyPath? Scalar(string text, int start, int end, int place, List<string> keys, bool isKey)
    {
        if (start >= end || place < start)
        {
            return place <= end || start >= end ? new KeyPath(keys, TextRange.FromBounds(place, place), isKey) : null;
        }

        if (text[start] is '"' or '\'')
        {
            var close = text.IndexOf(text[start], start + 1, end - start - 1);

            // Without a closing quote, blanks behind a word still belong to what is being typed.
            var last = close < 0 ? Math.Max(end, place) : close;
            return place > start && place <= last ? new KeyPath(keys, TextRange.FromBounds(start + 1, last), isKey) : null;
        }

        // Blanks behind a word still belong to what is being typed.
        return new KeyPath(keys, TextRange.FromBounds(start, Math.Max(end, place)), isKey);
    }

    /// <summary>What of a line lies between blanks, without its comment.</summary>
    private static (int Start, int End) Content(string text, int start, int end)
    {
        end = CommentStart(text, TextRange.FromBounds(start, end)) ?? end;
        while (start < end && text[start] is ' ' or '\t')
        {
            start++;
        }

        while (end > start && text[end - 1] is ' ' or '\t')
        {
            end--;
        }

        return (start, end);
    }

    private static int? CommentStart(string text, TextRange range)
    {
        var quote = '\0';
        for (var at = range.Start; at < range.End; at++)
        {
            var c = text[at];
            if (quote != '\0')
            {
                quote = c == quote ? '\0' : quote;
            }
            else if (c is '"' or '\'' && (at == 0 || text[at - 1] is not (>= 'a' and <= 'z')))
            {
                quote = c;
            }
            else if (c == '#' && (at == 0 || char.IsWhiteSpace(text[at - 1])))
            {
                return at;
            }
        }

        return null;
    }

    /// <summary>The keys of the lines above that hold a line, outermost first.</summary>
    private static List<string> KeysAbove(string text, TextRange line, Shape shape)
    {
        var keys = new List<string>();
        var (column, item) = (shape.Column, shape.IsItem ? shape.ItemColumn : -1);
        for (var count = 0; line.Start > 0 && count < MostLines && column > 0; count++)
        {
            line = LineAround(text, line.Start - (line.Start > 1 && text[line.Start - 1] == '\n' && text[line.Start - 2] == '\r' ? 2 : 1));
            if (line.Length >= 3 && string.CompareOrdinal(text, line.Start, "---", 0, 3) == 0)
            {
                break;
            }

            var above = Shape.Of(text, line);
            if (above.Key is null || above.IsEmpty)
            {
                continue;
            }

            // A sequence may stand right below its key, as far to the left.
            if (above.Column < column && (item < 0 || above.Column <= item))
            {
                keys.Insert(0, above.Key);
                (column, item) = (above.Column, above.IsItem ? above.ItemColumn : -1);
            }
        }

        return keys;
    }

    private static TextRange LineAround(string text, int place)
    {
        var start = place == 0 ? 0 : text.LastIndexOfAny(['\n', '\r'], place - 1) + 1;
        var end = text.AsSpan(place).IndexOfAny('\n', '\r');
        return TextRange.FromBounds(start, end < 0 ? text.Length : place + end);
    }

    /// <summary>What a line looks like: how far to the right it starts, behind the dashes of sequences, and its key.</summary>
    private readonly record struct Shape(int Start, int Column, bool IsItem, int ItemColumn, bool IsEmpty, string? Key, int KeyStart, int KeyEnd, int ValueStart)
    {
        public static Shape Of(string text, TextRange line)
        {
            var at = line.Start;
            var (isItem, itemColumn) = (false, 0);
            while (at < line.End)
            {
                if (text[at] == ' ')
                {
                    at++;
                }
                else if (text[at] == '-' && (at + 1 == line.End || text[at + 1] == ' '))
                {
                    (itemColumn, isItem) = (isItem ? itemColumn : at - line.Start, true);
                    at++;
                }
                else
                {
                    break;
                }
            }

            var isEmpty = at == line.End || text[at] == '#';
            var shape = new Shape(at, at - line.Start, isItem, itemColumn, isEmpty, null, at, at, at);
            return isEmpty ? shape : shape.WithKey(text, line.End);
        }

        private Shape WithKey(string text, int end)
        {
            var (start, close) = (Start, Start);
            if (text[Start] is '"' or '\'')
            {
                close = text.IndexOf(text[Start], Start + 1, end - Start - 1);
                if (close < 0 || close + 1 >= end || text[close + 1] != ':')
                {
                    return this;
                }

                return this with { Key = text.Substring(Start + 1, close - Start - 1), KeyStart = Start + 1, KeyEnd = close, ValueStart = close + 2 };
            }

            for (; close < end; close++)
            {
                if (text[close] == ':' && (close + 1 == end || text[close + 1] is ' ' or '\t'))
                {
                    return this with { Key = text.Substring(start, close - start).TrimEnd(), KeyStart = start, KeyEnd = close, ValueStart = close + 1 };
                }

                if (text[close] is '{' or '[' or '#' && close == start)
                {
                    break;
                }
            }

            return this;
        }
    }
}
