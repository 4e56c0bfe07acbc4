using System.Globalization;
using System.Reflection;
using System.Xml.Linq;
using IsolationModel.Cli;
using IsolationModel.Conformance.FrontEnds;
using IsolationModel.Conformance.Samples;
using IsolationModel.Generators;
using IsolationModel.Modeling;
using IsolationModel.Modeling.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace IsolationModel.Conformance.Documentation;

/// <summary>The README and the pages that it leads to say what is there.</summary>
public sealed class ReadmeTests
{
    private const string Front = "README.md";
    private const string PackagePage = "src/IsolationModel.SDK/README.md";
    private const string ToolPage = "src/IsolationModel.Cli/README.md";
    private const string ModelPage = "schema/README.md";
    private const string Picture = "analyzers/docs/squiggle.svg";

    [Fact]
    public void The_quick_start_is_two_commands()
    {
        var block = BlocksOf(Front).First(block => block.Section == "Quick start");
        Assert.Equal(["dotnet run --project src/IsolationModel.Cli -- check tests/samples", "dotnet test"], block.Lines);
    }

    /// <summary>The table of rules and the presets are what the tool writes.</summary>
    [Theory]
    [InlineData("README.md")]
    [InlineData("analyzers/docs/presets/none.globalconfig")]
    [InlineData("analyzers/docs/presets/strict.globalconfig")]
    [InlineData("analyzers/docs/presets/audit.globalconfig")]
    public void What_the_tool_writes_is_current(string file) => Assert.Equal(
        (0, string.Empty),
        CommandLineFrontEnd.Run(Repository.Root, ["rules", "--check", file]));

    [Fact]
    public void The_finding_that_it_shows_is_a_real_one()
    {
        var shown = BlocksOf(Front)[0];
        var real = SampleShop.Evaluate().Findings.Select(finding =>
            $"{finding.File}({finding.Start.Line},{finding.Start.Column}): {CoreFrontEnd.Observe(finding).Severity} {finding.Rule.Id}: {finding.Message}");
        Assert.Contains(shown.Text, real);
    }

