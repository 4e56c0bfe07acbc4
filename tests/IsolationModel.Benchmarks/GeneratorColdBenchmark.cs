using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Engines;
using Microsoft.CodeAnalysis;

namespace IsolationModel.Benchmarks;

/// <summary>A generator's first run in a fresh process: what a build from the command line pays, just-in-time compilation included.</summary>
[MemoryDiagnoser]
[SimpleJob(RunStrategy.ColdStart, launchCount: 5, warmupCount: 0, iterationCount: 1, invocationCount: 1)]
[BenchmarkCategory("Cold")]
public class GeneratorColdBenchmark
{
    private readonly GeneratorProject _project = new();

    /// <summary>The peer: one root type.</summary>
    [Benchmark(Baseline = true)]
    public GeneratorDriver JsonGenerator() => Checked(JsonGeneratorPeer.NewDriver());

    /// <summary>Ours: an overlay on the whole built-in model.</summary>
    [Benchmark]
    public GeneratorDriver FirstRun() => Checked(_project.NewDriver());

    private GeneratorDriver Checked(GeneratorDriver driver)
    {
        driver = driver.RunGenerators(_project.Compilation);
        var result = driver.GetRunResult();
        return result.GeneratedTrees.Length > 0 && result.Diagnostics.IsEmpty
            ? driver
            : throw new InvalidOperationException($"The generator made nothing or reported: {string.Join(" ", result.Diagnostics)}");
    }
}
