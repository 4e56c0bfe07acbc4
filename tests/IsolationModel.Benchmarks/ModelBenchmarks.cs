using BenchmarkDotNet.Attributes;
using IsolationModel.Evaluation;
using IsolationModel.Modeling;
using IsolationModel.Modeling.Reading;

namespace IsolationModel.Benchmarks;

/// <summary>Reading models: what every start of the tool and of the compiler pays once.</summary>
[MemoryDiagnoser]
[BenchmarkCategory("Model")]
public class ModelBenchmarks
{
    private static readonly ModelText Overlay = new("contoso.isolation.json", """
        {
          "formatVersion": "1.0",
          "model": { "id": "contoso", "version": "1.0.0", "extends": { "isolation-model": "^0.1" } },
          "nodes": { "seccompDefault": true },
          "names": { "runtimeClass": { "contoso-strong": { "technology": "kata" } } }
        }
        """);

    private readonly ModelDefinition _builtIn = BuiltInModel.Definition;

    /// <summary>The embedded model, from its resource.</summary>
    [Benchmark(Baseline = true)]
    public ModelDefinition ReadBuiltIn() => ModelReader.Read(BuiltInModel.Parts()).Model;

    /// <summary>An overlay onto it.</summary>
    [Benchmark]
    public ModelDefinition ExtendByOverlay() => ModelReader.Extend(_builtIn, [Overlay]).Model;

    /// <summary>The look-ups of a model.</summary>
    [Benchmark]
    public ModelIndex Index() => new(_builtIn);
}
