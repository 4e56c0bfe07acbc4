using System.Text;
using IsolationModel.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace IsolationModel.Conformance.FrontEnds;

/// <summary>The compiler again: mistakes in overlays are told by the generator, which runs where analyzers are switched off, too.</summary>
internal sealed class GeneratorFrontEnd : IFrontEnd
{
    /// <summary>What the compiler is told beside its input: severities by id.</summary>
    public CSharpCompilationOptions Options { get; init; } = new(OutputKind.DynamicallyLinkedLibrary);

    public bool Takes(ExampleInput input) => input.IsOverlay || input.IsSettings;

    public Task<IReadOnlyList<ObservedFinding>> Judge(ExampleInput input)
    {
        var compilation = CSharpCompilation.Create("Example", options: Options);
        AdditionalText[] files = input.Overlay is null
            ? [new AnalyzerFrontEnd.File(input.FileName, input.Bytes)]
            : [new AnalyzerFrontEnd.File(ExampleInput.AppliedOverlayName, Encoding.UTF8.GetBytes(input.Overlay)), new AnalyzerFrontEnd.File(input.FileName, input.Bytes)];
        var result = CSharpGeneratorDriver
            .Create([new IsolationModelGenerator().AsSourceGenerator()], files)
            .RunGenerators(compilation, TestContext.Current.CancellationToken)
            .GetRunResult();
        return Task.FromResult(ObservedFinding.Sort(result.Diagnostics.Select(diagnostic => AnalyzerFrontEnd.Observe(diagnostic, input.FileName))));
    }
}
