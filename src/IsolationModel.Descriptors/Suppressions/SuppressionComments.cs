using IsolationModel.Data;
using IsolationModel.Suppressions;
using IsolationModel.Text;

namespace IsolationModel.Descriptors.Suppressions;

/// <summary>
/// Comments that suppress: <c># isolation: disable ISM1001 -- why</c>. In a line of its own a comment speaks for what follows it, at the end
/// of a line for what starts in that line, each with everything below it.
/// </summary>
/// <remarks>The reader could give comments as events, but then every file would pay for them; here a file without the words costs one search.</remarks>
internal static class SuppressionComments
{
    private const string Words = "isolation: disable";

    /// <summary>Adds the suppressions of a file's comments, and tells what in them cannot be followed.</summary>
    public static void Read(string text, IReadOnlyList<DataNode> documents, DescriptorFileBuilder file)
    {
        SuppressionUnits? units = null;
        for (var at = text.IndexOf(Words, StringComparison.Ordinal); at >= 0; at = text.IndexOf(Words, at, StringComparison.Ordinal))
        {
            var sign = SignBefore(text, at);
            var start = at + Words.Length;
            at = start;
            if (sign < 0 || (start < text.Length && !char.IsWhiteSpace(text[start])))
            {
                continue;
            }

            units ??= new SuppressionUnits(text, documents);
            if (!units.IsInScalar(sign))
            {
                // To the end of the line it is one comment, whatever stands in it.
                at = text.IndexOfAny(['\r', '\n'], start);
                at = at < 0 ? text.Length : at;
                var comment = TextRange.FromBounds(sign, at);
                file.Add(SuppressionParser.ReadOne(text, start, at, static (from, length) => new TextRange(from, length), Scope(text, units, comment) ?? comment, file.Text.Length == 0 ? null : Removal(text, comment)));
            }
        }
    }

    /// <summary>The place of the comment sign in front of the words, or -1 where they do not start a comment.</summary>
    private static int SignBefore(string text, int at)
    {
        at--;
        while (at >= 0 && text[at] is ' ' or '\t')
        {
            at--;
        }

        return at >= 0 && text[at] == '#' && (at == 0 || char.IsWhiteSpace(text[at - 1]) || text[at - 1] == '\ufeff') ? at : -1;
    }

    /// <summary>The edit that takes a comment away: with its line where it has one of its own, otherwise with the blanks in front of it.</summary>
    private static TextEdit Removal(string text, TextRange comment)
    {
        var start = comment.Start;
        while (start > 0 && text[start - 1] is ' ' or '\t')
        {
            start--;
        }

        var isAlone = start == 0 || text[start - 1] is '\n' or '\r';
        var end = comment.End;
        if (isAlone && end < text.Length)
        {
            end += text[end] == '\r' && end + 1 < text.Length && text[end + 1] == '\n' ? 2 : 1;
        }

        return new TextEdit(TextRange.FromBounds(start, end), string.Empty);
    }

    /// <summary>What a comment speaks for; null where nothing is there.</summary>
    private static TextRange? Scope(string text, SuppressionUnits units, TextRange comment)
    {
        var line = comment.Start;
        while (line > 0 && text[line - 1] is not ('\r' or '\n'))
        {
            line--;
        }

        var first = line;
        while (text[first] is ' ' or '\t' or '\ufeff')
        {
            first++;
        }

        return IsOpenedOnly(text, first, comment.Start)
            ? units.Following(comment.End)
            : units.StartingIn(line, comment.Start) ?? units.Around(first);
    }

    /// <summary>
    /// Whether nothing of a node stands in front of a comment in its line: another comment, the dash of an item, the mark of a document.
    /// </summary>
    private static bool IsOpenedOnly(string text, int first, int end)
    {
        while (first < end && text[first] is '-' or '?' or ' ' or '\t')
        {
            first++;
        }

        return text[first] == '#';
    }
}
