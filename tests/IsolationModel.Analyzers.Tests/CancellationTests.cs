using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using IsolationModel.Analyzers.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using static IsolationModel.Analyzers.Tests.Support.MarkupTest;

namespace IsolationModel.Analyzers.Tests;

/// <summary>An editor stops the analyzer at every key stroke, wherever it is: it ends, and whoever asks next gets the whole.</summary>
public sealed class CancellationTests
{
    /// <summary>The files with a finding each.</summary>
    private static readonly string[] Told = ["a.yaml", "c.yaml", "compose.yaml"];

    [Fact]
    public void A_run_that_is_stopped_anywhere_can_be_gone_on_with()
    {
        using var calm = new StoppingHost(int.MaxValue);
        var expected = Diagnostics(calm, out _);
        Assert.Equal(Told, expected!.Select(static line => line.Split('(')[0]));
        var stops = 0;
        for (var n = 1; ; n++)
        {
            using var host = new StoppingHost(n);
            var told = Diagnostics(host, out var run);
            if (told is not null)
            {
                // Stopped too late to matter, or not at all: the whole, never a part.
                Assert.Equal(expected, told);
            }

            Assert.Equal(expected, host.Files.SelectMany(file => run.DiagnosticsOf(file, CancellationToken.None)).Select(AnalyzerRun.Line));
            if (!host.WasStopped)
            {
                break;
            }

            stops++;
        }

        Assert.InRange(stops, 10, int.MaxValue);
    }

    /// <summary>The driver's own token, through the whole compilation; the same analyzer works afterwards.</summary>
    [Fact]
    public async Task A_compilation_that_is_stopped_anywhere_leaves_the_analyzer_as_it_was()
    {
        var analyzer = new DescriptorAnalyzer();
        using var calm = new StoppingHost(int.MaxValue);
        var expected = await Judge(analyzer, calm);
        Assert.Equal(Told, expected.Select(static line => line.Split('(')[0]));
        for (var n = 1; n <= 60; n++)
        {
            using var host = new StoppingHost(n);
            try
            {
                Assert.Equal(expected, await Judge(analyzer, host));
            }
            catch (OperationCanceledException)
            {
                Assert.True(host.WasStopped);
            }
        }

        Assert.Equal(expected, await Judge(analyzer, calm));
    }

    private static List<string>? Diagnostics(StoppingHost host, out DescriptorRun run)
    {
        var judging = run = new DescriptorRun(new AnalyzerOptions(host.Files, host), new TextCache(new InertContext()));
        try
        {
            return [.. host.Files.SelectMany(file => judging.DiagnosticsOf(file, host.Token)).Select(AnalyzerRun.Line)];
        }
        catch (OperationCanceledException)
        {
            Assert.True(host.WasStopped);
            return null;
        }
    }

    private static async Task<IReadOnlyList<string>> Judge(DescriptorAnalyzer analyzer, StoppingHost host)
    {
        var crashes = new List<Exception>();
        var diagnostics = await new AnalyzerRun().Compilation()
            .WithAnalyzers([analyzer], new CompilationWithAnalyzersOptions(new AnalyzerOptions(host.Files, host), (error, _, _) => crashes.Add(error), concurrentAnalysis: true, logAnalyzerExecutionTime: false))
            .GetAnalyzerDiagnosticsAsync(host.Token);
        Assert.Empty(crashes);
        return [.. diagnostics.Select(AnalyzerRun.Line).Order(StringComparer.Ordinal)];
    }

    /// <summary>A host that stops the run when it is asked for the n-th time, be it for a text or an option.</summary>
    private sealed class StoppingHost : AnalyzerConfigOptionsProvider, IDisposable
    {
        private readonly CancellationTokenSource _source = new();
        private readonly int _after;
        private readonly Options _options;
        private int _asked;

        public StoppingHost(int after)
        {
            _after = after;
            _options = new Options(Count);
            Files =
            [
                Text("a.yaml", Pod("isolationmodel.dev/level: high", "runtimeClassName: one")),
                Text("b.yaml", RuntimeClass("one", "runc")),
                Text("c.yaml", Pod("isolationmodel.dev/needs: untrusted-cod")),
                Text("compose.yaml", "services:\n  web:\n    image: a\n    privileged: true\n    labels: { isolationmodel.dev/level: high }\n"),
                Text("shop.isolation.json", """{ "formatVersion": "1.0", "model": { "id": "shop", "version": "1.0.0", "extends": { "isolation-model": "^0.1" } } }"""),
                Text("isolation.json", """{ "failOn": "warning" }"""),
            ];
        }

        public ImmutableArray<AdditionalText> Files { get; }

        public CancellationToken Token => _source.Token;

        public bool WasStopped => _source.IsCancellationRequested;

        public override AnalyzerConfigOptions GlobalOptions => _options;

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => _options;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => _options;

        public void Dispose() => _source.Dispose();

        private InMemoryText Text(string name, string text)
        {
            var source = SourceText.From(text, Encoding.UTF8);
            return new InMemoryText(AnalyzerRun.Folder + name, () =>
            {
                Count();
                return source;
            });
        }

        private void Count()
        {
            if (Interlocked.Increment(ref _asked) == _after)
            {
                _source.Cancel();
            }
        }

        private sealed class Options(Action count) : AnalyzerConfigOptions
        {
            public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value)
            {
                count();
                value = null;
                return false;
            }
        }
    }
}
