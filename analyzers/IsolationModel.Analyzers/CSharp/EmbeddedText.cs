using IsolationModel.Descriptors;
using IsolationModel.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IsolationModel.Analyzers.CSharp;

/// <summary>Descriptors that stand in code as a constant text, which a library reads at run time.</summary>
internal static class EmbeddedText
{
    /// <summary>Reads the text of an expression, where it is a constant.</summary>
    public static void Read(CodeFile file, ExpressionSyntax expression)
    {
        if (file.Model.GetConstantValue(expression, file.CancellationToken).Value is not string { Length: > 0 } text)
        {
            return;
        }

        var lines = new JoinedLineMap();
        var literal = LiteralOf(file, expression);
        if (!lines.HasRoomFor(text.Length) || literal is null || !TryAdd(lines, file, literal.Token, text))
        {
            lines = new JoinedLineMap();
            lines.AddWhole(file.Tree.FilePath, file.Lines, CodeFile.RangeOf((SyntaxNode?)literal ?? expression), text.Length);
        }

        var read = DescriptorReader.ReadWithin(file.Tree.FilePath, text, lines, file.CancellationToken);
        if (read.IsDescriptor)
        {
            file.Texts.Add(read);
        }
    }

    /// <summary>The literal that a constant is made of, in the same file; null where it is made of several, or stands elsewhere.</summary>
    private static LiteralExpressionSyntax? LiteralOf(CodeFile file, ExpressionSyntax expression)
    {
        if (expression is LiteralExpressionSyntax literal)
        {
            return literal;
        }

        var symbol = file.Model.GetSymbolInfo(expression, file.CancellationToken).Symbol;
        return symbol is IFieldSymbol { IsConst: true } or ILocalSymbol { IsConst: true }
            && symbol.DeclaringSyntaxReferences is [var reference]
            && ReferenceEquals(reference.SyntaxTree, file.Tree)
            && reference.GetSyntax(file.CancellationToken) is VariableDeclaratorSyntax { Initializer.Value: LiteralExpressionSyntax declared } ? declared : null;
    }

    private static bool TryAdd(JoinedLineMap lines, CodeFile file, SyntaxToken token, string text)
    {
        if (token.IsKind(SyntaxKind.MultiLineRawStringLiteralToken))
        {
            return TryAddLines(lines, file, token, text);
        }

        // Any other literal stands in one piece, unless it has escapes.
        var at = token.Text.IndexOf(text, StringComparison.Ordinal);
        if (at <= 0)
        {
            return false;
        }

        lines.Add(file.Tree.FilePath, file.Lines, token.SpanStart + at, text.Length);
        return true;
    }

    /// <summary>A raw literal of several lines: each line stands behind the indentation of the closing quotes.</summary>
    private static bool TryAddLines(JoinedLineMap lines, CodeFile file, SyntaxToken token, string text)
    {
        var source = token.Text;
        var last = source.LastIndexOf('\n');
        var indent = source.Length - last - 1 - source.Substring(last + 1).TrimStart(' ', '\t').Length;
        var start = source.IndexOf('\n') + 1;
        for (var at = 0; at <= text.Length;)
        {
            var end = text.IndexOf('\n', at) is var found && found >= 0 ? found : text.Length;
            var sourceEnd = source.IndexOf('\n', start) is var next && next >= 0 ? next : source.Length;
            var from = Math.Min(start + indent, sourceEnd > start && source[sourceEnd - 1] == '\r' ? sourceEnd - 1 : sourceEnd);
            if (start <= 0 || from + end - at > source.Length || string.CompareOrdinal(source, from, text, at, end - at) != 0)
            {
                return false;
            }

            lines.Add(file.Tree.FilePath, file.Lines, token.SpanStart + from, end - at);
            (at, start) = (end + 1, sourceEnd + 1);
        }

        return true;
    }
}
