using IsolationModel.Cli.Tests.Support;
using IsolationModel.Findings;
using IsolationModel.Text;

namespace IsolationModel.Cli.Tests.Reports;

/// <summary>Workflow commands of GitHub.</summary>
public sealed class AnnotationTests
{
    [Fact]
    public void What_would_end_a_command_or_a_property_is_escaped()
    {
        var hostile = ReportSample.Everything.Findings[1] with { File = "100%,a:b.yaml", Message = "50 % of\n::error::all" };

        var line = ReportSample.In("github", ReportSample.Everything with { Findings = [hostile] }).Split('\n')[0];

        Assert.StartsWith(@"::error file=100%25%2Ca%3Ab.yaml,line=2,endLine=2,col=7,endColumn=20,title=ISM1101%3A Need is unknown::50 %25 of\n::error::all%0Ahelp: https://", line, StringComparison.Ordinal);
    }

    [Fact]
    public void Columns_are_told_of_one_line_alone()
    {
        var lines = new LineMap("ab\ncd\n");
        var finding = Finding.At(ReportSample.Everything.Findings[1].Rule, FindingSeverity.Warning, "a.yaml", lines, new TextRange(1, 3), "over two lines");

        var text = ReportSample.In("github", ReportSample.Nothing with { Findings = [finding] });

        Assert.StartsWith("::warning file=a.yaml,line=1,endLine=2,title=", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(10, false)]
    [InlineData(11, true)]
    public void Whoever_has_more_than_github_shows_is_told(int count, bool isTold)
    {
        var many = ReportSample.Many(count) with { };
        many = many with { Findings = [.. many.Findings.Select(finding => finding with { Severity = FindingSeverity.Warning })] };

        Assert.Equal(isTold, ReportSample.In("github", many).Contains("\nGitHub shows 10 annotations of each level for a step", StringComparison.Ordinal));
    }

    [Fact]
    public void Standard_input_is_no_file()
    {
        using var workspace = new Workspace();

        var run = workspace.RunWithInput(System.Text.Encoding.UTF8.GetBytes(Samples.Unsafe), "check", "-", "--format", "github");

        Assert.StartsWith("::warning title=ISM1001", run.Output, StringComparison.Ordinal);
    }
}
