using System.Collections.Immutable;
using IsolationModel.Analyzers.Tests.Support;
using IsolationModel.CodeFixes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using static IsolationModel.Analyzers.Tests.Support.MarkupTest;

namespace IsolationModel.Analyzers.Tests;

/// <summary>Code fixes on additional files. The testing library knows fixes of C# documents only, so this drives a workspace itself.</summary>
public sealed class CodeFixTests
{
    [Fact]
    public async Task A_misspelt_need_gets_its_nearest_spelling_and_nothing_else_changes()
    {
        var text = Pod("isolationmodel.dev/needs: \"untrusted-cod,  side-channels\" # keep me");
        using var workspace = new FixWorkspace(("a.yaml", text));
        var action = Assert.Single(await workspace.ActionsAsync());
        Assert.Equal("Change to 'untrusted-code'", action.Title);
        await workspace.ApplyAsync(action);
        Assert.Equal(text.Replace("untrusted-cod,", "untrusted-code,", StringComparison.Ordinal), await workspace.TextAsync("a.yaml"));
        Assert.Empty(await workspace.ActionsAsync());
    }

    [Fact]
    public async Task A_misspelt_key_gets_its_nearest_spelling()
    {
        var text = Pod("isolationmodel.dev/need: untrusted-code");
        using var workspace = new FixWorkspace(("a.yml", text));
        await workspace.ApplyAsync(Assert.Single(await workspace.ActionsAsync()));
        Assert.Equal(text.Replace("/need:", "/needs:", StringComparison.Ordinal), await workspace.TextAsync("a.yml"));
    }

    [Fact]
    public async Task A_json_file_can_be_mended()
    {
        const string text = """{ "apiVersion": "v1", "kind": "Pod", "metadata": { "name": "a", "annotations": { "isolationmodel.dev/level": "hihg" } }, "spec": { "containers": [] } }""";
        using var workspace = new FixWorkspace(("a.k8s.json", text));
        await workspace.ApplyAsync(Assert.Single(await workspace.ActionsAsync()));
        Assert.Equal(text.Replace("hihg", "high", StringComparison.Ordinal), await workspace.TextAsync("a.k8s.json"));
    }

    [Fact]
    public async Task A_finding_without_edits_has_no_fix()
    {
        using var workspace = new FixWorkspace(("a.yaml", Pod("isolationmodel.dev/level: high")), ("b.yaml", Pod("isolationmodel.dev/needs: nothing-of-the-kind")));
        Assert.Equal(["ISM1001", "ISM1101"], (await workspace.DiagnosticsAsync()).Select(diagnostic => diagnostic.Id).Order(StringComparer.Ordinal));
        Assert.Empty(await workspace.ActionsAsync());
    }

    [Fact]
    public async Task A_text_that_has_changed_since_is_left_alone()
    {
        using var workspace = new FixWorkspace(("a.yaml", Pod("isolationmodel.dev/needs: untrusted-cod")));
        var diagnostics = await workspace.DiagnosticsAsync();
        workspace.Change("a.yaml", text => "# one more line\n" + text);
        Assert.Empty(await workspace.ActionsAsync(diagnostics));
    }

    [Theory]
    [InlineData(FixAllScope.Project)]
    [InlineData(FixAllScope.Solution)]
    public async Task All_misspellings_are_mended_at_once_each_by_its_own_correction(FixAllScope scope)
    {
        var first = Documents(Pod("isolationmodel.dev/needs: untrusted-cod, side-chanels"), Pod("isolationmodel.dev/level: hihg", name: "b"));
        var second = Pod("isolationmodel.dev/needs: kernel-exploi");
        using var workspace = new FixWorkspace(("a.yaml", first), ("b.yaml", second), ("c.yaml", Pod("team: c")));
        await workspace.ApplyAsync(Assert.IsType<CodeAction>(await workspace.FixAllAsync(scope), exactMatch: false));
        Assert.Equal(
            first.Replace("untrusted-cod,", "untrusted-code,", StringComparison.Ordinal).Replace("chanels", "channels", StringComparison.Ordinal).Replace("hihg", "high", StringComparison.Ordinal),
            await workspace.TextAsync("a.yaml"));
        Assert.Equal(second.Replace("kernel-exploi", "kernel-exploit", StringComparison.Ordinal), await workspace.TextAsync("b.yaml"));
        Assert.Equal(Pod("team: c"), await workspace.TextAsync("c.yaml"));
    }

    [Fact]
    public async Task Nothing_to_mend_is_no_action()
    {
        using var workspace = new FixWorkspace(("a.yaml", Pod("team: a")));
        Assert.Null(await workspace.FixAllAsync(FixAllScope.Project));
    }

    [Fact]
    public void The_provider_is_exported_for_the_files_that_it_can_mend()
    {
        var export = Assert.Single(typeof(DescriptorCodeFixProvider).GetCustomAttributes(inherit: false).OfType<ExportCodeFixProviderAttribute>());
        Assert.Equal([nameof(TextDocumentKind.AdditionalDocument)], export.DocumentKinds!.AsEnumerable());
        Assert.Equal([".yaml", ".yml", ".json"], export.DocumentExtensions!.AsEnumerable());
        Assert.Contains("ISM1101", new DescriptorCodeFixProvider().FixableDiagnosticIds);
    }
}
