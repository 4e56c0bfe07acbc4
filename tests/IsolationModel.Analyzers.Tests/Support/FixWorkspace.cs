using System.Collections.Immutable;
using IsolationModel.CodeFixes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace IsolationModel.Analyzers.Tests.Support;

/// <summary>A workspace with one project and its additional files, in which fixes are offered and applied as an editor does.</summary>
internal sealed class FixWorkspace : IDisposable
{
    private readonly AdhocWorkspace _workspace = new();
    private readonly ProjectId _project;

    public FixWorkspace(params (string Name, string Text)[] files)
    {
        var project = _workspace.AddProject("Consumer", LanguageNames.CSharp);
        _project = project.Id;
        var solution = project.Solution
            .WithProjectCompilationOptions(_project, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary))
            .AddMetadataReference(_project, MetadataReference.CreateFromFile(typeof(object).Assembly.Location));
        foreach (var (name, text) in files)
        {
            solution = solution.AddAdditionalDocument(DocumentId.CreateNewId(_project, name), name, SourceText.From(text, System.Text.Encoding.UTF8), filePath: AnalyzerRun.Folder + name);
        }

        Assert.True(_workspace.TryApplyChanges(solution));
    }

    private Project Project => _workspace.CurrentSolution.GetProject(_project)!;

    public async Task<ImmutableArray<Diagnostic>> DiagnosticsAsync()
    {
        var compilation = await Project.GetCompilationAsync(TestContext.Current.CancellationToken);
        return await compilation!.WithAnalyzers([new DescriptorAnalyzer()], Project.AnalyzerOptions).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>What the light bulbs of all files offer.</summary>
    public async Task<IReadOnlyList<CodeAction>> ActionsAsync(ImmutableArray<Diagnostic> diagnostics = default)
    {
        var actions = new List<CodeAction>();
        foreach (var diagnostic in diagnostics.IsDefault ? await DiagnosticsAsync() : diagnostics)
        {
            var document = Project.AdditionalDocuments.Single(file => file.FilePath == diagnostic.Location.GetLineSpan().Path);
            var context = new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), TestContext.Current.CancellationToken);
            await new DescriptorCodeFixProvider().RegisterCodeFixesAsync(context);
        }

        return actions;
    }

    /// <summary>What "fix all" makes of the first fix that is offered.</summary>
    public async Task<CodeAction?> FixAllAsync(FixAllScope scope)
    {
        var key = (await ActionsAsync()).Select(action => action.EquivalenceKey).FirstOrDefault();
        var provider = new DescriptorCodeFixProvider();
        var all = provider.GetFixAllProvider();
        Assert.Contains(scope, all.GetSupportedFixAllScopes());
        return await all!.GetFixAsync(new FixAllContext(
            Project, provider, scope, key ?? string.Empty, provider.FixableDiagnosticIds, new Source(await DiagnosticsAsync()), TestContext.Current.CancellationToken));
    }

    public async Task ApplyAsync(CodeAction action)
    {
        var operations = await action.GetOperationsAsync(TestContext.Current.CancellationToken);
        Assert.IsType<ApplyChangesOperation>(Assert.Single(operations)).Apply(_workspace, TestContext.Current.CancellationToken);
    }

    public void Change(string name, Func<string, string> change)
    {
        var document = Project.AdditionalDocuments.Single(file => file.Name == name);
        Assert.True(document.TryGetText(out var text));
        Assert.True(_workspace.TryApplyChanges(_workspace.CurrentSolution.WithAdditionalDocumentText(document.Id, SourceText.From(change(text.ToString()), System.Text.Encoding.UTF8))));
    }

    public async Task<string> TextAsync(string name) =>
        (await Project.AdditionalDocuments.Single(file => file.Name == name).GetTextAsync(TestContext.Current.CancellationToken)).ToString();

    public void Dispose() => _workspace.Dispose();

    /// <summary>What an editor's store of diagnostics answers.</summary>
    private sealed class Source(ImmutableArray<Diagnostic> diagnostics) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>(diagnostics);

        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>([]);

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>([]);
    }
}
