using IsolationModel.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace IsolationModel.CodeFixes;

/// <summary>Applies the edits of all findings of a rule. The built-in provider knows C# documents only.</summary>
internal sealed class DescriptorFixAllProvider : FixAllProvider
{
    private DescriptorFixAllProvider()
    {
    }

    public static DescriptorFixAllProvider Instance { get; } = new();

    /// <summary>A single additional document is not among the scopes that a host can ask for.</summary>
    public override IEnumerable<FixAllScope> GetSupportedFixAllScopes() => [FixAllScope.Project, FixAllScope.Solution];

    public override async Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext)
    {
        var solution = fixAllContext.Solution;
        var projects = fixAllContext.Scope == FixAllScope.Solution ? solution.Projects : [fixAllContext.Project];
        foreach (var project in projects)
        {
            var diagnostics = await fixAllContext.GetAllDiagnosticsAsync(project).ConfigureAwait(false);
            foreach (var document in project.AdditionalDocuments)
            {
                var text = await document.GetTextAsync(fixAllContext.CancellationToken).ConfigureAwait(false);
                var changes = Changes(diagnostics.Where(diagnostic => IsIn(document, diagnostic) && IsMeant(fixAllContext, diagnostic)), text);
                solution = changes.Count == 0 ? solution : solution.WithAdditionalDocumentText(document.Id, text.WithChanges(changes));
            }
        }

        return ReferenceEquals(solution, fixAllContext.Solution)
            ? null
            : CodeAction.Create("Apply all edits", _ => Task.FromResult(solution), fixAllContext.CodeActionEquivalenceKey);
    }

    private static bool IsIn(TextDocument document, Diagnostic diagnostic) =>
        diagnostic.Location.Kind == LocationKind.ExternalFile
        && string.Equals(diagnostic.Location.GetLineSpan().Path, document.FilePath, StringComparison.Ordinal);

    private static bool IsMeant(FixAllContext context, Diagnostic diagnostic) =>
        context.DiagnosticIds.Contains(diagnostic.Id)
        && string.Equals(context.CodeActionEquivalenceKey, DescriptorCodeFixProvider.EquivalenceKey(diagnostic.Id), StringComparison.Ordinal);

    /// <summary>The changes of all fixes in their order; a fix that touches what another one changes waits for the next time.</summary>
    private static List<TextChange> Changes(IEnumerable<Diagnostic> diagnostics, SourceText text)
    {
        var taken = new List<TextChange>();
        foreach (var diagnostic in diagnostics.OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start))
        {
            if (DescriptorFix.Read(diagnostic.Properties, text) is { } fix
                && !fix.Changes.Any(change => taken.Exists(other => other.Span.IntersectsWith(change.Span))))
            {
                taken.AddRange(fix.Changes);
            }
        }

        taken.Sort((left, right) => left.Span.CompareTo(right.Span));
        return taken;
    }
}
