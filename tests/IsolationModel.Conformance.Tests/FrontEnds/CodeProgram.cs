using System.Reflection;
using System.Text;
using IsolationModel.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace IsolationModel.Conformance.FrontEnds;

/// <summary>C# code in the compiler, with the running framework, the product's library, KubernetesClient and Aspire.Hosting as references. Code that does not compile is no example.</summary>
internal static class CodeProgram
{
    private static readonly MetadataReference[] References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(static path => path.Contains("Microsoft.NETCore.App", StringComparison.Ordinal))
            .Select(static path => MetadataReference.CreateFromFile(path)),
        MetadataReference.CreateFromFile(typeof(WorkloadDescriptor).Assembly.Location),
        MetadataReference.CreateFromFile(typeof(Evaluation.Verdict).Assembly.Location),
        MetadataReference.CreateFromFile(Path.Combine(PackageRoot, "kubernetesclient/21.0.8/lib/net10.0/KubernetesClient.dll")),
        MetadataReference.CreateFromFile(Path.Combine(PackageRoot, "aspire.hosting/13.6.5/lib/net8.0/Aspire.Hosting.dll")),
    ];

    private static string PackageRoot => typeof(CodeProgram).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static attribute => attribute.Key == "NuGetPackageRoot").Value!;

    /// <summary>What the compiler finds in an example.</summary>
    public static async Task<IReadOnlyList<ObservedFinding>> Judge(ExampleInput input, CSharpCompilationOptions options)
    {
        var compilation = Compile(Encoding.UTF8.GetString(input.Bytes!), input.FileName, options);
        return ObservedFinding.Sort((await Judge(compilation)).Select(diagnostic => AnalyzerFrontEnd.Observe(diagnostic, input.FileName)));
    }

    public static CSharpCompilation Compile(string code, string path, CSharpCompilationOptions options)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var tree = CSharpSyntaxTree.ParseText(code, new CSharpParseOptions(LanguageVersion.CSharp12), path, Encoding.UTF8, cancellationToken);
        var compilation = CSharpCompilation.Create("Example", [tree], References, options);
        Assert.Empty(compilation.GetDiagnostics(cancellationToken).Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        return compilation;
    }

    public static async Task<IReadOnlyList<Diagnostic>> Judge(CSharpCompilation compilation) => await compilation
        .WithAnalyzers([new DescriptorAnalyzer()], new AnalyzerOptions([]))
        .GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
}
