using System.Text;
using IsolationModel.Package.Tests.Support;

namespace IsolationModel.Package.Tests;

/// <summary>Projects of many shapes: whatever a build looks like, each finding is told once, by the project that asked for it.</summary>
[Collection(SharedBuild.Name)]
public sealed class ProjectShapeTests(ConsumerGroup group)
{
    [Theory]
    // The package that comes through a project or another package gives types; it judges only where it is asked to.
    [InlineData("ByProject", "Transitive/ByProject/api.yaml(7,1): warning ISM1001 [ByProject]")]
    [InlineData("ByPackage")]
    [InlineData("ByPackageAsked", "Transitive/ByPackageAsked/api.yaml(7,1): warning ISM1001 [ByPackageAsked]")]
    // What another package keeps to itself does not come through, and what does not come cannot be asked.
    [InlineData("ByPrivate")]
    // Central package management. A version that is pinned is no reference.
    [InlineData("Direct", "Central/Direct/api.yaml(7,1): warning ISM1001 [Direct]")]
    [InlineData("Pinned")]
    // Several projects in one folder: each of them judges what is in it, unless it says otherwise.
    [InlineData("First", "Shared/api.yaml(7,1): warning ISM1001 [First]")]
    [InlineData("Second", "Shared/api.yaml(7,1): warning ISM1001 [Second]")]
    [InlineData("Third")]
    [InlineData("ArtifactsOutput", "Artifacts/api.yaml(7,1): warning ISM1001 [ArtifactsOutput]")]
    [InlineData("WebSite", "Web/deploy/api.yaml(7,1): warning ISM1001 [WebSite]")]
    [InlineData("RazorLibrary", "Razor/api.yaml(7,1): warning ISM1001 [RazorLibrary]")]
    [InlineData(ConsumerGroup.UnusualName, $"{ConsumerGroup.UnusualFolder}/api.yaml(7,1): warning ISM1001 [{ConsumerGroup.UnusualName}]")]
    // Visual Basic gets the library. Nothing judges there.
    [InlineData("OtherLanguage.vbproj")]
    public void A_project_is_told_what_it_asked_for(string project, params string[] expected) => Assert.Equal(expected, group.Of(project));

    [Fact]
    public void The_summary_line_stands_where_something_judges() => Assert.Equal(
        ["App", "Direct", "First", "Second"],
        new[] { "App", "ByPackage", "Direct", "First", "NoAnalyzers", "OtherLanguage", "Second", "Third" }
            .Where(project => group.Log.Text.Contains($"IsolationModel: {project}: ", StringComparison.Ordinal)));

    [Fact]
    public void Each_preset_is_as_loud_as_it_says()
    {
        Assert.Empty(group.Of("PresetNone"));
        Assert.Equal(["Presets/deploy/api.yaml(7,1): warning ISM1001 [PresetDefault]"], group.Of("PresetDefault"));
        Assert.Equal(
            [
                "Presets/deploy/api.yaml(7,1): error ISM1001 [PresetStrict]",
                "Presets/deploy/likely.yaml(8,21): warning ISM1501 [PresetStrict]",
                "Presets/deploy/tools.yaml(10,21): error ISM2001 [PresetStrict]",
            ],
            group.Of("PresetStrict"));
        Assert.Contains("Presets/deploy/likely.yaml(8,21): warning ISM1501 [PresetAudit]", group.Of("PresetAudit"));
        Assert.All(group.Of("PresetAudit"), static line => Assert.Contains(": warning ", line, StringComparison.Ordinal));
    }

    [Fact]
    public void A_syntax_error_hides_what_descriptors_hold_and_an_error_in_a_body_does_not()
    {
        // The compiler's rule: files are judged once syntax and declarations are without errors.
        Assert.DoesNotContain(group.Of("SyntaxError"), static line => line.Contains("ISM", StringComparison.Ordinal));
        Assert.Contains(group.Of("SyntaxError"), static line => line.Contains("error CS1513", StringComparison.Ordinal));
        Assert.Contains("BindingError/api.yaml(7,1): warning ISM1001 [BindingError]", group.Of("BindingError"));
    }

    [Fact]
    public void Mistakes_in_a_model_are_told_where_analyzers_do_not_run() =>
        Assert.Equal(["NoAnalyzers/broken.isolation.json(5,112): error ISM0003 [NoAnalyzers]"], group.Of("NoAnalyzers"));

    [Fact]
    public void An_older_compiler_loads_the_generator_and_the_analyzer()
    {
        Assert.Equal(["OlderCompiler/api.yaml(7,1): warning ISM1001 [OlderCompiler::net8.0]"], group.Of("OlderCompiler"));
        // The symbols hold the version of the compiler that really ran.
        var option = Encoding.UTF8.GetBytes($"compiler-version\0{TestSettings.OlderCompilerVersion}");
        Assert.All(
            ["net8.0", "netstandard2.0"],
            framework => Assert.True(File.ReadAllBytes(Path.Combine(group.Consumer.Folder, $"OlderCompiler/bin/Debug/{framework}/OlderCompiler.pdb")).AsSpan().IndexOf(option) > 0, framework));
    }
}
