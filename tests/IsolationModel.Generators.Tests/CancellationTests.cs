using System.Collections.Immutable;
using IsolationModel.Generators.Tests.Driving;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace IsolationModel.Generators.Tests;

/// <summary>An editor stops the generator at every key stroke, wherever it is: it ends, and the next run of the same driver makes the whole.</summary>
public sealed class CancellationTests
{
    [Fact]
    public void A_run_that_is_stopped_at_any_file_leaves_the_driver_as_it_was()
    {
        using var never = new Stop(int.MaxValue);
        var expected = Sources(Driver(never).RunGenerators(Compiling.Empty, TestContext.Current.CancellationToken));
        Assert.NotEmpty(expected);
        var stops = 0;
        for (var n = 1; ; n++)
        {
            using var stop = new Stop(n);
            GeneratorDriver driver = Driver(stop);
            try
            {
                driver = driver.RunGenerators(Compiling.Empty, stop.Token);
                Assert.Equal(expected, Sources(driver));
            }
            catch (OperationCanceledException)
            {
                Assert.True(stop.WasStopped);
                stops++;
            }

            Assert.Equal(expected, Sources(driver.RunGenerators(Compiling.Empty, TestContext.Current.CancellationToken)));
            if (!stop.WasStopped)
            {
                break;
            }
        }

        Assert.InRange(stops, 1, int.MaxValue);
    }

    [Fact]
    public void A_run_that_is_stopped_at_any_moment_leaves_the_driver_as_it_was()
    {
        using var never = new Stop(int.MaxValue);
        var expected = Sources(Driver(never).RunGenerators(Compiling.Empty, TestContext.Current.CancellationToken));
        var random = new Random(20261126);
        for (var i = 0; i < 60; i++)
        {
            using var source = new CancellationTokenSource(TimeSpan.FromMicroseconds(random.Next(0, 40_000)));
            GeneratorDriver driver = Driver(never);
            try
            {
                driver = driver.RunGenerators(Compiling.Empty, source.Token);
                Assert.Equal(expected, Sources(driver));
            }
            catch (OperationCanceledException)
            {
                Assert.True(source.IsCancellationRequested);
            }

            Assert.Equal(expected, Sources(driver.RunGenerators(Compiling.Empty, TestContext.Current.CancellationToken)));
        }
    }

    private static CSharpGeneratorDriver Driver(Stop stop) => CSharpGeneratorDriver.Create(
        [new IsolationModelGenerator().AsSourceGenerator()],
        [new StoppingText("/shop/contoso.isolation.json", Samples.Contoso, stop), new StoppingText("/shop/isolation.json", """{ "models": ["contoso.isolation.json"], "level": "hihg" }""", stop)],
        new CSharpParseOptions(LanguageVersion.Latest),
        ProjectOptions.Ordinary);

    /// <summary>What was generated, and what was told.</summary>
    private static ImmutableSortedDictionary<string, string> Sources(GeneratorDriver driver)
    {
        var result = driver.GetRunResult();
        Assert.All(result.Results, static run => Assert.Null(run.Exception));
        return result.Results.Single().GeneratedSources.Select(static source => (source.HintName, Text: source.SourceText.ToString()))
            .Concat(result.Diagnostics.Select(static (diagnostic, i) => (HintName: $"told {i}", Text: diagnostic.ToString())))
            .ToImmutableSortedDictionary(static entry => entry.HintName, static entry => entry.Text, StringComparer.Ordinal);
    }

    /// <summary>Stops a run when a text is asked for the n-th time.</summary>
    private sealed class Stop(int after) : IDisposable
    {
        private readonly CancellationTokenSource _source = new();
        private int _asked;

        public CancellationToken Token => _source.Token;

        public bool WasStopped => _source.IsCancellationRequested;

        public void Count()
        {
            if (Interlocked.Increment(ref _asked) == after)
            {
                _source.Cancel();
            }
        }

        public void Dispose() => _source.Dispose();
    }

    private sealed class StoppingText(string path, string text, Stop stop) : AdditionalText
    {
        private readonly SourceText _text = SourceText.From(text, System.Text.Encoding.UTF8);

        public override string Path => path;

        public override SourceText? GetText(CancellationToken cancellationToken = default)
        {
            stop.Count();
            return _text;
        }
    }
}
