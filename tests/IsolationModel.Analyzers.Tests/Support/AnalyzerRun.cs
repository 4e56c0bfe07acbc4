using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace IsolationModel.Analyzers.Tests.Support;

/// <summary>Runs the analyzer as a compiler does, on files that exist only here.</summary>
internal sealed class AnalyzerRun
{
    public const string Folder = "/repo/deploy/";

    private static readonly ImmutableArray<MetadataReference> References = [MetadataReference.CreateFromFile(typeof(object).Assembly.Location)];

    private readonly List<AdditionalText> _files = [];
    private readonly Dictionary<string, string> _options = new(StringComparer.OrdinalIgnoreCase);
    private string _source = "internal sealed class Program;";

    public AnalyzerRun With(string name, string text) => With(new InMemoryText(Folder + name, text));

    public AnalyzerRun With(AdditionalText file)
    {
        _files.Add(file);
        return this;
    }

    /// <summary>Item metadata as the package's targets set it.</summary>
    public AnalyzerRun WithMetadata(string name, string kind, bool isExplicit = false) => WithFileOption(name, "build_metadata.AdditionalFiles.IsolationKind", kind)
        .WithFileOption(name, "build_metadata.AdditionalFiles.IsolationExplicit", isExplicit ? "true" : string.Empty);

    public AnalyzerRun WithFileOption(string name, string key, string value)
    {
        _options[$"{Folder}{name}|{key}"] = value;
        return this;
    }

    public AnalyzerRun WithOption(string key, string value)
    {
        _options[key] = value;
        return this;
    }

    public AnalyzerRun WithSource(string source)
    {
        _source = source;
        return this;
    }

    public AnalyzerOptions Options() => new([.. _files], new TestOptions(_options));

    public CSharpCompilation Compilation() => CSharpCompilation.Create(
        "Consumer",
        [CSharpSyntaxTree.ParseText(_source, new CSharpParseOptions(LanguageVersion.CSharp12), path: "/repo/Program.cs", cancellationToken: TestContext.Current.CancellationToken)],
        References,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));

    /// <summary>Everything that the compiler would print, in the order of places.</summary>
    public async Task<ImmutableArray<Diagnostic>> Diagnostics(DiagnosticAnalyzer? analyzer = null, bool concurrent = true)
    {
        var crashes = new List<Exception>();
        var options = new CompilationWithAnalyzersOptions(Options(), (error, _, _) => crashes.Add(error), concurrent, logAnalyzerExecutionTime: false);
        var judged = Compilation().WithAnalyzers([analyzer ?? new DescriptorAnalyzer()], options);
        var diagnostics = await judged.GetAllDiagnosticsAsync(TestContext.Current.CancellationToken);
        Assert.Empty(crashes);
        return [.. diagnostics.OrderBy(Place, StringComparer.Ordinal)];
    }

    /// <summary>What the analyzer says, one line each: <c>file(line,column-line,column): severity id: message</c>.</summary>
    public async Task<IReadOnlyList<string>> Lines(bool concurrent = true) => [.. (await Diagnostics(concurrent: concurrent)).Select(Line)];

    /// <summary>What the analyzer says, without messages.</summary>
    public async Task<IReadOnlyList<string>> Places() => [.. (await Diagnostics()).Select(Place)];

    public static string Line(Diagnostic diagnostic) => $"{Place(diagnostic)}: {diagnostic.GetMessage(CultureInfo.InvariantCulture)}";

    public static string Place(Diagnostic diagnostic)
    {
        var place = diagnostic.Location.GetLineSpan();
        var shown = diagnostic.Location == Location.None
            ? "-"
            : string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileName(place.Path)}({place.StartLinePosition.Line + 1},{place.StartLinePosition.Character + 1}-{place.EndLinePosition.Line + 1},{place.EndLinePosition.Character + 1})");
        return $"{shown}: {diagnostic.Severity.ToString().ToLowerInvariant()} {diagnostic.Id}";
    }
}
