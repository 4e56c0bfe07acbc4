using IsolationModel.Text;

namespace IsolationModel.Descriptors.Helm;

/// <summary>
/// Reads the literal lines of a template: those without a directive that stand in no conditional, loop or definition, and in no text. Nothing else
/// of a template is known before it is rendered.
/// </summary>
internal static class TemplateText
{
    private static readonly HashSet<string> Openers = new(StringComparer.Ordinal) { "if", "range", "with", "define", "block" };

    /// <summary>The documents of the template as their literal lines; nothing where its blocks do not close.</summary>
    public static IReadOnlyList<IReadOnlyList<TemplateLine>> Read(string text)
    {
        if (Directives(text) is not { } isTaken)
        {
            return [];
        }

        var documents = new List<IReadOnlyList<TemplateLine>>();
        var lines = new List<TemplateLine>();
        var textIndentation = -1;
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start) is var found && found >= 0 ? found : text.Length;
            var last = end > start && text[end - 1] == '\r' ? end - 1 : end;
            var first = start;
            while (first < last && text[first] == ' ')
            {
                first++;
            }

            if (string.CompareOrdinal(text, start, "---", 0, 3) == 0)
            {
                documents.Add(lines);
                (lines, textIndentation) = ([], -1);
            }
            else if (first < last && !IsDirectiveAlone(text, first, last) && (textIndentation < 0 || first - start <= textIndentation))
            {
                // A block of text goes on as long as its lines are deeper than its key.
                textIndentation = OpensText(text, first, last) ? first - start : -1;
                if (isTaken.IsIn(start, last))
                {
                    // It stands between others and what they belong to, whatever it will say.
                    lines.Add(new TemplateLine(first - start, string.Empty, string.Empty, IsQuoted: false, new TextRange(first, last - first)));
                }
                else if (Line(text, start, first, last) is { } line)
                {
                    lines.Add(line);
                }
            }

            start = end + 1;
        }

        documents.Add(lines);
        return documents;
    }

    private static bool IsDirectiveAlone(string text, int first, int last)
    {
        while (last > first && text[last - 1] == ' ')
        {
            last--;
        }

        return last - first >= 4 && string.CompareOrdinal(text, first, "{{", 0, 2) == 0 && string.CompareOrdinal(text, last - 2, "}}", 0, 2) == 0;
    }

    /// <summary>What directives take of the text: themselves, and all that stands in a block; null when blocks do not close.</summary>
    private static TakenRanges? Directives(string text)
    {
        var taken = new TakenRanges();
        var open = new Stack<int>();
        for (var at = text.IndexOf("{{", StringComparison.Ordinal); at >= 0;)
        {
            var isComment = string.CompareOrdinal(text, SkipTrim(text, at + 2), "/*", 0, 2) == 0;
            var end = text.IndexOf(isComment ? "*/" : "}}", at + 2, StringComparison.Ordinal);
            end = isComment && end >= 0 ? text.IndexOf("}}", end, StringComparison.Ordinal) : end;
            if (end < 0)
            {
                return null;
            }

            end += 2;
            var word = isComment ? string.Empty : FirstWord(text, SkipTrim(text, at + 2));
            if (Openers.Contains(word))
            {
                open.Push(at);
            }
            else if (word == "end")
            {
                if (open.Count == 0)
                {
                    return null;
                }

                var start = open.Pop();
                if (open.Count == 0)
                {
                    taken.Add(start, end);
                }
            }
            else if (open.Count == 0)
            {
                taken.Add(at, end);
            }

            at = text.IndexOf("{{", end, StringComparison.Ordinal);
        }

        return open.Count == 0 ? taken : null;
    }

    private static int SkipTrim(string text, int at)
    {
        while (at < text.Length && (text[at] == '-' || char.IsWhiteSpace(text[at])))
        {
            at++;
        }

        return at;
    }

    private static string FirstWord(string text, int at)
    {
        var end = at;
        while (end < text.Length && char.IsLetter(text[end]))
        {
            end++;
        }

        return text.Substring(at, end - at);
    }

    private static TemplateLine? Line(string text, int start, int first, int last)
    {
        var at = first;
        while (at + 1 < last && text[at] == '-' && text[at + 1] == ' ')
        {
            at += 2;
            while (at < last && text[at] == ' ')
            {
                at++;
            }
        }

        var colon = text.IndexOf(':', at, last - at);
        if (at == last || text[at] == '#' || colon <= at || (colon + 1 < last && text[colon + 1] != ' '))
        {
            return null;
        }

        var (value, quote) = Value(text, colon + 1, last);
        var key = text.Substring(at, colon - at).Trim('"', '\'');
        return new TemplateLine(at - start, key, text.Substring(value.Start, value.Length), quote, value);
    }

    private static (TextRange Range, bool IsQuoted) Value(string text, int from, int last)
    {
        while (from < last && text[from] == ' ')
        {
            from++;
        }

        if (from < last && text[from] is '"' or '\'' && text.IndexOf(text[from], from + 1, last - from - 1) is var close && close > 0)
        {
            return (TextRange.FromBounds(from + 1, close), true);
        }

        var comment = text.IndexOf(" #", from, last - from, StringComparison.Ordinal);
        var end = from < last && text[from] == '#' ? from : comment < 0 ? last : comment;
        while (end > from && text[end - 1] == ' ')
        {
            end--;
        }

        return (TextRange.FromBounds(from, end), false);
    }

    /// <summary>Whether a line's value is a block of text: its last word is <c>|</c> or <c>&gt;</c> with its indicators.</summary>
    private static bool OpensText(string text, int first, int last)
    {
        var end = last;
        while (end > first && text[end - 1] is ' ' or '-' or '+' or (>= '1' and <= '9'))
        {
            end--;
        }

        return end > first + 1 && text[end - 1] is '|' or '>' && text[end - 2] == ' ';
    }

    /// <summary>Ranges of a text in order, and whether a line touches one.</summary>
    private sealed class TakenRanges
    {
        private readonly List<(int Start, int End)> _ranges = [];
        private int _next;

        public void Add(int start, int end) => _ranges.Add((start, end));

        /// <summary>Whether a range touches one of them; the ranges are asked for in order.</summary>
        public bool IsIn(int start, int end)
        {
            while (_next < _ranges.Count && _ranges[_next].End <= start)
            {
                _next++;
            }

            return _next < _ranges.Count && _ranges[_next].Start < end;
        }
    }
}
