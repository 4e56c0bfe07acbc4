using BenchmarkDotNet.Attributes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace IsolationModel.Benchmarks;

/// <summary>The generator on an overlay of the whole built-in model, warm: with a new driver, and after edits that do and do not concern it.</summary>
[MemoryDiagnoser]
[BenchmarkCategory("Generator")]
public class GeneratorBenchmarks
{
    private GeneratorProject _project = new();
    private GeneratorDriver _driver = null!;
    private Compilation _edited = null!;
    private OverlayText _whiteSpace = null!;

    /// <summary>Runs the generator once, so that edits start from its state.</summary>
    [GlobalSetup]
    public void Setup()
    {
        _project = new GeneratorProject();
        _driver = _project.NewDriver().RunGenerators(_project.Compilation);
        _edited = _project.Compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText("class Unrelated { }"));
        _whiteSpace = new OverlayText(GeneratorProject.Overlay + "\n\n");
    }

    /// <summary>Everything anew, as in each build from the command line.</summary>
    [Benchmark(Baseline = true)]
    public GeneratorDriver NewDriver() => _project.NewDriver().RunGenerators(_project.Compilation);

    /// <summary>Somebody types in a C# file.</summary>
    [Benchmark]
    public GeneratorDriver UnrelatedEdit() => _driver.RunGenerators(_edited);

    /// <summary>Somebody adds a blank line to the overlay.</summary>
    [Benchmark]
    public GeneratorDriver WhiteSpaceEditOfTheOverlay() => _driver.ReplaceAdditionalText(_project.Text, _whiteSpace).RunGenerators(_project.Compilation);
}
