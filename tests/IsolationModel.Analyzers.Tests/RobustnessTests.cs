using System.Globalization;
using System.Text;
using IsolationModel.Analyzers.Tests.Support;
using IsolationModel.Descriptors;
using Microsoft.CodeAnalysis.Text;
using static IsolationModel.Analyzers.Tests.Support.MarkupTest;

namespace IsolationModel.Analyzers.Tests;

/// <summary>No file, host or culture makes the analyzer fail, and a bad file costs itself only.</summary>
public sealed class RobustnessTests
{
    private const string GoodPlace = "good.yaml(8,1-8,5): warning ISM1001";

    private static readonly string Good = Pod("isolationmodel.dev/level: high");

    [Fact]
    public async Task A_file_without_text_is_told_and_the_others_are_judged()
    {
        var run = new AnalyzerRun().With(new InMemoryText(AnalyzerRun.Folder + "gone.yaml", () => null)).With("good.yaml", Good);
        Assert.Equal(["gone.yaml(1,1-1,1): warning ISM9008", GoodPlace], await run.Places());
    }

    [Fact]
    public async Task A_file_whose_text_cannot_be_had_is_told_with_the_reason()
    {
        var run = new AnalyzerRun().With(new InMemoryText(AnalyzerRun.Folder + "locked.yaml", () => throw new IOException("locked by another process."))).With("good.yaml", Good);
        var lines = await run.Lines();
        Assert.Equal("locked.yaml(1,1-1,1): warning ISM9008: the file could not be read: locked by another process", lines[1]);
        Assert.StartsWith(GoodPlace, lines[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_overlay_without_text_leaves_the_built_in_model()
    {
        var run = new AnalyzerRun().With(new InMemoryText(AnalyzerRun.Folder + "gone.isolation.json", () => null)).With("good.yaml", Good);
        Assert.Equal([GoodPlace], await run.Places());
    }

    [Fact]
    public async Task A_failure_of_the_host_is_one_located_finding_and_no_exception()
    {
        // Asked for the options of a file, this host throws.
        var options = new Microsoft.CodeAnalysis.Diagnostics.AnalyzerOptions([new InMemoryText("/repo/a.yaml", Good), new InMemoryText("/repo/b.yaml", Good)], new BrokenOptions());
        var run = new DescriptorRun(options, new TextCache(new Support.InertContext()));
        var diagnostics = options.AdditionalFiles.SelectMany(file => run.DiagnosticsOf(file, CancellationToken.None)).Select(AnalyzerRun.Line);
        var line = Assert.Single(diagnostics);
        Assert.StartsWith("a.yaml(1,1-1,1): warning ISM9001: judging failed with InvalidTimeZoneException: no options today; please report it at https://", line, StringComparison.Ordinal);
        await Task.CompletedTask;
    }

    [Fact]
    public async Task A_stopped_run_can_be_started_again()
    {
        var options = new AnalyzerRun().With("good.yaml", Good).Options();
        var run = new DescriptorRun(options, new TextCache(new Support.InertContext()));
        using var stopped = new CancellationTokenSource();
        await stopped.CancelAsync();
        Assert.ThrowsAny<OperationCanceledException>(() => run.DiagnosticsOf(options.AdditionalFiles[0], stopped.Token));
        Assert.Equal([GoodPlace], run.DiagnosticsOf(options.AdditionalFiles[0], CancellationToken.None).Select(AnalyzerRun.Place));
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("\0\0\0", 1)]
    [InlineData("apiVersion: v1\nkind: [", 1)]
    [InlineData("apiVersion: v1\nkind: Pod\nmetadata: {{ .Values.x }\n", 1)]
    [InlineData("apiVersion: v1\nkind: Pod\nspec: &a [*a]\n", 1)]
    [InlineData("apiVersion: v1\nkind: Pod\nspec: 1\n", 0)]
    [InlineData("- 1\n- 2\n", 0)]
    [InlineData("%%%%\n", 1)]
    public async Task A_broken_file_costs_itself_only(string text, int findings)
    {
        var places = await new AnalyzerRun().With("bad.yaml", text).With("good.yaml", Good).Places();
        Assert.Equal(findings, places.Count(place => place.StartsWith("bad.yaml(", StringComparison.Ordinal) && place.Contains("warning ISM9", StringComparison.Ordinal)));
        Assert.Equal(findings + 1, places.Count);
        Assert.Contains(GoodPlace, places);
    }

    [Fact]
    public async Task Deep_nesting_is_told()
    {
        var places = await new AnalyzerRun().With("deep.yaml", "apiVersion: " + new string('[', 100_000)).With("good.yaml", Good).Places();
        Assert.Equal(2, places.Count);
        Assert.Contains(places, place => place.EndsWith("warning ISM9004", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_file_beyond_the_limit_is_not_even_turned_into_a_string()
    {
        var places = await new AnalyzerRun().With(new InMemoryText(AnalyzerRun.Folder + "huge.yaml", new HugeText())).With("good.yaml", Good).Places();
        Assert.Equal([GoodPlace, "huge.yaml(1,1-1,1): warning ISM9002"], places);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Bytes_that_are_no_text_are_told_however_the_compiler_decoded_them(bool asLatin1)
    {
        var bytes = Encoding.Latin1.GetBytes(Good.Replace("name: api", "name: \u00e4pi", StringComparison.Ordinal));
        var text = SourceText.From(new MemoryStream(bytes), asLatin1 ? Encoding.Latin1 : Encoding.UTF8);
        var run = new AnalyzerRun().With(new InMemoryText(AnalyzerRun.Folder + "bad.yaml", text)).With("good.yaml", Good);
        Assert.Equal(["bad.yaml(4,9-4,9): warning ISM9003", GoodPlace], await run.Places());
    }

    [Fact]
    public async Task A_replacement_character_that_the_file_itself_holds_is_a_character()
    {
        var written = Good.Replace("name: api", "name: \ufffdpi", StringComparison.Ordinal);
        foreach (var encoding in new Encoding[] { new UTF8Encoding(false), new UTF8Encoding(true), Encoding.Unicode })
        {
            var bytes = encoding.GetPreamble().Concat(encoding.GetBytes(written)).ToArray();
            var text = SourceText.From(new MemoryStream(bytes), encoding);
            Assert.Equal([GoodPlace], await new AnalyzerRun().With(new InMemoryText(AnalyzerRun.Folder + "good.yaml", text)).Places());
        }
    }

    [Fact]
    public async Task Bytes_that_are_no_text_are_told_where_a_descriptor_is_expected()
    {
        var text = SourceText.From(new MemoryStream(Encoding.Latin1.GetBytes("title: \u00e4\n")), Encoding.Latin1);
        var run = new AnalyzerRun()
            .With(new InMemoryText(AnalyzerRun.Folder + "words.yaml", text))
            .With(new InMemoryText(AnalyzerRun.Folder + "words.json", text));
        Assert.Equal(["words.yaml(1,8-1,8): warning ISM9003"], await run.Places());
    }

    /// <summary>Compose takes the bytes as they are, so that what is ASCII counts.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_environment_file_that_is_no_text_is_told_and_read_as_far_as_it_can_be(bool asLatin1)
    {
        const string compose = "services:\n  web:\n    image: a\n    labels: { isolationmodel.dev/needs: untrusted-code }\n    runtime: ${RUNTIME:-kata}\n";
        var text = SourceText.From(new MemoryStream(Encoding.Latin1.GetBytes("# \u00e4\nRUNTIME=runc\n")), asLatin1 ? Encoding.Latin1 : Encoding.UTF8);
        var places = await new AnalyzerRun().With(new InMemoryText(AnalyzerRun.Folder + ".env", text)).With("compose.yaml", compose).Places();
        Assert.Contains(".env(1,3-1,3): warning ISM9003", places);
        Assert.Contains(places, static place => place.StartsWith("compose.yaml(5,", StringComparison.Ordinal) && place.EndsWith("ISM1001", StringComparison.Ordinal));
    }

    /// <summary>A code page of the machine makes other letters of what is UTF-8; what follows a name of such is set all the same.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_is_UTF8_in_a_file_that_is_not_counts_however_the_compiler_decoded_it(bool asLatin1)
    {
        const string compose = "services:\n  web:\n    image: a\n    labels: { isolationmodel.dev/needs: untrusted-code }\n    runtime: ${RUNTIME:-kata}\n";
        byte[] bytes = [.. "# \u00e4"u8, 0xE4, .. "\nGEH\u00c4USE=a\nRUNTIME=runc\n"u8];
        var text = SourceText.From(new MemoryStream(bytes), asLatin1 ? Encoding.Latin1 : Encoding.UTF8);
        var places = await new AnalyzerRun().With(new InMemoryText(AnalyzerRun.Folder + ".env", text)).With("compose.yaml", compose).Places();
        Assert.Contains(".env(1,4-1,4): warning ISM9003", places);
        Assert.Contains(places, static place => place.StartsWith("compose.yaml(5,", StringComparison.Ordinal) && place.EndsWith("ISM1001", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public async Task Line_ends_of_every_kind_count(string lineEnd) =>
        Assert.Equal([GoodPlace], await new AnalyzerRun().With("good.yaml", Good.Replace("\n", lineEnd, StringComparison.Ordinal)).Places());

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    [InlineData("sv-SE")]
    public async Task Cultures_change_nothing(string culture)
    {
        var run = new AnalyzerRun()
            .With("good.yaml", Good)
            .With("INFO.YAML", Pod("isolationmodel.dev/needs: untrusted-code, startup <= 1.5 ms", "runtimeClassName: kata-IO"))
            .WithOption("isolation_model.ISM1502.severity", "INFO");
        var expected = await run.Lines();
        Assert.Equal(2, expected.Count);
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            Assert.Equal(expected, await run.Lines(concurrent: false));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public async Task Concurrent_runs_say_the_same()
    {
        var run = new AnalyzerRun();
        for (var i = 0; i < 40; i++)
        {
            run.With($"{i:00}.yaml", Documents(Pod("isolationmodel.dev/level: high", $"runtimeClassName: c{(i + 1) % 40}", $"p{i}"), RuntimeClass($"c{i}", i % 2 == 0 ? "runc" : "runsc")));
        }

        var expected = await run.Lines(concurrent: false);
        Assert.Equal(20, expected.Count);
        var runs = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => run.Lines())));
        Assert.All(runs, lines => Assert.Equal(expected, lines));
    }

    private sealed class BrokenOptions : Microsoft.CodeAnalysis.Diagnostics.AnalyzerConfigOptionsProvider
    {
        public override Microsoft.CodeAnalysis.Diagnostics.AnalyzerConfigOptions GlobalOptions => throw Failure();

        public override Microsoft.CodeAnalysis.Diagnostics.AnalyzerConfigOptions GetOptions(Microsoft.CodeAnalysis.SyntaxTree tree) => throw Failure();

        public override Microsoft.CodeAnalysis.Diagnostics.AnalyzerConfigOptions GetOptions(Microsoft.CodeAnalysis.AdditionalText textFile) => throw Failure();

        private static InvalidTimeZoneException Failure() => new("no options today.");
    }

    /// <summary>A text that is long and must not be copied.</summary>
    private sealed class HugeText : SourceText
    {
        public override Encoding? Encoding => Encoding.UTF8;

        public override int Length => DescriptorLimits.FileSize + 1;

        public override char this[int position] => ' ';

        public override void CopyTo(int sourceIndex, char[] destination, int destinationIndex, int count) => throw new InvalidOperationException("copied");

        public override string ToString(TextSpan span) => throw new InvalidOperationException("copied");
    }
}
