using System.Collections.Immutable;
using System.Composition;
using IsolationModel.Analyzers;
using IsolationModel.Analyzers.CSharp.Descriptors;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;

namespace IsolationModel.CodeFixes;

/// <summary>
/// Puts another technology in the place of one that fails: an action for each alternative, best first, with the reason in its title. Where none is set, so
/// that the platform's default would run, it is set.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(TechnologyFixProvider))]
[Shared]
public sealed class TechnologyFixProvider : CodeFixProvider
{
    /// <summary>More would be a list to read, not a choice.</summary>
    private const int MostActions = 5;

    private const string TechnologyProperty = "Technology";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("ISM1001", "ISM1002", "ISM1003");

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        var model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in context.Diagnostics)
        {
            if (root is null || model is null || root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is not { } node)
            {
                continue;
            }

            diagnostic.Properties.TryGetValue(RankedAlternative.Key, out var written);
            var offered = 0;
            foreach (var alternative in RankedAlternative.Read(written))
            {
                if (offered < MostActions && Change(node, alternative.TechnologyId, model, context.CancellationToken) is var (old, changed))
                {
                    offered++;
                    context.RegisterCodeFix(
                        CodeAction.Create(
                            "Use " + alternative.Reason,
                            _ => Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceNode(old, changed))),
                            $"IsolationModel.{diagnostic.Id}.Use.{alternative.TechnologyId}"),
                        diagnostic);
                }
            }
        }
    }

    private static (SyntaxNode Old, SyntaxNode New)? Change(SyntaxNode node, string technologyId, SemanticModel model, CancellationToken cancellationToken)
    {
        if (node is ExpressionSyntax expression
            && model.GetSymbolInfo(expression, cancellationToken).Symbol is IPropertySymbol { IsStatic: true } property
            && SdkTypes.EntryOf(property) is { Kind: "technology" })
        {
            return MemberOf(property.ContainingType, technologyId) is { } member ? Rename(expression, member) : null;
        }

        // The name of the type stands for what is not set.
        return node.FirstAncestorOrSelf<BaseObjectCreationExpressionSyntax>() is { } creation
            && SdkTypes.Is(model.GetTypeInfo(creation, cancellationToken).Type, SdkTypes.Descriptor)
            && (node.Parent == creation || node == creation)
            && !Sets(creation, TechnologyProperty)
            && model.GetTypeInfo(creation, cancellationToken).Type!.ContainingAssembly.GetTypeByMetadataName("IsolationModel.Technologies") is { } catalogue
            && MemberOf(catalogue, technologyId) is { } name
                ? (creation, WithTechnology(creation, name))
                : null;
    }

    private static (SyntaxNode Old, SyntaxNode New) Rename(ExpressionSyntax expression, string member)
    {
        var name = expression is MemberAccessExpressionSyntax access ? access.Name : (SimpleNameSyntax)expression;
        return (name, SyntaxFactory.IdentifierName(SyntaxFactory.Identifier(member)).WithTriviaFrom(name));
    }

    private static string? MemberOf(INamedTypeSymbol catalogue, string id)
    {
        foreach (var member in catalogue.GetMembers())
        {
            if (member is IPropertySymbol && SdkTypes.EntryOf(member) is { } entry && string.Equals(entry.Id, id, StringComparison.Ordinal))
            {
                return member.Name;
            }
        }

        return null;
    }

    private static bool Sets(BaseObjectCreationExpressionSyntax creation, string property) => creation.Initializer?.Expressions.Any(part =>
        part is AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: var name } } && string.Equals(name, property, StringComparison.Ordinal)) == true;

    private static BaseObjectCreationExpressionSyntax WithTechnology(BaseObjectCreationExpressionSyntax creation, string member)
    {
        var value = SyntaxFactory.ParseExpression("global::IsolationModel.Technologies." + member).WithAdditionalAnnotations(Simplifier.Annotation);
        var assignment = SyntaxFactory.AssignmentExpression(SyntaxKind.SimpleAssignmentExpression, SyntaxFactory.IdentifierName(TechnologyProperty), value);
        if (creation.Initializer is not { } initializer)
        {
            return creation
                .WithInitializer(SyntaxFactory.InitializerExpression(SyntaxKind.ObjectInitializerExpression, SyntaxFactory.SingletonSeparatedList<ExpressionSyntax>(assignment)))
                .WithAdditionalAnnotations(Formatter.Annotation);
        }

        // In front of the first one, which keeps its line breaks and comments.
        var first = initializer.Expressions.FirstOrDefault();
        var trivia = first?.GetLeadingTrivia() ?? default;
        ExpressionSyntax added = first is null ? assignment : assignment.WithLeadingTrivia(trivia.Where(static piece => piece.IsKind(SyntaxKind.WhitespaceTrivia)));
        return creation.WithInitializer(initializer.WithExpressions(initializer.Expressions.Insert(0, added))).WithAdditionalAnnotations(Formatter.Annotation);
    }
}
