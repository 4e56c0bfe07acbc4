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
    [InlineData("a.html", "text")]
    [InlineData("report", "text")]
    [InlineData("gitlab:a.json", "gitlab")]
    [InlineData("github-sarif:a.sarif", "github-sarif")]
    public void The_ending_tells_the_format_where_none_is_named(string text, string expected)
    {
        using var workspace = new Workspace();
        Assert.Equal(expected, OutputTarget.Parse(text, named: null, workspace.Root).Format.Name);
    }

    [Theory]
    [InlineData("a.sarif", "json")]
    [InlineData("text:a.sarif", "text")]
    public void A_format_for_everything_goes_before_the_ending(string text, string expected)
    {
        using var workspace = new Workspace();
        Assert.Equal(expected, OutputTarget.Parse(text, ReportFormats.Find("json"), workspace.Root).Format.Name);
    }

    [Fact]
    public void Only_a_format_that_is_written_down_holds_for_everything()
    {
        using var workspace = new Workspace();
        workspace.Add("pod.yaml", Samples.Unsafe);

        workspace.Run("check", "pod.yaml", "--output", "a.csv");
        workspace.Run("check", "pod.yaml", "--output", "b.csv", "--format", "text");

        Assert.StartsWith("file,line,", File.ReadAllText(workspace.PathOf("a.csv")), StringComparison.Ordinal);
        Assert.StartsWith("pod.yaml(7,1): ", File.ReadAllText(workspace.PathOf("b.csv")), StringComparison.Ordinal);
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
