using IsolationModel.Cli.Tests.Support;

namespace IsolationModel.Cli.Tests;

public sealed class ExitCodeTests
{
    [Theory]
    [InlineData(Samples.Quiet, 0)]
    [InlineData(Samples.Unproven, 0)]
    [InlineData(Samples.Unsafe, 1)]
    [InlineData(Samples.Misspelt, 1)]
    public void Warnings_and_errors_fail_by_default(string text, int expected)
    {
        using var workspace = new Workspace();
        workspace.Add("pod.yaml", text);

        Assert.Equal(expected, workspace.Run("check", ".").ExitCode);
    }

    [Theory]
    [InlineData(Samples.Misspelt, "error", 1)]
    [InlineData(Samples.Unsafe, "error", 0)]
    [InlineData(Samples.Unsafe, "warning", 1)]
    [InlineData(Samples.Unproven, "warning", 0)]
    [InlineData(Samples.Unproven, "info", 1)]
    [InlineData(Samples.Quiet, "info", 0)]
    [InlineData(Samples.Misspelt, "never", 0)]
    public void Fail_on_moves_the_threshold(string text, string threshold, int expected)
    {
        using var workspace = new Workspace();
        workspace.Add("pod.yaml", text);

        Assert.Equal(expected, workspace.Run("check", "pod.yaml", "--fail-on", threshold).ExitCode);
    }

    [Theory]
    [InlineData("", "isolation --help")]
    [InlineData("chek .", "did you mean 'check'?")]
    [InlineData("check . --fromat json", "there is no option '--fromat'; did you mean '--format'?")]
    [InlineData("check . --need", "--need")]
    [InlineData("check . --format jsn", "--format: there is no 'jsn'; did you mean 'json'?")]
    [InlineData("check . --fail-on always", "--fail-on: there is no 'always'; known are error, warning, info, never")]
    [InlineData("check . --level high --level low", "--level")]
    [InlineData("check . --need untrusted-cod", "isolation: --need: ")]
    [InlineData("check . --need untrusted-cod", "did you mean 'untrusted-code'?")]
    [InlineData("check . --need ,", "--need names nothing")]
    [InlineData("check . --level hihg", "did you mean 'high'?")]
    [InlineData("check nowhere", "there is no file or folder 'nowhere'")]
    [InlineData("check nowhere . elsewhere", "there is no file or folder 'elsewhere'")]
    [InlineData("check . --model nowhere.isolation.json", "--model: there is no file 'nowhere.isolation.json'")]
    [InlineData("check . --model .", "--model: '.' is a folder")]
    [InlineData("check . --output sarf:report", "--output: there is no format 'sarf'; known are text, json, sarif, github-sarif, junit, github, gitlab, markdown, csv")]
    [InlineData("check . --output a.sarif --output json:./a.sarif", "--output: 'a.sarif' is named twice, and holds one report only")]
    [InlineData("check . --output a.json --write-baseline a.json", "--write-baseline: 'a.json' is written by --output already")]
    [InlineData("check . --output json:", "names no file")]
    [InlineData("check . --output .", "--output: '.' is a folder")]
    [InlineData("check . --output nowhere/report.json", "there is no folder for 'nowhere/report.json'")]
    public void A_command_line_that_cannot_be_followed_is_explained(string commandLine, string expected)
    {
        using var workspace = new Workspace();
        workspace.Add("pod.yaml", Samples.Unsafe);

        var run = workspace.Run(commandLine.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        Assert.Equal(2, run.ExitCode);
        Assert.Empty(run.Output);
        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
        Assert.All(run.Error.TrimEnd('\n').Split('\n'), line => Assert.StartsWith("isolation: ", line, StringComparison.Ordinal));
    }

    [Fact]
    public void An_unforeseen_failure_is_one_line()
    {
        using var workspace = new Workspace();
        workspace.Add("pod.yaml", Samples.Unsafe);
        using var error = new StringWriter();
        using var closed = new MemoryStream([], writable: false);

        var code = IsolationTool.Run(["check", "."], new ToolHost(() => Stream.Null, closed, error, workspace.Root, UsesColor: false), TestContext.Current.CancellationToken);

        Assert.Equal(2, code);
        Assert.Single(error.ToString().TrimEnd('\n').Split('\n'));
        Assert.DoesNotContain("   at ", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_that_is_stopped_before_it_starts_says_so()
    {
        using var workspace = new Workspace();
        workspace.Add("pod.yaml", Samples.Unsafe);
        using var error = new StringWriter();

        var code = IsolationTool.Run(["check", "."], new ToolHost(() => Stream.Null, Stream.Null, error, workspace.Root, UsesColor: false), new CancellationToken(canceled: true));

        Assert.Equal(130, code);
        Assert.Equal("isolation: interrupted\n", error.ToString());
    }

    [Fact]
    public void Help_and_version_are_no_failures()
    {
        using var workspace = new Workspace();

        var help = workspace.Run("check", "--help");
        var version = workspace.Run("--version");

        Assert.Equal(0, help.ExitCode);
        Assert.All(
            ["--need", "--level", "--model", "--format", "--output", "--fail-on", ".git", "node_modules", "130"],
            word => Assert.Contains(word, help.Output, StringComparison.Ordinal));
        Assert.Equal(0, version.ExitCode);
        Assert.Equal(ProductInfo.Version + "\n", version.Output);
    }
}
