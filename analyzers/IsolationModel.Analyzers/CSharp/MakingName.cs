using IsolationModel.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IsolationModel.Analyzers.CSharp;

/// <summary>Where the code names what it makes.</summary>
internal static class MakingName
{
    /// <summary>The name of the type or of the method, or <c>new</c>.</summary>
    public static TextRange RangeOf(SyntaxNode making) => making switch
    {
        ObjectCreationExpressionSyntax creation => CodeFile.RangeOf(creation.Type),
        ImplicitObjectCreationExpressionSyntax creation => CodeFile.RangeOf(creation.NewKeyword.Span),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax method } => CodeFile.RangeOf(method.Name),
        InvocationExpressionSyntax call => CodeFile.RangeOf(call.Expression),
        _ => CodeFile.RangeOf(making),
    };

    /// <summary>The name of a type without what stands in front of it.</summary>
    public static string LastOf(TypeSyntax type) => type switch
    {
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        AliasQualifiedNameSyntax alias => alias.Name.Identifier.ValueText,
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        _ => string.Empty,
    };
}