    /// <summary>The picture shows lines of a real file, and the message that is told of them.</summary>
    [Fact]
    public void The_picture_shows_a_real_finding()
    {
        var texts = XDocument.Parse(Repository.Read(Picture)).Descendants().Where(element => element.Name.LocalName == "text").ToLookup(element => (string)element.Attribute("class")!, element => element.Value);
        var path = Assert.Single(texts["tab"]);
        var lines = Repository.Read(path).Split('\n');
        Assert.Equal(texts["number"].Select(number => lines[int.Parse(number, CultureInfo.InvariantCulture) - 1]), texts["code"]);
        Assert.EndsWith($"warning {Assert.Single(texts["head"])}: {string.Join(' ', texts["message"])}", BlocksOf(Front)[0].Text, StringComparison.Ordinal);
        Assert.StartsWith($"{path}({texts["number"].Last()},", BlocksOf(Front)[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_package_that_it_names_is_this_one() =>
        Assert.All(new[] { Front, PackagePage }, page => Assert.Equal(
            $"<PackageReference Include=\"IsolationModel.SDK\" Version=\"{ProductInfo.Version}\" />", Assert.Single(BlocksOf(page), block => block.Info == "xml").Text));

    [Fact]
    public void The_overlay_that_it_shows_has_no_mistakes() =>
        Assert.Empty(ModelReader.Extend(BuiltInModel.Definition, [new ModelText(ExampleInput.OverlayName, Overlay)]).Findings);

    [Fact]
    public void The_program_that_it_shows_prints_what_it_says()
    {
        var section = BlocksOf(PackagePage).Where(block => block.Section == "Typed C#").ToList();
        var program = Assert.Single(section, block => block.Info == "csharp");
        var output = Assert.Single(section, block => block.Info == "text");
        Assert.Equal(output.Text, Run(program.Text));
    }

    [Fact]
    public async Task The_code_that_it_shows_is_judged_as_it_says()
    {
        const string path = "Deployment.cs";
        var section = BlocksOf(PackagePage).Where(block => block.Section == "In C# code").ToList();
        var code = Assert.Single(section, block => block.Info == "csharp");
        var said = Assert.Single(section, block => block.Info == "text");
        var compilation = CodeProgram.Compile(code.Text, path, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        var found = ObservedFinding.Sort((await CodeProgram.Judge(compilation)).Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning).Select(diagnostic => AnalyzerFrontEnd.Observe(diagnostic, path)));
        var says = string.Join('\n', found.Select(finding => $"{path}({finding.Line},{finding.Column}): {finding.Severity} {finding.RuleId}: {finding.Message}"));
        Assert.True(string.Equals(said.Text, says, StringComparison.Ordinal), says);
    }

    [Fact]
    public void The_catalogue_is_as_large_as_it_says()
    {
        var model = BuiltInModel.Definition;
        var said = string.Join(' ', Repository.Read(ModelPage).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains($"holds {model.Technologies.Count} scored technologies", said, StringComparison.Ordinal);
        Assert.Contains(
            $"{model.Platforms.Count} platforms, {model.Mechanisms.Count} mechanisms, {model.Controls.Count} controls and {model.Hardware.Count} pieces of hardware",
            said,
            StringComparison.Ordinal);
        Assert.Contains($"{model.Technologies.Count} technologies", Repository.Read(Front), StringComparison.Ordinal);
    }

    /// <summary>Every command of a block runs among the samples, which lie there as <c>deploy</c>.</summary>
    [Theory]
    [InlineData(Front)]
    [InlineData(ToolPage)]
    public void Every_command_of_a_page_can_be_followed(string page)
    {
        var lines = BlocksOf(page).Where(block => block.Info == "sh").SelectMany(block => block.Lines).Where(line => line.StartsWith("isolation ", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(lines);
        foreach (var line in lines)
        {
            using var folder = new ShopCopy();
            var (code, report) = folder.Run(ShellWords.Split(line));
            Assert.True(code is ExitCode.Clean or ExitCode.Findings, line);
            Assert.True(report.Length > 0 || folder.HasNewFiles, line);
        }
    }

    /// <summary>Every command runs, and the first one prints what stands below it.</summary>
    [Fact]
    public void The_commands_that_it_shows_answer_as_it_says()
    {
        var section = BlocksOf(ToolPage).Where(block => block.Section == "Answers from the model").ToList();
        var commands = Assert.Single(section, block => block.Info == "sh").Text.Split('\n');
        Assert.Equal(Assert.Single(section, block => block.Info == "text").Text, Answer(commands[0]));
        Assert.All(commands.Skip(1), command => Assert.NotEmpty(Answer(command)));
    }

    [Fact]
    public void Every_need_of_the_model_is_explained()
    {
        foreach (var need in BuiltInModel.Definition.Needs)
        {
            Assert.Contains(need.Kind == NeedKind.Level ? $"`level: {need.Id}`" : $"`{need.Id}`", Repository.Read(ModelPage), StringComparison.Ordinal);
        }
    }

    private static IReadOnlyList<MarkdownBlock> BlocksOf(string page) => MarkdownBlock.Read(Repository.Read(page));

    private static string Answer(string command)
    {
        var words = command.Split(' ');
        Assert.Equal("isolation", words[0]);
        return CommandLineFrontEnd.Run(Repository.Root, words[1..]).Report.TrimEnd('\n');
    }

    private static string Overlay => Assert.Single(BlocksOf(ModelPage), block => block.Info == "json" && block.Section.StartsWith("Your own", StringComparison.Ordinal)).Text;

    /// <summary>Compiles a program as a project would that has the overlay, and runs it.</summary>
    private static string Run(string program)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var parse = CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Latest);
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path));
        var compilation = CSharpCompilation.Create(
            "Shop",
            [
                CSharpSyntaxTree.ParseText("global using System;", parse, cancellationToken: cancellationToken),
                CSharpSyntaxTree.ParseText(program, parse, cancellationToken: cancellationToken),
            ],
            references,
            new CSharpCompilationOptions(OutputKind.ConsoleApplication));
        CSharpGeneratorDriver
            .Create(
                [new IsolationModelGenerator().AsSourceGenerator()],
                [new AnalyzerFrontEnd.File("contoso.isolation.json", System.Text.Encoding.UTF8.GetBytes(Overlay))],
                parse,
                new ProjectProperties(("RootNamespace", "Shop")))
            .RunGeneratorsAndUpdateCompilation(compilation, out var complete, out var diagnostics, cancellationToken);
        Assert.Empty(diagnostics);
        using var assembly = new MemoryStream();
        var emitted = complete.Emit(assembly, cancellationToken: cancellationToken);
        Assert.Empty(emitted.Diagnostics.Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning));
        return Output(Assembly.Load(assembly.ToArray()));
    }

    private static string Output(Assembly program)
    {
        var console = Console.Out;
        using var output = new StringWriter { NewLine = "\n" };
        Console.SetOut(output);
        try
        {
            program.EntryPoint!.Invoke(null, [Array.Empty<string>()]);
        }
        finally
        {
            Console.SetOut(console);
        }

        return output.ToString().TrimEnd('\n');
    }
}
