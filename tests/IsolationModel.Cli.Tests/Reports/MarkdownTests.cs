using System.Globalization;
using IsolationModel.Cli.Output.Markdown;
using IsolationModel.Cli.Tests.Support;

namespace IsolationModel.Cli.Tests.Reports;

public sealed class MarkdownTests
{
    [Fact]
    public void A_clean_run_has_its_counts_and_no_table()
    {
        using var workspace = new Workspace();
        workspace.Add("pod.yaml", Samples.Quiet);

        Assert.Equal(
            "## Isolation: 0 findings\n\n1 file, 1 document, 1 workload: 0 findings, 0 workloads undetermined, 0 files skipped\n",
            workspace.Run("check", "pod.yaml", "--format", "markdown").Output);
    }

    [Fact]
    public void The_table_has_a_row_a_finding()
    {
        using var workspace = new Workspace();
        workspace.Add("a.yaml", Samples.Unsafe).Add("b.yaml", Samples.Misspelt).Add("c.yaml", Samples.Unproven);

        var text = workspace.Run("check", ".", "--format", "markdown").Output;

        Assert.StartsWith("## Isolation: 3 findings\n", text, StringComparison.Ordinal);
        Assert.Equal(["Severity", "warning", "error", "info"], ReportReader.Table(text).Select(row => row[0]));
        Assert.All(ReportReader.Links(text), link => Assert.StartsWith(ProductInfo.ProjectUrl, link, StringComparison.Ordinal));
    }

    [Fact]
    public void What_does_not_fit_into_a_comment_is_counted()
    {
        var text = ReportSample.In("markdown", ReportSample.Many(5000));

        Assert.InRange(text.Length, 40_000, 65_536);
        var rows = ReportReader.Table(text).Count - 1;
        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"\n{5000 - rows} of the 5000 findings are not in the table, because GitHub takes 65536 characters in a comment"), text, StringComparison.Ordinal);
        Assert.EndsWith("\n</details>\n", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("plain 'text': 1.2 (x) a-b; c/d=e")]
    [InlineData("| `code` | <b>&amp;</b> <!-- x --> ![i](http://x/y) [l](http://x) **b** _i_ ~~s~~ $m$ \\| \\")]
    [InlineData("@someone #1 https://example.org www.example.org a@example.org :tada: mailto:a@b.c")]
    [InlineData("- # 1. > x")]
    public void Text_reads_as_it_is_and_does_nothing(string text)
    {
        var table = $"| a | b |\n| --- | --- |\n| x | {MarkdownText.Of(text)} |\n";

        Assert.Equal([["a", "b"], ["x", text]], ReportReader.Table(table));
        Assert.Empty(ReportReader.Links(table));
        Assert.DoesNotContain("@someone", table, StringComparison.Ordinal);
        Assert.DoesNotContain("#1", table, StringComparison.Ordinal);
    }
}
