using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Engines;
using Microsoft.CodeAnalysis;

namespace IsolationModel.Benchmarks;

/// <summary>The generator's first run in a fresh process: what a build from the command line pays, just-in-time compilation included.</summary>
[SimpleJob(RunStrategy.ColdStart, launchCount: 5, warmupCount: 0, iterationCount: 1, invocationCount: 1)]
public class GeneratorColdBenchmark
{
    private readonly GeneratorProject _project = new();

    /// <summary>The first run.</summary>
    [Benchmark]
    public GeneratorDriver FirstRun() => _project.NewDriver().RunGenerators(_project.Compilation);
}
