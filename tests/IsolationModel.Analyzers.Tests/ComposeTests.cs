using IsolationModel.Analyzers.Tests.Support;

namespace IsolationModel.Analyzers.Tests;

/// <summary>Projects of Compose among the additional files.</summary>
public sealed class ComposeTests
{
    private const string Base = "services:\n  web:\n    image: a\n    x-isolation: untrusted-code\n";
    private const string Sandbox = "services:\n  web:\n    runtime: io.containerd.kata.v2\n";

    [Theory]
    [InlineData(null, 1)]
    [InlineData("compose.yaml,compose.kata.yaml", 0)]
    [InlineData("compose.yaml, ./compose.kata.yaml | other.yaml", 0)]
    [InlineData("compose.yaml", 1)]
    public async Task Files_are_loaded_together_where_the_project_says_so(string? files, int count)
    {
        var run = new AnalyzerRun().With("compose.yaml", Base).With("compose.kata.yaml", Sandbox).WithOption("build_property.ProjectDir", AnalyzerRun.Folder);

        Assert.Equal(count, (await (files is null ? run : run.WithOption("build_property.IsolationComposeFiles", files)).Lines()).Count);
    }

    [Fact]
    public async Task An_override_is_told_in_its_own_file()
    {
        var line = Assert.Single(await new AnalyzerRun().With("compose.yaml", Base + "    runtime: io.containerd.kata.v2\n").With("compose.override.yaml", "services:\n  web:\n    runtime: $R\n").With(".env", "R=runc\n").Lines());

        Assert.Contains("compose.override.yaml(3,14-3,16): warning ISM1001", line, StringComparison.Ordinal);
        Assert.Contains("as variable 'R' is set in", line, StringComparison.Ordinal);
    }
}
