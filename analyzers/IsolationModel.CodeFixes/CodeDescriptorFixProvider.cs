using System.Collections.Immutable;
using System.Composition;
using IsolationModel.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using RuleSet = IsolationModel.Rules.RuleSet;

namespace IsolationModel.CodeFixes;

/// <summary>
/// Offers in C# code what mends a finding: the edits that it carries, and the removal of an item of a list (a capability, a mount) that weakens.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CodeDescriptorFixProvider))]
[Shared]
public sealed class CodeDescriptorFixProvider : CodeFixProvider
{
    private const string RemoveItemKey = "IsolationModel.RemoveItem";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.CreateRange(RuleSet.WorkloadRules.Select(rule => rule.Descriptor.Id).Distinct());

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => FixAllProvider.Create(static async (context, document, diagnostics) =>
    {
        var text = await document.GetTextAsync(context.CancellationToken).ConfigureAwait(false);
        var root = await document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        var changes = diagnostics
            .OrderBy(static diagnostic => diagnostic.Location.SourceSpan.Start)
            .Select(diagnostic => (Key: KeyOf(diagnostic, text, root, out var edits), Edits: edits))
            .Where(fix => string.Equals(fix.Key, context.CodeActionEquivalenceKey, StringComparison.Ordinal))
            .Select(static fix => fix.Edits);
        return document.WithText(text.WithChanges(Compatible(changes)));
    });

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var text = await context.Document.GetTextAsync(context.CancellationToken).ConfigureAwait(false);
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in context.Diagnostics)
        {
            if (KeyOf(diagnostic, text, root, out var edits) is { } key)
            {
                var title = DescriptorFix.Read(diagnostic.Properties, text)?.Title ?? $"Remove {text.ToString(diagnostic.Location.SourceSpan)}";
                context.RegisterCodeFix(CodeAction.Create(title, _ => Task.FromResult(context.Document.WithText(text.WithChanges(edits))), key), diagnostic);
            }
        }
    }

    /// <summary>What a fix of a diagnostic changes, and the key by which fixes of one sort belong together; null where there is no fix.</summary>
    private static string? KeyOf(Diagnostic diagnostic, SourceText text, SyntaxNode? root, out IReadOnlyList<TextChange> changes)
    {
        if (DescriptorFix.Read(diagnostic.Properties, text) is { } fix)
        {
            changes = fix.Changes;
            return DescriptorCodeFixProvider.EquivalenceKey(diagnostic.Id);
        }

        changes = diagnostic.Id is "ISM2001" or "ISM2002" && root is not null && Item(root, diagnostic.Location.SourceSpan) is { } item ? [new TextChange(item, string.Empty)] : [];
        return changes.Count == 0 ? null : RemoveItemKey;
    }

    /// <summary>The span of an item of a list with the comma and the blanks that belong to it; null where the span is none.</summary>
    private static TextSpan? Item(SyntaxNode root, TextSpan span)
    {
        var node = root.FindNode(span, getInnermostNodeForTie: true);
        if (node.Span != span)
        {
            return null;
        }

        var (items, index) = node.Parent switch
        {
            InitializerExpressionSyntax { RawKind: (int)SyntaxKind.CollectionInitializerExpression or (int)SyntaxKind.ArrayInitializerExpression } list =>
                ((IReadOnlyList<SyntaxNode>)list.Expressions, list.Expressions.IndexOf((ExpressionSyntax)node)),
            ExpressionElementSyntax { Parent: CollectionExpressionSyntax list } element => (list.Elements, list.Elements.IndexOf(element)),
            _ => ([], -1),
        };
        return index < 0 ? null
            : index + 1 < items.Count ? TextSpan.FromBounds(span.Start, items[index + 1].SpanStart)
            : index > 0 ? TextSpan.FromBounds(items[index - 1].Span.End, span.End)
            : span;
    }

    /// <summary>The changes in their order; what touches another one waits for the next time.</summary>
    private static List<TextChange> Compatible(IEnumerable<IReadOnlyList<TextChange>> fixes)
    {
        var taken = new List<TextChange>();
        foreach (var fix in fixes)
        {
            if (!fix.Any(change => taken.Exists(other => other.Span.IntersectsWith(change.Span))))
            {
                taken.AddRange(fix);
            }
        }

        taken.Sort(static (left, right) => left.Span.CompareTo(right.Span));
        return taken;
    }
}
