using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace IsolationModel.Generators.Tests.Driving;

/// <summary>Compiles what was generated, with every warning an error, and runs it.</summary>
internal static class Compiling
{
    /// <summary>An empty compilation against the framework, the SDK and Core.</summary>
    public static CSharpCompilation Empty { get; } = CSharpCompilation.Create("Shop", [], References(), Options(NullableContextOptions.Disable));

    /// <summary>What the compiler says of the generated code together with a consumer's code.</summary>
    public static IReadOnlyList<Diagnostic> Compile(GeneratorRunResult result, string consumer, CSharpParseOptions parse, NullableContextOptions nullable, out CSharpCompilation compilation)
    {
        var documented = parse.WithDocumentationMode(DocumentationMode.Diagnose);
        var trees = result.GeneratedSources
            .Select(source => CSharpSyntaxTree.ParseText(source.SourceText.ToString(), documented, source.HintName))
            .Append(CSharpSyntaxTree.ParseText(consumer, parse, "Consumer.cs"));
        compilation = CSharpCompilation.Create("Shop", trees, Empty.References, Options(nullable));
        return [.. compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)];
    }

    /// <summary>Runs <c>Shop.Probe.Run()</c> of a compilation.</summary>
    public static string Run(CSharpCompilation compilation)
    {
        var probe = Load(compilation).GetType("Shop.Probe", throwOnError: true)!;
        return (string)probe.GetMethod("Run", BindingFlags.Public | BindingFlags.Static)!.Invoke(null, null)!;
    }

    /// <summary>Loads a compilation beside the SDK that the tests use.</summary>
    public static Assembly Load(CSharpCompilation compilation)
    {
        using var stream = new MemoryStream();
        var emitted = compilation.Emit(stream);
        Assert.True(emitted.Success, string.Join("\n", emitted.Diagnostics));
        stream.Position = 0;
        return new AssemblyLoadContext("Shop", isCollectible: true).LoadFromStream(stream);
    }

    private static IEnumerable<MetadataReference> References() => ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
        .Split(Path.PathSeparator)
        .Where(path => Path.GetFileName(path) is var name && (name.StartsWith("System.", StringComparison.Ordinal) || name is "netstandard.dll" or "mscorlib.dll"
            || name is "IsolationModel.SDK.dll" or "IsolationModel.Core.dll"))
        .Select(path => MetadataReference.CreateFromFile(path));

    private static CSharpCompilationOptions Options(NullableContextOptions nullable) =>
        new(OutputKind.DynamicallyLinkedLibrary, generalDiagnosticOption: ReportDiagnostic.Error, warningLevel: 9, nullableContextOptions: nullable);
}
