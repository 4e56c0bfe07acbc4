using System.Collections.Frozen;
using BenchmarkDotNet.Attributes;

namespace IsolationModel.Benchmarks;

/// <summary>Finding technologies by name: every name of the catalogue, and as many that are not in it.</summary>
[MemoryDiagnoser]
[BenchmarkCategory("Names")]
public class NameLookupBenchmarks
{
    private static readonly string[] Names = Technologies.All.SelectMany(technology => new[] { technology.Id, technology.Id + "x" }).ToArray();
    private static readonly FrozenDictionary<string, Technology> Frozen = Technologies.All.ToFrozenDictionary(technology => technology.Id, StringComparer.Ordinal);

    /// <summary>Checks that all find the same.</summary>
    [GlobalSetup]
    public void Setup()
    {
        var count = Technologies.All.Count;
        var counts = new[] { Names.Count(name => NameSwitch.Find(name) >= 0), GeneratedByString(), GeneratedBySpan(), FrozenDictionary(), SwitchOnSpan() };
        if (counts.Any(found => found != count))
        {
            throw new InvalidOperationException($"Not all find the {count} technologies: {string.Join(' ', counts)}.");
        }
    }

    /// <summary>The straw man.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = 110)]
    public int SwitchOnSpan()
    {
        var found = 0;
        foreach (var name in Names)
        {
            found += NameSwitch.Find(name.AsSpan()) >= 0 ? 1 : 0;
        }

        return found;
    }

    /// <summary>Ours, as generated.</summary>
    [Benchmark(OperationsPerInvoke = 110)]
    public int GeneratedByString()
    {
        var found = 0;
        foreach (var name in Names)
        {
            found += Technologies.Find(name) is not null ? 1 : 0;
        }

        return found;
    }

    /// <summary>Ours, as generated, for parts of texts.</summary>
    [Benchmark(OperationsPerInvoke = 110)]
    public int GeneratedBySpan()
    {
        var found = 0;
        foreach (var name in Names)
        {
            found += Technologies.Find(name.AsSpan()) is not null ? 1 : 0;
        }

        return found;
    }

    /// <summary>The framework's read-only dictionary.</summary>
    [Benchmark(OperationsPerInvoke = 110)]
    public int FrozenDictionary()
    {
        var found = 0;
        foreach (var name in Names)
        {
            found += Frozen.ContainsKey(name) ? 1 : 0;
        }

        return found;
    }
}
