using IsolationModel.Analyzers.Tests.Support;
using static IsolationModel.Analyzers.Tests.Support.MarkupTest;

namespace IsolationModel.Analyzers.Tests;

/// <summary>Severities by our own keys, since compilers ignore theirs for files that are no C#.</summary>
public sealed class SeverityOptionTests
{
    private static readonly string Failing = Pod("isolationmodel.dev/level: high");

    [Theory]
    [InlineData("none", null)]
    [InlineData("info", "info")]
    [InlineData("suggestion", "info")]
    [InlineData("warning", "warning")]
    [InlineData("error", "error")]
    [InlineData(" ERROR ", "error")]
    [InlineData("default", "warning")]
    [InlineData("loud", "warning")]
    public async Task A_rule_has_the_severity_that_the_key_says(string value, string? severity)
    {
        var run = new AnalyzerRun().With("a.yaml", Failing).WithOption("isolation_model.ISM1001.severity", value);
        Assert.Equal(severity is null ? [] : [$"a.yaml(8,1-8,5): {severity} ISM1001"], await run.Places());
    }

    [Fact]
    public async Task A_key_holds_for_its_files_only()
    {
        var run = new AnalyzerRun().With("a.yaml", Failing).With("b.yaml", Failing).WithFileOption("a.yaml", "isolation_model.ISM1001.severity", "none");
        Assert.Equal(["b.yaml(8,1-8,5): warning ISM1001"], await run.Places());
    }

    [Fact]
    public async Task A_key_holds_for_its_rule_only()
    {
        var run = new AnalyzerRun().With("a.yaml", Failing).WithOption("isolation_model.ISM2001.severity", "none");
        Assert.Equal(["a.yaml(8,1-8,5): warning ISM1001"], await run.Places());
    }

    [Fact]
    public async Task A_quiet_rule_can_be_made_loud()
    {
        var run = new AnalyzerRun().With("a.yaml", Pod("isolationmodel.dev/level: high", "runtimeClassName: gvisor")).WithOption("isolation_model.ISM1501.severity", "warning");
        Assert.Equal(["a.yaml(9,21-9,27): warning ISM1501"], await run.Places());
    }

    [Fact]
    public async Task A_finding_without_a_place_obeys_global_keys()
    {
        var run = new AnalyzerRun().With("a.yaml", Pod("team: a"))
            .WithOption("build_property.IsolationLevel", "hihg")
            .WithOption("isolation_model.ISM1101.severity", "warning");
        Assert.Equal(["-: warning ISM1101"], await run.Places());
    }

    [Fact]
    public async Task A_key_in_a_section_of_an_editor_config_reaches_the_analyzer()
    {
        var test = new MarkupTest(
            ("/0/legacy/a.yaml", Failing),
            ("/0/deploy/a.yaml", Failing.Replace("spec:", "{|ISM1001:spec|}:", StringComparison.Ordinal)));
        test.TestState.AnalyzerConfigFiles.Add(("/.editorconfig", "root = true\n[**/legacy/**.yaml]\nisolation_model.ISM1001.severity = none\n"));
        await test.Check();
    }
}
