namespace IsolationModel.Descriptors.Kustomize;

/// <summary>Where the lines of a literal block scalar stand (YAML 1.2.2, 8.1.2): each behind the block's indentation.</summary>
internal static class BlockLines
{
    /// <summary>The offsets of all lines; null when the text at the place is no literal block with this value.</summary>
    /// <param name="text">The file's text.</param>
    /// <param name="header">Where the block's <c>|</c> stands.</param>
    /// <param name="value">The block's value.</param>
    public static IReadOnlyList<int>? Find(string text, int header, string value)
    {
        if (header < 0 || header >= text.Length || text[header] != '|')
        {
            return null;
        }

        var starts = new List<int>();
        var at = NextLine(text, header);
        var indentation = -1;
        for (var from = 0; from <= value.Length;)
        {
            var end = value.IndexOf('\n', from) is var found && found >= 0 ? found : value.Length;
            var length = end - from;
            if (indentation < 0 && length > 0)
            {
                indentation = Blanks(text, at) - Blanks(value, from);
            }

            // Lines without characters may be shorter than the indentation; the value may end in one that is not there.
            var start = length == 0 ? Math.Min(at, text.Length) : at + indentation;
            if (length > 0 && (indentation < 0 || start + length > text.Length || string.CompareOrdinal(text, start, value, from, length) != 0))
            {
                return null;
            }

            starts.Add(start);
            at = NextLine(text, at);
            from = end + 1;
        }

        return starts;
    }

    private static int Blanks(string text, int at)
    {
        var end = at;
        while (end < text.Length && text[end] == ' ')
        {
            end++;
        }

        return end - at;
    }

    private static int NextLine(string text, int at)
    {
        while (at < text.Length && text[at] is not ('\n' or '\r'))
        {
            at++;
        }

        return at < text.Length && text[at] == '\r' && at + 1 < text.Length && text[at + 1] == '\n' ? at + 2 : Math.Min(at + 1, text.Length);
    }
}
