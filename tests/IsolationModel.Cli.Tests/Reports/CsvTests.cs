using IsolationModel.Cli.Output.Csv;
using IsolationModel.Cli.Tests.Support;

namespace IsolationModel.Cli.Tests.Reports;

public sealed class CsvTests
{
    [Fact]
    public void A_workload_is_a_line()
    {
        using var workspace = new Workspace();
        workspace.Add("a.yaml", Samples.Mislabelled).Add("b.yaml", Samples.Quiet);

        var records = ReportReader.Csv(workspace.Run("check", ".", "--format", "csv").Output);

        Assert.Equal(
            [
                ["file", "line", "kind", "namespace", "name", "part", "platform", "technology", "confidence", "base_low", "base_high", "effective_low", "effective_high", "needs", "verdict", "errors", "warnings", "infos", "run"],
                ["a.yaml", "10", "Pod", "shop", "plugins", "", "kubernetes", "runc", "known", "shared-kernel", "shared-kernel", "weakened", "shared-kernel", "untrusted-code", "unsuitable", "0", "1", "0", "complete"],
                ["b.yaml", "4", "Pod", "", "web", "", "kubernetes", "runc", "assumedDefault", "shared-kernel", "shared-kernel", "weakened", "shared-kernel", "", "no-needs", "0", "0", "0", "complete"],
            ],
            records);
    }

    [Fact]
    public void Findings_about_no_workload_are_counted_by_their_file()
    {
        using var workspace = new Workspace();
        workspace.Add("a.yaml", "apiVersion: v1\nkind: [");

        var record = ReportReader.Csv(workspace.Run("check", ".", "--format", "csv").Output)[1];

        Assert.Equal(("a.yaml", string.Empty, "0", "1", "0"), (record[0], record[2], record[^4], record[^3], record[^2]));
    }

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("say \"x\"", "\"say \"\"x\"\"\"")]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+1", "'+1")]
    [InlineData("-1", "'-1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("  =1", "'  =1")]
    [InlineData("＝1", "'＝1")]
    [InlineData("\t=1", "\\t=1")]
    [InlineData("=HYPERLINK(\"http://x\",\"y\")", "\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\"")]
    [InlineData("a\r\n=1", "a\\r\\n=1")]
    [InlineData("a=b", "a=b")]
    public void No_cell_is_a_formula(string text, string expected)
    {
        Assert.Equal(expected, CsvLine.Cell(text));
        Assert.Equal(expected.StartsWith('"') ? expected[1..^1].Replace("\"\"", "\"", StringComparison.Ordinal) : expected, ReportReader.Csv(expected + "\r\n")[0][0]);
    }
}
