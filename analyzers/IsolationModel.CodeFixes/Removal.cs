using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace IsolationModel.CodeFixes;

/// <summary>
/// Removes a part of a list or a statement from a text: with the comma that belongs to it, and with its line where nothing else stands there. Comments stay.
/// </summary>
internal static class Removal
{
    /// <summary>The change that removes it.</summary>
    public static TextChange Of(SyntaxNode node, SourceText text)
    {
        var (start, end) = (node.SpanStart, node.Span.End);
        var after = node.GetLastToken().GetNextToken();
        var before = node.GetFirstToken().GetPreviousToken();
        if (after.IsKind(SyntaxKind.CommaToken))
        {
            end = after.Span.End;
        }
        else if (before.IsKind(SyntaxKind.CommaToken))
        {
            start = before.SpanStart;
        }

        var line = text.Lines.GetLineFromPosition(node.SpanStart);
        var isAlone = text.Lines.GetLineFromPosition(end).LineNumber == line.LineNumber && IsBlank(text, line.Start, start) && IsBlank(text, end, line.End);
        if (isAlone)
        {
            return new TextChange(TextSpan.FromBounds(line.Start, line.EndIncludingLineBreak), string.Empty);
        }

        // Of the blanks around it, those in front stay, unless they would stand at the end of a line.
        while (start == node.SpanStart && end < text.Length && text[end] == ' ')
        {
            end++;
        }

        return new TextChange(TextSpan.FromBounds(start, end), string.Empty);
    }

    private static bool IsBlank(SourceText text, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (!char.IsWhiteSpace(text[i]))
            {
                return false;
            }
        }

        return true;
    }
}
