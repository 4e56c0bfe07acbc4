using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using IsolationModel.Analyzers;
using IsolationModel.Descriptors;
using IsolationModel.Fuzzing.Oracles;
using IsolationModel.Fuzzing.Seeds;
using IsolationModel.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace IsolationModel.Fuzzing.Targets;

/// <summary>The compiler's side: generator and analyzer over hostile overlays, settings and descriptors.</summary>
internal sealed class CompilerTarget : IFuzzTarget
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The oldest language that generated code may be in, so that it must do.</summary>
    private static readonly CSharpParseOptions Oldest = new(LanguageVersion.CSharp7_3);

    private static readonly CSharpCompilation Empty = CSharpCompilation.Create("Shop", [], References(), new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));

    public string Name => "compiler";

    public bool IsOfOneFile => false;

    public IEnumerable<FuzzInput> Seeds(SeedPool pool) => pool.Sets.Where(SeedKinds.IsOverlay).Concat(pool.Sets);

    public void Check(FuzzInput input, CancellationToken cancellationToken)
    {
        var files = input.Files.Select(static file => (AdditionalText)new Additional(file)).ToImmutableArray();
        var texts = input.Files.ToDictionary(static file => file.Path, static file => Additional.Decode(file.Bytes), StringComparer.Ordinal);
        var result = CSharpGeneratorDriver.Create([new IsolationModelGenerator().AsSourceGenerator()], files, Oldest)
            .RunGenerators(Empty, cancellationToken).GetRunResult().Results.Single();
        OracleException.Demand(result.Exception is null, "crash", $"the generator: {result.Exception?.GetType().Name} {Find.PlaceOf(result.Exception)}", () => $"{result.Exception}");
        Check(result.Diagnostics, texts);
        if (!result.Diagnostics.IsDefaultOrEmpty || input.Files.Any(static file => file.Path.EndsWith(".isolation.json", StringComparison.Ordinal)))
        {
            Compile(result, cancellationToken);
        }

        var diagnostics = Empty.WithAnalyzers([new DescriptorAnalyzer()], new AnalyzerOptions(files)).GetAnalyzerDiagnosticsAsync(cancellationToken).GetAwaiter().GetResult();
        Check(diagnostics, texts);
        Agree(input, diagnostics, cancellationToken);
    }

    private static void Check(ImmutableArray<Diagnostic> diagnostics, Dictionary<string, SourceText> texts)
    {
        foreach (var diagnostic in diagnostics)
        {
            var message = diagnostic.GetMessage(CultureInfo.InvariantCulture);
            OracleException.Demand(diagnostic.Id is not ("AD0001" or "CS8785" or "CS8784" or "ISM9001"), "crash", $"{diagnostic.Id} {Find.PlaceOf(Crashes.Last)}", () => $"{message}\n{Crashes.Last}");
            // The log of a build is read line by line, and a line of it can be an error.
            OracleException.Demand(!message.Any(char.IsControl), "message", "a message of the compiler is not one line", () => message);
            var span = diagnostic.Location.GetLineSpan();
            if (span.IsValid && texts.TryGetValue(span.Path, out var text))
            {
                // Editors start no new line at the separators of Unicode, and the compiler does.
                OracleException.Demand(
                    diagnostic.Location.SourceSpan.End <= text.Length
                    && (text.ToString().AsSpan().IndexOfAny('\u0085', '\u2028', '\u2029') >= 0 || text.Lines.GetLinePosition(diagnostic.Location.SourceSpan.Start) == span.StartLinePosition),
                    "ranges",
                    $"a place of {diagnostic.Id} is outside of its text, or another line",
                    () => $"{span} {diagnostic.Location.SourceSpan}");
            }
        }
    }

    private static void Compile(GeneratorRunResult result, CancellationToken cancellationToken)
    {
        var trees = result.GeneratedSources.Select(source => CSharpSyntaxTree.ParseText(source.SourceText.ToString(), Oldest, source.HintName, cancellationToken: cancellationToken));
        var error = Empty.AddSyntaxTrees(trees).GetDiagnostics(cancellationToken).FirstOrDefault(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        OracleException.Demand(error is null, "generated code", $"does not compile: {error?.Id}", () => error!.ToString());
    }

    /// <summary>Where no settings and no overlay hold, the compiler says what the libraries say; files whose names are none of descriptors it passes over.</summary>
    private static void Agree(FuzzInput input, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellationToken)
    {
        if (input.Files.Any(static file => file.Text is null || DescriptorPatterns.Match(file.Path) is null))
        {
            return;
        }

        var expected = Judgement.Of(input.Files, null, cancellationToken).Result.Findings
            .Select(static finding => $"{finding.File}({finding.Start.Line},{finding.Start.Column}): {finding.Rule.Id}").Order(StringComparer.Ordinal).ToList();
        var actual = diagnostics.Where(static diagnostic => diagnostic.Location.GetLineSpan().IsValid)
            .Select(static diagnostic => (diagnostic.Id, Span: diagnostic.Location.GetLineSpan()))
            .Select(static place => $"{place.Span.Path}({place.Span.StartLinePosition.Line + 1},{place.Span.StartLinePosition.Character + 1}): {place.Id}").Order(StringComparer.Ordinal).ToList();
        OracleException.Demand(
            expected.SequenceEqual(actual, StringComparer.Ordinal),
            "agreement",
            "the compiler has other findings than the libraries",
            () => string.Join('\n', expected.Except(actual).Select(static line => "- " + line).Concat(actual.Except(expected).Select(static line => "+ " + line))));
    }

    private static IEnumerable<MetadataReference> References() => ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
        .Split(Path.PathSeparator)
        .Where(static path => Path.GetFileName(path) is "System.Runtime.dll" or "System.Private.CoreLib.dll" or "System.Collections.dll" or "System.Linq.dll" or "netstandard.dll" or "IsolationModel.SDK.dll" or "IsolationModel.Core.dll")
        .Select(static path => MetadataReference.CreateFromFile(path));

    /// <summary>An additional file, decoded as the compiler decodes it: what is not UTF-8 is taken for one byte a character.</summary>
    private sealed class Additional(FuzzFile file) : AdditionalText
    {
        private readonly SourceText _text = Decode(file.Bytes);

        public override string Path => file.Path;

        public static SourceText Decode(byte[] bytes)
        {
            try
            {
                return SourceText.From(bytes, bytes.Length, StrictUtf8);
            }
            catch (DecoderFallbackException)
            {
                return SourceText.From(bytes, bytes.Length, Encoding.Latin1);
            }
        }

        public override SourceText GetText(CancellationToken cancellationToken = default) => _text;
    }
}
