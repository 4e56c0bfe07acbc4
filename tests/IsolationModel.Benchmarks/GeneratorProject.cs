using IsolationModel.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace IsolationModel.Benchmarks;

/// <summary>A project of a few files with an overlay.</summary>
internal sealed class GeneratorProject
{
    public const string Overlay = """
        {
          "formatVersion": "1.0",
          "model": { "id": "contoso", "version": "1.0.0", "extends": { "isolation-model": "^0.1" } },
          "names": { "runtimeClass": { "contoso-strong": { "technology": "contoso-sandbox" } } },
          "technologies": {
            "contoso-sandbox": { "name": "Contoso Sandbox", "kind": "runtime", "mechanism": "application-kernel", "summary": "A sandbox.", "values": { "boundary": { "value": "software-sandbox", "source": "estimate" } } }
          }
        }
        """;

    public OverlayText Text { get; } = new(Overlay);

    public CSharpCompilation Compilation { get; } = CSharpCompilation.Create(
        "Benchmark",
        Enumerable.Range(0, 20).Select(index => CSharpSyntaxTree.ParseText($"class C{index} {{ }}")).Append(CSharpSyntaxTree.ParseText(JsonGeneratorPeer.Source)),
        References().Select(path => MetadataReference.CreateFromFile(path)),
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));

    public GeneratorDriver NewDriver() => CSharpGeneratorDriver.Create([new IsolationModelGenerator().AsSourceGenerator()], [Text]);

    /// <summary>The framework and ourselves.</summary>
    private static IEnumerable<string> References() =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetDirectoryName(path) == Path.GetDirectoryName(typeof(object).Assembly.Location))
            .Append(typeof(Technology).Assembly.Location);
}
