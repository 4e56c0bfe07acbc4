using IsolationModel.Cli.Output;
using IsolationModel.Cli.Tests.Support;

namespace IsolationModel.Cli.Tests;

/// <summary><c>--output</c>: which format a file gets.</summary>
public sealed class OutputTargetTests
{
    [Theory]
    [InlineData("a.txt", "text")]
    [InlineData("a.sarif", "sarif")]
    [InlineData("a.sarif.json", "sarif")]
    [InlineData("a.json", "json")]
    [InlineData("A.JSON", "json")]
    [InlineData("a.xml", "junit")]
    [InlineData("a.md", "markdown")]
    [InlineData("a.csv", "csv")]
    [InlineData("a.html", "html")]
    [InlineData("a.log", "text")]
    [InlineData("report", "text")]
    [InlineData("gitlab:a.json", "gitlab")]
    [InlineData("github-sarif:a.sarif", "github-sarif")]
    [InlineData("csv:a.txt", "csv")]
    public void The_ending_tells_the_format_where_none_is_named(string text, string expected)
    {
        using var workspace = new Workspace();
        Assert.Equal(expected, OutputTarget.Parse(text, ReportFormats.Default, workspace.Root).Format.Name);
    }

    /// <summary>Nobody who names a format for standard output wants it in a file that is called otherwise; whoever names one that such files hold means it.</summary>
    [Theory]
    [InlineData("github", "a.sarif", "sarif")]
    [InlineData("github", "a.md", "markdown")]
    [InlineData("github", "a.txt", "github")]
    [InlineData("github", "report", "github")]
    [InlineData("json", "a.txt", "text")]
    [InlineData("gitlab", "gl-code-quality-report.json", "gitlab")]
    [InlineData("gitlab", "a.sarif.json", "sarif")]
    [InlineData("github-sarif", "a.sarif", "github-sarif")]
    [InlineData("github-sarif", "a.json", "json")]
    [InlineData("github-sarif", "text:a.sarif", "text")]
    public void The_format_of_standard_output_counts_where_the_ending_says_nothing_or_fits_it(string standard, string text, string expected)
    {
        using var workspace = new Workspace();
        Assert.Equal(expected, OutputTarget.Parse(text, ReportFormats.Find(standard)!, workspace.Root).Format.Name);
    }

    [Fact]
    public void A_file_gets_the_format_of_its_ending()
    {
        using var workspace = new Workspace();
        workspace.Add("pod.yaml", Samples.Unsafe);

        var run = workspace.Run("check", "pod.yaml", "--format", "json", "--output", "a.csv", "--output", "b.txt", "--output", "c.json");

        Assert.StartsWith("file,line,", File.ReadAllText(workspace.PathOf("a.csv")), StringComparison.Ordinal);
        Assert.StartsWith("pod.yaml(7,1): ", File.ReadAllText(workspace.PathOf("b.txt")), StringComparison.Ordinal);
        Assert.Equal(run.Output, File.ReadAllText(workspace.PathOf("c.json")));
    }

    [Theory]
    [InlineData("check pod.yaml --output -", "--output")]
    [InlineData("check pod.yaml --output json:-", "--output")]
    [InlineData("check pod.yaml --write-baseline -", "--write-baseline")]
    [InlineData("report pod.yaml --html -", "--html")]
    [InlineData("export --policy vap --level high --output -", "--output")]
    public void A_dash_is_no_file(string commandLine, string option)
    {
        using var workspace = new Workspace();
        workspace.Add("pod.yaml", Samples.Unsafe);

        workspace.Run(commandLine.Split(' ')).AssertRefused($"{option}: '-' names no file; a file that is called so is ./-");

        Assert.False(File.Exists(workspace.PathOf("-")));
    }

    [Fact]
    public void A_link_to_the_file_of_another_report_is_that_file()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "links need a privilege on Windows");
        using var workspace = new Workspace();
        workspace.Add("pod.yaml", Samples.Unsafe).Add("1.json", "old");
        File.CreateSymbolicLink(workspace.PathOf("latest.json"), workspace.PathOf("1.json"));

        workspace.Run("check", "pod.yaml", "--output", "1.json", "--output", "latest.json").AssertRefused("--output: 'latest.json' is named twice");
        Assert.Equal(1, workspace.Run("check", "pod.yaml", "--output", "/dev/null", "--output", "json:/dev/null").ExitCode);
    }
}
