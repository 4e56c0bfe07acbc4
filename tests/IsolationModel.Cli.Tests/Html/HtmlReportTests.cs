using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using AngleSharp.Dom;
using IsolationModel.Cli.Output.Html;
using IsolationModel.Cli.Tests.Support;

namespace IsolationModel.Cli.Tests.Html;

/// <summary>The page as a document: valid, closed in itself, and in agreement with the other reports of the same run.</summary>
public sealed class HtmlReportTests
{
    private const string EveryUrl = "[src], [srcset], [data], [action], [formaction], [poster], [background], link, base, iframe, object, embed, img";

    [Fact]
    public void The_page_is_valid_and_every_reference_in_it_leads_somewhere()
    {
        using var workspace = Shop();
        var page = ReportPage.Of(workspace);

        var ids = page.QuerySelectorAll("[id]").Select(static element => element.Id!).ToList();
        Assert.Equal(ids.Distinct(), ids);
        Assert.All(
            page.QuerySelectorAll("[href]").Select(static element => element.GetAttribute("href")!).Where(static href => href.StartsWith('#')),
            href => Assert.Contains(href[1..], ids));
        Assert.All(page.QuerySelectorAll("[for]"), label => Assert.Contains(label.GetAttribute("for"), ids));
        Assert.All(page.QuerySelectorAll("[aria-labelledby]"), element => Assert.Contains(element.GetAttribute("aria-labelledby"), ids));
        Assert.Equal("en", page.DocumentElement.GetAttribute("lang"));
        Assert.Single(page.QuerySelectorAll("h1"));
        Assert.Single(page.QuerySelectorAll("main"));
    }

