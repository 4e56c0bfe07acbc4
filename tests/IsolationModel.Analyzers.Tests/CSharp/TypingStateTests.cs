using System.Collections.Immutable;
using System.Reflection;
using IsolationModel.Analyzers.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace IsolationModel.Analyzers.Tests.CSharp;

/// <summary>
/// Code as it is while somebody types: cut off anywhere, with words missing and words too many. The analyzer never fails on it, and it tells
/// nothing outside of the text.
/// </summary>
/// <remarks>The variable <c>ISOLATION_TYPING_STATES</c> says how many variants of each sample are tried; without it, a sample of them.</remarks>
public sealed class TypingStateTests
{
    private const int DefaultVariants = 60;

    private static readonly ImmutableArray<MetadataReference> References =
        [.. Libraries.Framework, Libraries.KubernetesClient, Libraries.DockerDotNetEnhanced, Libraries.Testcontainers, Libraries.AspireHosting];

    private static int Variants =>
        int.TryParse(Environment.GetEnvironmentVariable("ISOLATION_TYPING_STATES"), out var count) ? count : DefaultVariants;

    public static TheoryData<string> Samples() => [.. Names()];

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task Every_sample_is_read_as_it_stands(string sample) =>
        Assert.NotEmpty(await Judge(Text(sample)));

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task Text_that_is_cut_off_anywhere_is_analysed(string sample)
    {
        var text = Text(sample);
        var step = Math.Max(1, text.Length / Math.Min(Variants, text.Length));
        await Each(Enumerable.Range(0, (text.Length / step) + 1).Select(part => text[..Math.Min(text.Length, part * step)]));
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task A_word_that_is_missing_or_doubled_is_survived(string sample)
    {
        var text = Text(sample);
        var tokens = (await CSharpSyntaxTree.ParseText(text, cancellationToken: TestContext.Current.CancellationToken).GetRootAsync(TestContext.Current.CancellationToken)).DescendantTokens().Where(token => token.Span.Length > 0).ToList();
        var random = new Random(tokens.Count);
        // Each token once, then several at a time.
        await Each(Enumerable.Range(0, Variants).Select(variant => Spoil(text, tokens, variant, random)).ToList());
    }

    private static string Spoil(string text, List<SyntaxToken> tokens, int variant, Random random)
    {
        var isSmall = Variants < 2 * tokens.Count;
        var result = text;
        var changes = isSmall || variant < 2 * tokens.Count ? 1 : 1 + (variant % 4);
        foreach (var number in Enumerable.Range(0, changes).Select(change => change == 0 && !isSmall && variant < 2 * tokens.Count ? variant / 2 : random.Next(tokens.Count)).Distinct().OrderDescending())
        {
            var token = tokens[number];
            var isDoubled = (variant & 1) == 1;
            result = isDoubled
                ? result.Insert(token.Span.End, " " + token.Text)
                : result.Remove(token.SpanStart, Math.Min(token.Span.Length, result.Length - token.SpanStart));
        }

        return result;
    }

    private static Task Each(IEnumerable<string> texts) =>
        Parallel.ForEachAsync(texts, TestContext.Current.CancellationToken, async (text, _) => await Judge(text));

    private static async Task<IReadOnlyList<Diagnostic>> Judge(string text)
    {
        var tree = CSharpSyntaxTree.ParseText(text, new CSharpParseOptions(LanguageVersion.CSharp12), CodeTest.Path, cancellationToken: TestContext.Current.CancellationToken);
        var compilation = Empty.AddSyntaxTrees(tree);
        var diagnostics = await new CodeTest().Needs("level:high, pod-security:restricted").Diagnostics(compilation);
        Assert.All(diagnostics, diagnostic => Assert.InRange(diagnostic.Location.SourceSpan.End, 0, text.Length));
        Assert.DoesNotContain(diagnostics, diagnostic => diagnostic.Id is "AD0001" or "ISM9001");
        return diagnostics;
    }

    private static CSharpCompilation Empty { get; } = Bound();

    /// <summary>A compilation that knows its references already, so that those made from it share them.</summary>
    private static CSharpCompilation Bound()
    {
        var empty = CSharpCompilation.Create("Consumer", [], References, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        Assert.NotNull(empty.GetTypeByMetadataName("k8s.Models.V1Pod"));
        return empty;
    }

    private static IEnumerable<string> Names() => Assembly.GetExecutingAssembly().GetManifestResourceNames().Where(name => name.EndsWith(".cs.txt", StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    private static string Text(string sample)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(sample)!);
        return reader.ReadToEnd();
    }
}
