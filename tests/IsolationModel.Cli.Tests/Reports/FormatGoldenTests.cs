using System.Text.RegularExpressions;
using IsolationModel.Cli.Output;
using IsolationModel.Cli.Tests.Support;

namespace IsolationModel.Cli.Tests.Reports;

/// <summary>Each format as a whole, over a report with everything.</summary>
public sealed partial class FormatGoldenTests
{
    [Theory]
    [InlineData("text", "txt")]
    [InlineData("json", "json")]
    [InlineData("sarif", "sarif")]
    [InlineData("github-sarif", "sarif")]
    [InlineData("junit", "xml")]
    [InlineData("github", "txt")]
    [InlineData("gitlab", "json")]
    [InlineData("markdown", "md")]
    [InlineData("csv", "csv")]
    public void A_report_with_everything_reads_as_expected(string format, string ending)
    {
        var text = ReportSample.In(format, ReportSample.Everything);

        Assert.Equal(text, ReportSample.In(format, ReportSample.Everything));
        Golden.Verify($"reports/{format}.verified.{ending}", RulePage().Replace(text, "$1\"...\"").Replace("\r\n", "\n", StringComparison.Ordinal));
    }

    /// <summary>All but the page to look at, which has tests of its own.</summary>
    [Fact]
    public void Every_format_has_a_golden_file()
    {
        Assert.Equal(
            ReportFormats.Names.Where(format => format != "html").Order(StringComparer.Ordinal),
            Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Expected", "reports"), "*.verified.*").Select(file => Path.GetFileName(file).Split('.')[0]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_format_tells_that_a_run_was_stopped()
    {
        foreach (var format in ReportFormats.Names)
        {
            var text = ReportSample.In(format, ReportSample.Stopped);

            Assert.NotEqual(ReportSample.In(format, ReportSample.Nothing), text);
            Assert.Contains(StoppedIn(format), text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void No_format_tells_that_a_whole_run_was_stopped()
    {
        Assert.All(ReportFormats.Names, format => Assert.DoesNotContain(StoppedIn(format), ReportSample.In(format, ReportSample.Everything), StringComparison.Ordinal));
    }

    private static string StoppedIn(string format) => format switch
    {
        "json" => "\"partial\": true",
        "csv" => ",stopped\r\n",
        "html" => "This run was stopped before everything was read",
        _ => "stopped: 3 files not read; ",
    };

    /// <summary>Pages of rules have tests of their own, and change more often than the formats.</summary>
    [GeneratedRegex("(\"(?:markdown|body)\": )\"(?:[^\"\\\\]|\\\\.)*\"")]
    private static partial Regex RulePage();
}
