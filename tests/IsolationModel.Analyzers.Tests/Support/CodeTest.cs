using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace IsolationModel.Analyzers.Tests.Support;

/// <summary>Runs the analyzer on C# code that describes deployments.</summary>
internal sealed class CodeTest(params MetadataReference[] libraries)
{
    public const string Path = "/repo/Deploy.cs";

    private readonly List<AdditionalText> _files = [];
    private readonly Dictionary<string, string> _options = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<(string Path, string Text)> _sources = [];

    /// <summary>Needs of the whole project, as the MSBuild property declares them.</summary>
    public CodeTest Needs(string needs) => WithOption("build_property.IsolationNeeds", needs);

    public CodeTest WithOption(string key, string value)
    {
        _options[key] = value;
        return this;
    }

    public CodeTest WithFile(string name, string text)
    {
        _files.Add(new InMemoryText(AnalyzerRun.Folder + name, text));
        return this;
    }

    public CodeTest WithSource(string path, string text)
    {
        _sources.Add((path, text));
        return this;
    }

    public CSharpCompilation Compile(string code) => CSharpCompilation.Create(
        "Consumer",
        [Parse(code, Path), .. _sources.Select(source => Parse(source.Text, source.Path))],
        [.. Libraries.Framework, .. libraries],
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    /// <summary>The errors of the code itself: a test of code that does not compile says so.</summary>
    public static IEnumerable<string> Errors(CSharpCompilation compilation) => compilation.GetDiagnostics(TestContext.Current.CancellationToken)
        .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(diagnostic => diagnostic.ToString());

    /// <summary>What the analyzer says of the code, in the order of places.</summary>
    public async Task<ImmutableArray<Diagnostic>> Diagnostics(string code, bool mayHaveErrors = false)
    {
        var compilation = Compile(code);
        if (!mayHaveErrors)
        {
            Assert.Empty(Errors(compilation));
        }

        return await Diagnostics(compilation);
    }

    public async Task<ImmutableArray<Diagnostic>> Diagnostics(CSharpCompilation compilation)
    {
        var crashes = new List<Exception>();
        var options = new CompilationWithAnalyzersOptions(new AnalyzerOptions([.. _files], new TestOptions(_options)), (error, _, _) => crashes.Add(error), true, logAnalyzerExecutionTime: false);
        var diagnostics = await compilation.WithAnalyzers([new DescriptorAnalyzer()], options).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        Assert.Empty(crashes);
        return [.. diagnostics.OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start).ThenBy(diagnostic => diagnostic.Id, StringComparer.Ordinal)];
    }

    /// <summary>One line each: the id, and the code that it stands on.</summary>
    public async Task<IReadOnlyList<string>> Findings(string code, bool mayHaveErrors = false) =>
        [.. (await Diagnostics(code, mayHaveErrors)).Select(diagnostic => $"{diagnostic.Id} {Marked(diagnostic, code)}")];

    /// <summary>The messages, each behind its id.</summary>
    public async Task<IReadOnlyList<string>> Messages(string code) =>
        [.. (await Diagnostics(code)).Select(diagnostic => $"{diagnostic.Id} {diagnostic.GetMessage(CultureInfo.InvariantCulture)}")];

    public static string Marked(Diagnostic diagnostic, string code) => diagnostic.Location.GetLineSpan().Path == Path
        ? code.Substring(diagnostic.Location.SourceSpan.Start, diagnostic.Location.SourceSpan.Length)
        : System.IO.Path.GetFileName(diagnostic.Location.GetLineSpan().Path);

    private static SyntaxTree Parse(string text, string path) =>
        CSharpSyntaxTree.ParseText(text, new CSharpParseOptions(LanguageVersion.CSharp12), path, cancellationToken: TestContext.Current.CancellationToken);
}
