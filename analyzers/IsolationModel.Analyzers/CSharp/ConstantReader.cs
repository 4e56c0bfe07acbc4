using System.Globalization;
using IsolationModel.Data;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IsolationModel.Analyzers.CSharp;

/// <summary>Constants of code as scalars.</summary>
internal static class ConstantReader
{
    /// <summary>The scalar of a constant.</summary>
    /// <param name="operation">Where it is used.</param>
    /// <param name="value">Its value.</param>
    public static DataScalar Read(IOperation operation, object? value)
    {
        var range = CodeFile.RangeOf(operation.Syntax);
        if (operation.Type is INamedTypeSymbol { TypeKind: TypeKind.Enum } type && value is not null)
        {
            return new DataScalar(range, NameOf(type, value) ?? Format(value), isPlain: false, contentStart: -1);
        }

        return value switch
        {
            string text => new DataScalar(range, text, isPlain: false, ContentStart(operation.Syntax, text)),
            null => new DataScalar(range, "null", isPlain: true, contentStart: -1),
            bool flag => new DataScalar(range, flag ? "true" : "false", isPlain: true, operation.Syntax is LiteralExpressionSyntax ? range.Start : -1),
            _ => new DataScalar(range, Format(value), isPlain: true, contentStart: -1),
        };
    }

    private static string Format(object value) => Convert.ToString(value, CultureInfo.InvariantCulture) ?? string.Empty;

    /// <summary>Where the first character of a text stands, if the text stands in the code character by character; otherwise -1.</summary>
    public static int ContentStart(SyntaxNode syntax, string text)
    {
        if (syntax is not LiteralExpressionSyntax { Token: var token } || text.Length == 0)
        {
            return -1;
        }

        // Nothing but quotes stands behind a literal's text; anything else means that characters are written in another way, or are not there yet.
        var at = token.Text.IndexOf(text, StringComparison.Ordinal);
        var end = at + text.Length;
        return at > 0 && end < token.Text.Length && token.Text.Length - end <= at && token.Text[at - 1] == '"' && token.Text[end] == '"' ? token.SpanStart + at : -1;
    }

    /// <summary>The name of an enumeration's value, as serializers write it.</summary>
    private static string? NameOf(INamedTypeSymbol type, object value)
    {
        foreach (var field in type.GetMembers().OfType<IFieldSymbol>())
        {
            if (field.HasConstantValue && Equals(field.ConstantValue, value))
            {
                return field.GetAttributes().Where(static attribute => attribute.AttributeClass?.Name == "EnumMemberAttribute")
                    .SelectMany(static attribute => attribute.NamedArguments)
                    .FirstOrDefault(static argument => argument.Key == "Value").Value.Value as string ?? field.Name;
            }
        }

        return null;
    }
}
