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
        Enumerable.Range(0, 20).Select(index => CSharpSyntaxTree.ParseText($"class C{index} {{ }}")),
        [MetadataReference.CreateFromFile(typeof(object).Assembly.Location), MetadataReference.CreateFromFile(typeof(Technology).Assembly.Location)],
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));

    public GeneratorDriver NewDriver() => CSharpGeneratorDriver.Create([new IsolationModelGenerator().AsSourceGenerator()], [Text]);
}
