using IsolationModel.Cli.Output;
using IsolationModel.Cli.Tests.Support;

namespace IsolationModel.Cli.Tests.Html;

public sealed class ReportCommandTests
{
    [Fact]
    public void The_page_is_written_and_the_summary_told_whatever_the_findings_are()
    {
        using var workspace = new Workspace();
        workspace.Add("pod.yaml", Samples.Unsafe);

        var run = workspace.Run("report", ".", "--html", "page.html");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal("1 file, 1 document, 1 workload: 1 finding (1 warning), 0 workloads undetermined, 0 files skipped\n", run.Output);
        Assert.StartsWith("<!DOCTYPE html>\n<html lang=\"en\">", File.ReadAllText(workspace.PathOf("page.html")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("report .", "--html")]
    [InlineData("report . --html .", "--html: '.' is a folder")]
    [InlineData("report . --html nowhere/page.html", "--html: there is no folder for 'nowhere/page.html'")]
    [InlineData("report nowhere --html page.html", "there is no file or folder 'nowhere'")]
    [InlineData("report . --html page.html --need untrusted-cod", "did you mean 'untrusted-code'?")]
    [InlineData("report . --htlm page.html", "did you mean '--html'?")]
    public void A_command_line_that_cannot_be_followed_writes_no_page(string commandLine, string why)
    {
        using var workspace = new Workspace();
        workspace.Add("pod.yaml", Samples.Unsafe);

        workspace.Run(commandLine.Split(' ')).AssertRefused(why);

        Assert.Equal(["pod.yaml"], Directory.GetFiles(workspace.Root).Select(Path.GetFileName));
    }

    [Fact]
    public void Mistakes_in_a_model_are_told_on_the_page_and_by_the_exit_code()
    {
        using var workspace = new Workspace();
        workspace.Add("pod.yaml", Samples.Unsafe).Add("contoso.isolation.json", Samples.Mistaken);

        Assert.Equal(2, workspace.Run("report", ".", "--model", "contoso.isolation.json", "--html", "page.html").ExitCode);
        Assert.Contains("contoso.isolation.json(4,", ReportPage.Parse(File.ReadAllText(workspace.PathOf("page.html"))).QuerySelector("#findings")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_check_writes_the_same_page()
    {
        using var workspace = new Workspace();
        workspace.Add("pod.yaml", Samples.Unsafe);
        var page = ReportPage.TextOf(workspace);

        Assert.Equal(page, workspace.Run("check", ".", "--format", "html").Output);
        Assert.Equal(1, workspace.Run("check", ".", "--output", "html:other.html").ExitCode);
        Assert.Equal(page, File.ReadAllText(workspace.PathOf("other.html")));
    }

    [Fact]
    public void The_page_says_what_was_checked_on_which_day_and_by_what()
    {
        using var workspace = new Workspace();
        workspace.Add("pod.yaml", Samples.Unsafe).Add("shop.isolation.json", Samples.Overlay);

        var about = ReportPage.Of(workspace, "--model", "shop.isolation.json", "--day", "2026-05-04").QuerySelector(".about")!;

        Assert.Equal([".", "2026-05-04", "shop 1.2.3", $"isolation {ProductInfo.Version}"], about.QuerySelectorAll("dd").Select(static entry => entry.TextContent));
    }

    [Fact]
    public void A_run_that_was_stopped_is_marked()
    {
        var report = Report(isPartial: true);

        Assert.Contains("stopped before everything was read: 3 files are missing", Assert.Single(ReportPage.Parse(report).QuerySelectorAll(".partial")).TextContent, StringComparison.Ordinal);
        Assert.Empty(ReportPage.Parse(Report(isPartial: false)).QuerySelectorAll(".partial"));
    }

    [Fact]
    public void What_is_suppressed_is_told_with_its_reason_and_counted_as_no_finding()
    {
        using var workspace = new Workspace();
        workspace.Add("pod.yaml", Samples.Unsafe.Replace("spec:\n", "# isolation: disable ISM1001 -- it runs <nothing> yet\nspec:\n", StringComparison.Ordinal));

        var page = ReportPage.Of(workspace);

        Assert.Empty(page.QuerySelectorAll(".finding"));
        Assert.Contains("it runs <nothing> yet", page.QuerySelector("#findings details")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("1 suppressed", page.QuerySelector("#summary")!.TextContent, StringComparison.Ordinal);
    }

    private static string Report(bool isPartial)
    {
        var model = new Evaluation.ModelIndex(Modeling.BuiltInModel.Definition);
        var report = new Report(model.Definition, model.BoundaryScale, [], [], new Evaluation.EvaluationSummary(0, 0, 0, 0, 0, 0, 0, 0, 0)) { IsPartial = isPartial, Unread = isPartial ? 3 : 0 };
        using var stream = new MemoryStream();
        ReportFormats.Find("html")!.Write(report, stream, new ReportStyle(UsesColor: true));
        return Workspace.Text(stream.ToArray());
    }
}
