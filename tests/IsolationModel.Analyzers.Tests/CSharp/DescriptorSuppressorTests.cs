using System.Collections.Immutable;
using IsolationModel.Analyzers.CSharp.Descriptors;
using IsolationModel.Analyzers.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace IsolationModel.Analyzers.Tests.CSharp;

/// <summary>Other analyzers do not call a descriptor superfluous that exists to be judged.</summary>
public sealed class DescriptorSuppressorTests
{
    private const string Code = """
        using IsolationModel;
        public static class Deploy
        {
            private static readonly WorkloadDescriptor Payments = new WorkloadDescriptor("payments") { Technology = Technologies.GVisor, Needs = Need.Of(Threats.UntrustedCode) };
            private static WorkloadDescriptor Reviews { get; } = new WorkloadDescriptor("reviews") { Technology = Technologies.GVisor, Needs = Need.Of(Threats.UntrustedCode) };
            private static readonly PodSettings Other = new PodSettings();
        }
        """;

    [Theory]
    [InlineData("CA1823")]
    [InlineData("IDE0051")]
    [InlineData("IDE0052")]
    public async Task A_descriptor_that_nothing_reads_is_no_dead_code(string id)
    {
        var compilation = new CodeTest(Libraries.Sdk).Compile(Code);
        var options = new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), null, true, logAnalyzerExecutionTime: false, reportSuppressedDiagnostics: true);
        var diagnostics = await compilation.WithAnalyzers([new NothingReads(id), new DescriptorSuppressor()], options).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        Assert.Equal(
            [("Other", false), ("Payments", true), ("Reviews", true)],
            diagnostics.Select(diagnostic => (CodeTest.Marked(diagnostic, Code), diagnostic.IsSuppressed)).Order());
    }

    [Fact]
    public void Each_suppression_says_why()
    {
        var suppressions = new DescriptorSuppressor().SupportedSuppressions;
        Assert.Equal(suppressions.Length, suppressions.Select(suppression => suppression.SuppressedDiagnosticId).Distinct(StringComparer.Ordinal).Count());
        Assert.All(suppressions, suppression => Assert.NotEmpty(suppression.Justification.ToString(System.Globalization.CultureInfo.InvariantCulture)));
    }

    /// <summary>Stands in for the analyzers that come with the SDK: it tells every private member.</summary>
#pragma warning disable RS1001, RS1017 // It is made by hand, once for each id.
    private sealed class NothingReads(string id) : DiagnosticAnalyzer
    {
        private readonly DiagnosticDescriptor _rule = new(id, "Nothing reads it", "Nothing reads it", "Test", DiagnosticSeverity.Warning, true);
#pragma warning restore RS1001, RS1017

        public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [_rule];

        public override void Initialize(AnalysisContext context)
        {
            context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
            context.EnableConcurrentExecution();
            context.RegisterSyntaxNodeAction(
                node => node.ReportDiagnostic(Diagnostic.Create(
                    _rule, node.Node is VariableDeclaratorSyntax variable ? variable.Identifier.GetLocation() : ((PropertyDeclarationSyntax)node.Node).Identifier.GetLocation())),
                SyntaxKind.VariableDeclarator,
                SyntaxKind.PropertyDeclaration);
        }
    }
}
