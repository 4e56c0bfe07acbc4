using System.Collections.Immutable;
using System.Composition;
using IsolationModel.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using RuleSet = IsolationModel.Rules.RuleSet;

namespace IsolationModel.CodeFixes;

/// <summary>Offers the edits that findings in C# carry: misspelt needs and ids, typed members in the place of ids, runtime classes, settings taken back.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CodeEditFixProvider))]
[Shared]
public sealed class CodeEditFixProvider : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.CreateRange(RuleSet.All.Select(rule => rule.Id));

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var text = await context.Document.GetTextAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in context.Diagnostics)
        {
            if (DescriptorFix.Read(diagnostic.Properties, text) is { } fix)
            {
                var action = CodeAction.Create(
                    fix.Title, _ => Task.FromResult(context.Document.WithText(text.WithChanges(fix.Changes))), DescriptorCodeFixProvider.EquivalenceKey(diagnostic.Id));
                context.RegisterCodeFix(action, diagnostic);
            }
        }
    }
}
