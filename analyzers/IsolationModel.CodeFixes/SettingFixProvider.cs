using System.Collections.Immutable;
using System.Composition;
using IsolationModel.Analyzers.CSharp.Descriptors;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace IsolationModel.CodeFixes;

/// <summary>Takes back a setting that weakens the boundary: a profile becomes the runtime's default, anything else goes.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SettingFixProvider))]
[Shared]
public sealed class SettingFixProvider : CodeFixProvider
{
    private const string Safe = "RuntimeDefault";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("ISM2001", "ISM2002");

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        var model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        var text = await context.Document.GetTextAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in context.Diagnostics)
        {
            if (root?.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is ExpressionSyntax value
                && model is not null
                && Change(value, text, model, context.CancellationToken) is var (title, change))
            {
                context.RegisterCodeFix(
                    CodeAction.Create(title, _ => Task.FromResult(context.Document.WithText(text.WithChanges(change))), $"IsolationModel.{diagnostic.Id}.TakeBack"), diagnostic);
            }
        }
    }

    private static (string Title, TextChange Change)? Change(ExpressionSyntax value, SourceText text, SemanticModel model, CancellationToken cancellationToken)
    {
        switch (value.Parent)
        {
            case AssignmentExpressionSyntax { Left: var target } assignment when IsSetting(target, model, cancellationToken):
                if (value is MemberAccessExpressionSyntax { Name: var name } && model.GetTypeInfo(value, cancellationToken).Type is { TypeKind: TypeKind.Enum } type && type.GetMembers(Safe).Length > 0)
                {
                    return ($"Change to {Safe}", new TextChange(name.Span, Safe));
                }

                return ($"Remove {assignment}", Removal.Of(assignment.Parent is ExpressionStatementSyntax statement ? statement : assignment, text));
            case InitializerExpressionSyntax { Expressions.Count: 1, Parent: AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax } member }:
                // What alone fills the braces of a member takes the member along.
                return ($"Remove {value}", Removal.Of(member, text));
            case InitializerExpressionSyntax:
                return ($"Remove {value}", Removal.Of(value, text));
            case ExpressionElementSyntax element:
                return ($"Remove {value}", Removal.Of(element, text));
            case ArgumentSyntax { Parent: ArgumentListSyntax { Arguments.Count: 1, Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Add" }, Parent: ExpressionStatementSyntax call } } }:
                return ($"Remove {call.Expression}", Removal.Of(call, text));
            default:
                return null;
        }
    }

    private static bool IsSetting(ExpressionSyntax target, SemanticModel model, CancellationToken cancellationToken) =>
        model.GetSymbolInfo(target, cancellationToken).Symbol is IPropertySymbol property && SdkTypes.EntryOf(property) is { Kind: "setting" };
}
