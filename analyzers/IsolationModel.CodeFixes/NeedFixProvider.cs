using System.Collections.Immutable;
using System.Composition;
using IsolationModel.Analyzers.CSharp.Descriptors;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;

namespace IsolationModel.CodeFixes;

/// <summary>Declares what a workload needs that declares nothing: a level, as an attribute of the type around it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(NeedFixProvider))]
[Shared]
public sealed class NeedFixProvider : CodeFixProvider
{
    private const string LevelPrefix = "level:";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("ISM3004");

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        var model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        if (root is null || model is null)
        {
            return;
        }

        foreach (var diagnostic in context.Diagnostics)
        {
            if (root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true).FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { } type)
            {
                continue;
            }

            foreach (var level in Levels(model.Compilation))
            {
                context.RegisterCodeFix(
                    CodeAction.Create(
                        $"Declare level '{level}' for the workloads of {type.Identifier.ValueText}",
                        _ => Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceNode(type, WithAttribute(type, level)))),
                        $"IsolationModel.{diagnostic.Id}.Level.{level}"),
                    diagnostic);
            }
        }
    }

    /// <summary>The levels, weakest first, as the library that the project uses has them.</summary>
    private static IEnumerable<string> Levels(Compilation compilation)
    {
        foreach (var member in compilation.GetTypesByMetadataName("IsolationModel.Levels").SelectMany(static type => type.GetMembers()))
        {
            if (SdkTypes.EntryOf(member) is { Kind: "need", Id: var token } && token.StartsWith(LevelPrefix, StringComparison.Ordinal))
            {
                yield return token.Substring(LevelPrefix.Length);
            }
        }
    }

    /// <summary>The end of a line as the file has it.</summary>
    private static SyntaxTrivia EndOfLine(SyntaxNode node)
    {
        foreach (var trivia in node.SyntaxTree.GetRoot().DescendantTrivia())
        {
            if (trivia.IsKind(SyntaxKind.EndOfLineTrivia))
            {
                return trivia;
            }
        }

        return SyntaxFactory.ElasticCarriageReturnLineFeed;
    }

    private static TypeDeclarationSyntax WithAttribute(TypeDeclarationSyntax type, string level)
    {
        var argument = SyntaxFactory.AttributeArgument(SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(level)))
            .WithNameEquals(SyntaxFactory.NameEquals("Level"));
        var attribute = SyntaxFactory.Attribute(
                SyntaxFactory.ParseName("global::IsolationModel.RequiresIsolation").WithAdditionalAnnotations(Simplifier.Annotation),
                SyntaxFactory.AttributeArgumentList(SyntaxFactory.SingletonSeparatedList(argument)));
        // Comments and blank lines in front of the type stay in front.
        var list = SyntaxFactory.AttributeList(SyntaxFactory.SingletonSeparatedList(attribute)).WithLeadingTrivia(type.GetLeadingTrivia()).WithTrailingTrivia(EndOfLine(type));
        var bare = type.WithLeadingTrivia(type.GetLeadingTrivia().Reverse().TakeWhile(static piece => piece.IsKind(SyntaxKind.WhitespaceTrivia)).Reverse());
        return bare.WithAttributeLists(bare.AttributeLists.Insert(0, list)).WithAdditionalAnnotations(Formatter.Annotation);
    }
}
