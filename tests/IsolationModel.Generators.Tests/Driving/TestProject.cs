using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace IsolationModel.Generators.Tests.Driving;

/// <summary>A project with model files, and the generator that runs in it, edit after edit.</summary>
internal sealed class TestProject
{
    private GeneratorDriver _driver;
    private CSharpCompilation _compilation;
    private CSharpParseOptions _parse;

    public TestProject(IEnumerable<AdditionalText> files, ProjectOptions? options = null, CSharpParseOptions? parse = null, IsolationModelGenerator? generator = null)
    {
        _parse = parse ?? new CSharpParseOptions(LanguageVersion.Latest);
        _compilation = Compiling.Empty.AddSyntaxTrees(CSharpSyntaxTree.ParseText("class Program { static void Main() { } }", _parse, "Program.cs"));
        _driver = CSharpGeneratorDriver.Create(
            [(generator ?? new IsolationModelGenerator()).AsSourceGenerator()],
            files,
            _parse,
            options ?? ProjectOptions.Ordinary,
            new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
    }

    public static TestProject WithOverlay(string text, string path = "/shop/contoso.isolation.json") => new([new OverlayText(path, text)]);

    /// <summary>The compilation with what was generated in the last run.</summary>
    public Compilation Output { get; private set; } = Compiling.Empty;

    public CSharpParseOptions Parse => _parse;

    public GeneratorRunResult Run()
    {
        _driver = _driver.RunGeneratorsAndUpdateCompilation(_compilation, out var output, out _);
        Output = output;
        return _driver.GetRunResult().Results.Single();
    }

    public TestProject EditCSharp(string text)
    {
        var old = _compilation.SyntaxTrees.Single();
        _compilation = _compilation.ReplaceSyntaxTree(old, CSharpSyntaxTree.ParseText(text, _parse, "Program.cs"));
        return this;
    }

    public TestProject AddCSharp(string text, string path)
    {
        _compilation = _compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText(text, _parse, path));
        return this;
    }

    public TestProject RemoveCSharp()
    {
        _compilation = _compilation.RemoveAllSyntaxTrees();
        return this;
    }

    /// <summary>Refers to one assembly more.</summary>
    public TestProject AddReference()
    {
        _compilation = _compilation.AddReferences(MetadataReference.CreateFromFile(typeof(Xunit.Assert).Assembly.Location));
        return this;
    }

    public TestProject Add(AdditionalText file)
    {
        _driver = _driver.AddAdditionalTexts([file]);
        return this;
    }

    public TestProject Remove(AdditionalText file)
    {
        _driver = _driver.RemoveAdditionalTexts([file]);
        return this;
    }

    public TestProject Replace(AdditionalText old, AdditionalText next)
    {
        _driver = _driver.ReplaceAdditionalText(old, next);
        return this;
    }

    public TestProject Set(ProjectOptions options)
    {
        _driver = _driver.WithUpdatedAnalyzerConfigOptions(options);
        return this;
    }

    public TestProject Set(LanguageVersion version)
    {
        _parse = _parse.WithLanguageVersion(version);
        _driver = _driver.WithUpdatedParseOptions(_parse);
        var old = _compilation.SyntaxTrees.Single();
        _compilation = _compilation.ReplaceSyntaxTree(old, CSharpSyntaxTree.ParseText(old.ToString(), _parse, "Program.cs"));
        return this;
    }

    /// <summary>The generated files by name.</summary>
    public static ImmutableSortedDictionary<string, string> Sources(GeneratorRunResult result) =>
        result.GeneratedSources.ToImmutableSortedDictionary(source => source.HintName, source => source.SourceText.ToString(), StringComparer.Ordinal);
}
