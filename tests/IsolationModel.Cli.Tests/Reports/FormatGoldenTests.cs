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
    [InlineData("html", "html")]
    public void A_report_with_everything_reads_as_expected(string format, string ending)
    {
        var text = ReportSample.In(format, ReportSample.Everything);

        Assert.Equal(text, ReportSample.In(format, ReportSample.Everything));
        Golden.Verify($"reports/{format}.verified.{ending}", Elsewhere().Replace(RulePage().Replace(text, "$1\"...\""), "...").Replace("\r\n", "\n", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_format_has_a_golden_file()
    {
        Assert.Equal(
            ReportFormats.Names.Order(StringComparer.Ordinal),
            Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Expected", "reports"), "*.verified.*").Select(file => Path.GetFileName(file).Split('.')[0]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_format_tells_that_a_run_was_stopped()
    {
        foreach (var format in ReportFormats.Names)
        {
            var text = ReportSample.In(format, ReportSample.Stopped);

            Assert.NotEqual(ReportSample.In(format, ReportSample.Nothing), text);
            Assert.Contains(format switch { "json" => "\"partial\": true", "csv" => ",stopped\r\n", _ => "stopped: 3 files not read; " }, text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void No_format_tells_that_a_whole_run_was_stopped()
    {
        Assert.All(ReportFormats.Names, format => Assert.DoesNotContain("stopped", ReportSample.In(format, ReportSample.Everything), StringComparison.Ordinal));
    }

    /// <summary>Pages of rules have tests of their own, and change more often than the formats.</summary>
    [GeneratedRegex("(\"(?:markdown|body)\": )\"(?:[^\"\\\\]|\\\\.)*\"")]
    private static partial Regex RulePage();

    /// <summary>What a page holds whatever was checked: its style, its script and its policy, and what it shows of the model.</summary>
    [GeneratedRegex("(?<=<style>).*?(?=</style>)|(?<=<script>).*?(?=</script>)|(?<=Content-Security-Policy\" content=\").*?(?=\")|(?<=<section id=\"(?:technologies|families|tree|sources)\"[^>]*>).*?(?=</section>)", RegexOptions.Singleline)]
    private static partial Regex Elsewhere();
}
