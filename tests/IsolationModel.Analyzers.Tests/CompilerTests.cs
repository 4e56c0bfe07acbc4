using IsolationModel.Analyzers.Tests.Support;
using IsolationModel.Rules;
using Microsoft.CodeAnalysis;
using static IsolationModel.Analyzers.Tests.Support.MarkupTest;
using RuleSet = IsolationModel.Rules.RuleSet;

namespace IsolationModel.Analyzers.Tests;

/// <summary>The analyzer among everything else that a compiler does.</summary>
public sealed class CompilerTests
{
    private static readonly string Failing = Pod("isolationmodel.dev/level: high");

    [Fact]
    public async Task What_the_compiler_says_of_the_program_stays_as_it_is()
    {
        const string source = "internal sealed class Program { private int unused; void M() { int x = \"\"; } }";
        var alone = await new AnalyzerRun().WithSource(source).Places();
        Assert.Equal(2, alone.Count);
        var together = await new AnalyzerRun().WithSource(source).With("a.yaml", Failing).Places();
        Assert.Equal([.. alone, "a.yaml(8,1-8,5): warning ISM1001"], together.OrderBy(place => place.Contains("ISM", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Nothing_is_reported_in_the_program()
    {
        var diagnostics = await new AnalyzerRun().With("a.yaml", Failing).Diagnostics();
        Assert.All(diagnostics, diagnostic => Assert.Equal(LocationKind.ExternalFile, diagnostic.Location.Kind));
    }

    [Theory]
    [InlineData(ReportDiagnostic.Suppress, null)]
    [InlineData(ReportDiagnostic.Error, "error")]
    [InlineData(ReportDiagnostic.Info, "info")]
    public async Task Options_of_the_compiler_by_id_hold(ReportDiagnostic option, string? severity)
    {
        var run = new AnalyzerRun().With("a.yaml", Failing);
        var compilation = run.Compilation();
        compilation = compilation.WithOptions(compilation.Options.WithSpecificDiagnosticOptions([new("ISM1001", option)]));
        var judged = new Microsoft.CodeAnalysis.Diagnostics.CompilationWithAnalyzers(compilation, [new DescriptorAnalyzer()], run.Options());
        var diagnostics = await judged.GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        Assert.Equal(severity is null ? [] : [$"a.yaml(8,1-8,5): {severity} ISM1001"], diagnostics.Select(AnalyzerRun.Place));
    }

    [Fact]
    public async Task One_file_alone_can_be_judged_as_an_editor_does()
    {
        var run = new AnalyzerRun().With("a.yaml", Failing).With("b.yaml", Failing);
        var options = run.Options();
        var judged = new Microsoft.CodeAnalysis.Diagnostics.CompilationWithAnalyzers(run.Compilation(), [new DescriptorAnalyzer()], options);
        var result = await judged.GetAnalysisResultAsync(options.AdditionalFiles[1], TestContext.Current.CancellationToken);
        Assert.Equal(["b.yaml(8,1-8,5): warning ISM1001"], result.GetAllDiagnostics().Select(AnalyzerRun.Place));
    }

    [Fact]
    public void Every_rule_has_a_descriptor_that_says_the_same()
    {
        var descriptors = new DescriptorAnalyzer().SupportedDiagnostics;
        Assert.Equal(
            RuleSet.All.Select(rule => (rule.Id, rule.Title, $"Isolation.{rule.Category}", rule.DefaultSeverity.ToString(), rule.HelpUri.AbsoluteUri)),
            descriptors.Select(descriptor => (descriptor.Id, descriptor.Title.ToString(System.Globalization.CultureInfo.InvariantCulture), descriptor.Category, descriptor.DefaultSeverity.ToString(), descriptor.HelpLinkUri)));
        Assert.All(descriptors, descriptor => Assert.True(descriptor.IsEnabledByDefault));
    }
}
