using System.Collections.Frozen;
using BenchmarkDotNet.Attributes;

namespace IsolationModel.Benchmarks;

/// <summary>Finding technologies by name: every name of the catalogue, and as many that are not in it.</summary>
[MemoryDiagnoser]
[BenchmarkCategory("Names")]
public class NameLookupBenchmarks
{
    /// <summary>As many as there are names; the setup checks it.</summary>
    private const int Operations = 112;

    private static readonly string[] Names = Technologies.All.SelectMany(technology => new[] { technology.Id, technology.Id + "x" }).ToArray();
    private static readonly FrozenDictionary<string, Technology> Frozen = Technologies.All.ToFrozenDictionary(technology => technology.Id, StringComparer.Ordinal);

    /// <summary>Checks that all find the same.</summary>
    [GlobalSetup]
    public void Setup()
    {
        var count = Technologies.All.Count;
        if (Names.Length != Operations)
        {
            throw new InvalidOperationException($"There are {Names.Length} names now: write that as {nameof(Operations)}, and the new ones into {nameof(NameSwitch)}.");
        }

        var counts = new[] { Names.Count(name => NameSwitch.Find(name) >= 0), GeneratedByString(), GeneratedBySpan(), FrozenDictionary(), SwitchOnSpan() };
        if (counts.Any(found => found != count))
        {
            throw new InvalidOperationException($"Not all find the {count} technologies: {string.Join(' ', counts)}.");
        }
    }

    /// <summary>The straw man.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = Operations)]
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
    [Benchmark(OperationsPerInvoke = Operations)]
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
    [Benchmark(OperationsPerInvoke = Operations)]
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
    [Benchmark(OperationsPerInvoke = Operations)]
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