    [Fact]
    public void The_page_needs_nothing_beside_itself()
    {
        using var workspace = Shop();
        var page = ReportPage.Of(workspace);

        Assert.Empty(page.QuerySelectorAll(EveryUrl));
        Assert.Empty(page.QuerySelectorAll("[style]"));
        Assert.DoesNotContain(page.All, static element => element.Attributes.Any(static attribute => attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase)));
        Assert.All(page.QuerySelectorAll("a"), static link => Assert.Matches("^(#|https?://)", link.GetAttribute("href")!));
        Assert.DoesNotContain("url(", HtmlAssets.Style, StringComparison.Ordinal);
        Assert.DoesNotContain("@import", HtmlAssets.Style, StringComparison.Ordinal);
        Assert.DoesNotMatch("fetch|XMLHttpRequest|WebSocket|sendBeacon|localStorage|sessionStorage|document\\.cookie|innerHTML|eval", HtmlAssets.Script);
    }

    [Fact]
    public void The_policy_allows_this_style_sheet_and_this_script_and_nothing_else()
    {
        using var workspace = Shop();
        var page = ReportPage.Of(workspace);

        var policy = page.QuerySelector("meta[http-equiv='Content-Security-Policy']")!.GetAttribute("content")!;
        Assert.Equal(
            $"default-src 'none'; style-src 'sha256-{Hash(Assert.Single(page.QuerySelectorAll("style")))}'; script-src 'sha256-{Hash(Assert.Single(page.QuerySelectorAll("script")))}'; base-uri 'none'; form-action 'none'",
            policy);
    }

    [Fact]
    public void Counts_and_workloads_and_findings_are_those_of_the_json_report()
    {
        using var workspace = Shop();
        var json = workspace.Run("check", ".", "--format", "json").Json();
        var page = ReportPage.Of(workspace);

        var summary = json.GetProperty("summary");
        Assert.Equal($"{summary.GetProperty("workloads").GetInt32()} workloads", page.QuerySelector(".tile .figure")!.TextContent);
        Assert.Equal(json.GetProperty("workloads").GetArrayLength(), page.QuerySelectorAll("#rows > .row").Length);
        var told = page.QuerySelectorAll(".findings > li > .finding").Select(static finding => finding.TextContent).Order(StringComparer.Ordinal);
        var expected = json.GetProperty("findings").EnumerateArray()
            .Select(static finding => $"{finding.GetProperty("severity").GetString()} {finding.GetProperty("ruleId").GetString()} {finding.GetProperty("message").GetString()}")
            .Order(StringComparer.Ordinal);
        Assert.Equal(expected, told);
        Assert.Equal(summary.GetProperty("errors").GetInt32(), page.QuerySelectorAll(".finding > .said.error").Length);
        Assert.Equal(summary.GetProperty("warnings").GetInt32(), page.QuerySelectorAll(".finding > .said.warning").Length);
    }

    [Theory]
    [InlineData("Pod shop/plugins", "unsuitable", "untrusted-code: fails; startup <= 1 ms: may; ")]
    [InlineData("Pod payments/gateway", "unproven", "level:medium: may; hostile-tenants: may; scenario:serverless: may; ")]
    [InlineData("Pod shop/importer", "unproven", "untrusted-cod: not understood")]
    [InlineData("Pod payments/ledger", "suitable", "level:very-high: meets; ")]
    [InlineData("Pod web", "no need declared", "")]
    public void A_row_says_how_the_workload_stands_against_each_need(string name, string standing, string needs)
    {
        using var workspace = Shop();
        var row = ReportPage.Of(workspace).Row(name);

        Assert.Equal(standing, row.QuerySelector(".head > .said")!.TextContent.Trim());
        Assert.Equal(needs, row.QuerySelector(".chips")!.TextContent);
    }

    [Fact]
    public void What_needs_attention_stands_first()
    {
        using var workspace = Shop();

        Assert.Equal(
            ["unsuitable", "unproven", "unproven", "suitable", "noneed"],
            ReportPage.Of(workspace).QuerySelectorAll("#rows > .row").Select(static row => row.GetAttribute("data-verdict")));
    }

    [Fact]
    public void A_row_opens_the_ladder_the_way_to_the_runtime_the_fixes_and_the_alternatives()
    {
        using var workspace = Shop();
        var page = ReportPage.Of(workspace);
        var row = page.Row("Pod shop/plugins");

        Assert.StartsWith(
            "Boundary ladder. The runtime gives software-sandbox; ",
            row.QuerySelector(".ladder svg")!.GetAttribute("aria-label"),
            StringComparison.Ordinal);
        Assert.Contains("software-sandbox is needed", row.QuerySelector(".ladder svg")!.GetAttribute("aria-label"), StringComparison.Ordinal);
        Assert.Contains("hostPath", row.QuerySelector("ol.effects")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(
            ["Pod shop/plugins shop.yaml(14,9)", "runtimeClassName: sandboxed shop.yaml(18,21)", "RuntimeClass 'sandboxed' has handler 'runsc' shop.yaml(4,10)"],
            row.QuerySelectorAll("ol.path > li").SkipLast(1).Select(static step => step.TextContent));
        Assert.StartsWith("gVisor (gvisor) (known): ", row.QuerySelector("ol.path > li:last-child")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["warning", "info"], row.QuerySelectorAll(".finding > .said").Select(static severity => severity.TextContent));
        Assert.Equal("Fix: Change to 'untrusted-code' untrusted-code", page.QuerySelector("#findings .fix")!.TextContent);
        Assert.NotEmpty(row.QuerySelectorAll("a.cite"));
    }

    [Theory]
    // The top of what is sure, against the line of what is needed; smaller is higher.
    [InlineData("Pod shop/plugins", "own", true)]
    [InlineData("Pod shop/plugins", "remaining", false)]
    [InlineData("Pod payments/ledger", "own", true)]
    [InlineData("Pod payments/ledger", "remaining", true)]
    public void The_ladder_shows_whether_the_needed_level_is_reached(string name, string bar, bool isReached)
    {
        using var workspace = Shop();
        var picture = ReportPage.Of(workspace).Row(name).QuerySelector(".ladder svg")!;

        var needed = Number(picture.QuerySelector("line.needed")!, "y1");
        var top = Number(picture.QuerySelector($"rect.{bar}.sure")!, "y");
        Assert.Equal(isReached, top < needed);
        Assert.Equal(Number(picture.QuerySelectorAll("line.rung")[0], "y1"), top + Number(picture.QuerySelector($"rect.{bar}.sure")!, "height"));
    }

    [Fact]
    public void Alternatives_are_those_of_the_report_with_their_arithmetic()
    {
        using var workspace = Shop();
        var finding = workspace.Run("check", ".", "--format", "json").Json().GetProperty("findings").EnumerateArray()
            .First(static finding => finding.GetProperty("workload").GetString() == "Pod payments/gateway");
        var rows = ReportPage.Of(workspace).Row("Pod payments/gateway").QuerySelectorAll(".ranking tbody tr").ToList();

        var alternatives = finding.GetProperty("alternatives").EnumerateArray().ToList();
        Assert.NotEmpty(rows);
        Assert.All(rows.Zip(alternatives), static pair =>
        {
            Assert.Contains($"{pair.Second.GetProperty("id").GetString()}", pair.First.QuerySelector("th")!.TextContent, StringComparison.Ordinal);
            Assert.Equal(pair.Second.GetProperty("verdict").GetString(), pair.First.QuerySelector("td")!.TextContent.Trim());
            Assert.Matches($@"^2\*max\(0,2-\d\) \+ 3\*max\(0,3-\d\) = {pair.Second.GetProperty("shortfall").GetInt32()}$", pair.First.QuerySelector(".sum")!.TextContent);
        });
    }

    [Fact]
    public void The_matrix_counts_the_rows()
    {
        using var workspace = Shop();
        var page = ReportPage.Of(workspace);

        var figures = page.QuerySelectorAll(".matrix a[data-need]").ToList();
        Assert.NotEmpty(figures);
        Assert.All(figures, figure => Assert.Equal(
            figure.TextContent,
            page.QuerySelectorAll($"#rows > .row[data-need~='{figure.GetAttribute("data-need")}']").Length.ToString(CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void The_tree_shows_the_way_that_needs_take_and_what_is_assumed()
    {
        using var workspace = Shop();
        var tree = ReportPage.Of(workspace).QuerySelector("#tree")!;

        Assert.Contains("Everything else is assumed to be no", tree.TextContent, StringComparison.Ordinal);
        var rows = tree.QuerySelectorAll("tbody tr").Select(static row => row.QuerySelectorAll("td").Select(static cell => cell.TextContent).ToList()).ToList();
        Assert.Contains(rows, static row => row[0] == "Pod shop/plugins" && row[1] == "q3: Running untrusted code?q3a: Millisecond start-up needed?" && row[2] == "WebAssembly sandbox");
        Assert.Contains(rows, static row => row[0] == "Pod payments/ledgerPod payments/gateway" || row[0] == "Pod payments/gatewayPod payments/ledger");
        Assert.Equal(["yes · 2", "no · 2", "no · 1", "no · 1", "yes · 1", "yes · 1"], tree.QuerySelectorAll("text.edge-word.taken").Select(static word => word.TextContent));
    }

    [Fact]
    public void Charts_say_their_axes_and_the_table_says_the_same()
    {
        using var workspace = Shop();
        var technologies = ReportPage.Of(workspace).QuerySelector("#technologies")!;

        Assert.Equal(
            ["Startup time, logarithmic: each step is ten times the one before; less is better", "Memory overhead, logarithmic: each step is ten times the one before; less is better", "Throughput loss, from zero; less is better"],
            technologies.QuerySelectorAll("text.axis-name").Select(static name => name.TextContent));
        Assert.Equal(["gVisor", "runc", "Kata Containers", "Kata Containers with Firecracker"], technologies.QuerySelectorAll(".chart-of:first-of-type text.name.used").Select(static name => name.TextContent).OrderBy(static name => name == "gVisor" ? 0 : name == "runc" ? 1 : 2).ThenBy(static name => name, StringComparer.Ordinal));
        var gvisor = technologies.QuerySelectorAll("tbody tr").Single(static row => row.QuerySelector("th")!.TextContent == "gVisor (gvisor)");
        Assert.Equal("1", gvisor.QuerySelector("td")!.TextContent);
        Assert.Contains("typical 1.144 s", gvisor.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_cannot_become_markup()
    {
        using var workspace = new Workspace();
        workspace.Add("<img src=x onerror=alert(8)>.yaml", PageSamples.Hostile).Add("evil.isolation.json", PageSamples.HostileOverlay);
        var page = ReportPage.Of(workspace, "--model", "evil.isolation.json");

        Assert.Single(page.QuerySelectorAll("script"));
        Assert.Empty(page.QuerySelectorAll("img, [onerror], [onload], [onclick], [onmouseover]"));
        Assert.DoesNotContain(page.QuerySelectorAll("[href]"), static element => element.GetAttribute("href")!.Contains("script", StringComparison.OrdinalIgnoreCase));
        Assert.Contains("<script>alert(1)</script>", page.QuerySelector(".who strong")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("<b onclick=alert(6)>Strong</b>", page.QuerySelector("ol.path")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("javascript:alert(5)", page.QuerySelector("#sources")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("<img src=x onerror=alert(8)>.yaml", page.QuerySelector(".who small")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("onerror=alert(3)", page.QuerySelector("#findings")!.TextContent + page.QuerySelector("#rows")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_run_gives_the_same_bytes()
    {
        using var workspace = Shop();

        Assert.Equal(ReportPage.TextOf(workspace), ReportPage.TextOf(workspace));
        Assert.DoesNotContain('\r', ReportPage.TextOf(workspace));
    }

    [Fact]
    public void More_workloads_than_open_quickly_are_told()
    {
        using var workspace = new Workspace();
        workspace.Add("pods.yaml", string.Join("---\n", Enumerable.Range(0, WorkloadSection.MostDetails + 3).Select(PageSamples.Pod)));
        var page = ReportPage.Of(workspace);

        Assert.Equal(WorkloadSection.MostDetails, page.QuerySelectorAll("#rows > details.row").Length);
        Assert.Equal(3, page.QuerySelectorAll("#rows > div.row").Length);
        Assert.Equal("503 workloads, what needs attention first. The first 500 can be opened; check fewer paths to open the others.", page.QuerySelector(".limit")!.TextContent);
    }

    [Fact]
    public void A_run_without_workloads_or_needs_says_so()
    {
        using var workspace = new Workspace();
        workspace.Add("notes.txt", "nothing");
        var page = ReportPage.Of(workspace);

        Assert.Contains("No workload was found", page.QuerySelector("#workloads")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("No workload declares a need", page.QuerySelector("#needs")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("no way is marked", page.QuerySelector("#tree")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_finding_goes_to_the_workload_of_its_own_file_where_several_have_one_name()
    {
        using var workspace = new Workspace();
        workspace.Add("a.yaml", Samples.Quiet.Replace("name: web\n", "name: plugins\n", StringComparison.Ordinal)).Add("b.yaml", Samples.Unsafe);
        var page = ReportPage.Of(workspace);

        var row = Assert.Single(page.QuerySelectorAll("#rows > .row"), static row => row.QuerySelector(".finding") is not null);
        Assert.StartsWith("b.yaml(", row.QuerySelector(".who small")!.TextContent, StringComparison.Ordinal);
    }

    private static Workspace Shop() => new Workspace().Add("shop.yaml", PageSamples.Shop);

    private static decimal Number(IElement element, string attribute) => decimal.Parse(element.GetAttribute(attribute)!, CultureInfo.InvariantCulture);

    private static string Hash(IElement element) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(element.TextContent)));
}
