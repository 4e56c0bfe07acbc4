using BenchmarkDotNet.Attributes;

namespace IsolationModel.Benchmarks;

/// <summary>
/// What the analyzer costs a compilation of 2,000 files: without a library that it knows, and with one. The yardstick is the compilation alone,
/// and the .NET analyzers that each SDK brings along.
/// </summary>
/// <remarks>Any analyzer at all makes the compiler bind once more; <c>analyzers</c> as the program's argument counts what analyzers add to a real build.</remarks>
[MemoryDiagnoser]
[BenchmarkCategory("Code")]
public class CodeBenchmarks
{
    private CodeProject _plain = null!;
    private CodeProject _pods = null!;

    /// <summary>Parses the projects.</summary>
    [GlobalSetup]
    public void Setup()
    {
        _plain = new CodeProject(buildsPods: false);
        _pods = new CodeProject(buildsPods: true);
    }

    /// <summary>No analyzer.</summary>
    [Benchmark(Baseline = true)]
    public int Compiler() => _plain.Compile();

    /// <summary>Our analyzer, where nothing concerns it.</summary>
    [Benchmark]
    public Task<int> OursWithoutLibrary() => _plain.CompileWithOurs();

    /// <summary>The .NET analyzers at their defaults.</summary>
    [Benchmark]
    public Task<int> DotNetAnalyzers() => _plain.CompileWithDotNet();

    /// <summary>No analyzer, on the project that builds pods.</summary>
    [Benchmark]
    public int CompilerWithPods() => _pods.Compile();

    /// <summary>Our analyzer on the project that builds pods.</summary>
    [Benchmark]
    public Task<int> OursWithPods() => _pods.CompileWithOurs();
}
