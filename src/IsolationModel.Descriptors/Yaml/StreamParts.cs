namespace IsolationModel.Descriptors.Yaml;

/// <summary>
/// Splits a text at byte order marks that start a document (YAML 1.2.2, 5.2 and 9.1.1): files with marks, put one behind the other, have them
/// in the middle. Within a part such a mark is a character like others.
/// </summary>
internal static class StreamParts
{
    private const char ByteOrderMark = '\ufeff';

    /// <summary>The parts, in order; one for nearly every text.</summary>
    public static IEnumerable<(int Start, int End)> Of(string text)
    {
        var start = 0;
        for (var at = text.IndexOf(ByteOrderMark); at >= 0; at = text.IndexOf(ByteOrderMark, at + 1))
        {
            if (at == start)
            {
                start = at + 1;
            }
            else if (EndBefore(text, start, at) is { } end)
            {
                yield return (start, end);
                start = at + 1;
            }
        }

        yield return (start, text.Length);
    }

    /// <summary>Where the document in front of a byte order mark ends; null where the mark is a character like others.</summary>
    private static int? EndBefore(string text, int start, int at)
    {
        if (!IsLineEnd(text[at - 1]))
        {
            return null;
        }

        if (IsMark(text, at + 1))
        {
            return at;
        }

        var line = at - 1;
        while (line > start && !(IsLineEnd(text[line - 1]) && !(text[line] == '\n' && text[line - 1] == '\r')))
        {
            line--;
        }

        return IsMark(text, line) ? line : null;
    }

    private static bool IsLineEnd(char c) => c is '\n' or '\r';

    /// <summary>Whether a document's start or end is marked at a place, with nothing but blanks behind it.</summary>
    private static bool IsMark(string text, int at)
    {
        if (string.CompareOrdinal(text, at, "---", 0, 3) != 0 && string.CompareOrdinal(text, at, "...", 0, 3) != 0)
        {
            return false;
        }

        for (at += 3; at < text.Length && text[at] is ' ' or '\t'; at++)
        {
        }

        return at >= text.Length || IsLineEnd(text[at]);
    }
}
