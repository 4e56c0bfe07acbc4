using System.Collections.Immutable;
using System.Composition;
using IsolationModel.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using RuleSet = IsolationModel.Rules.RuleSet;

namespace IsolationModel.CodeFixes;

/// <summary>
/// Offers the edits that findings carry, where an editor shows fixes for additional files at all. It knows no rule: what mends a finding is
/// computed where the finding is made.
/// </summary>
[ExportCodeFixProvider(
    LanguageNames.CSharp,
    Name = nameof(DescriptorCodeFixProvider),
    DocumentKinds = [nameof(TextDocumentKind.AdditionalDocument)],
    DocumentExtensions = [".yaml", ".yml", ".json"])]
[Shared]
public sealed class DescriptorCodeFixProvider : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.CreateRange(RuleSet.WorkloadRules.Select(rule => rule.Descriptor.Id));

    /// <summary>The key by which edits of one rule belong together, so that "fix all" takes each misspelling with its own correction.</summary>
    internal static string EquivalenceKey(string ruleId) => $"IsolationModel.{ruleId}.Edits";

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => DescriptorFixAllProvider.Instance;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var document = context.TextDocument;
        var text = await document.GetTextAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in context.Diagnostics)
        {
            if (DescriptorFix.Read(diagnostic.Properties, text) is { } fix)
            {
                var action = CodeAction.Create(
                    fix.Title,
                    _ => Task.FromResult(document.Project.Solution.WithAdditionalDocumentText(document.Id, text.WithChanges(fix.Changes))),
                    EquivalenceKey(diagnostic.Id));
                context.RegisterCodeFix(action, diagnostic);
            }
        }
    }
}
