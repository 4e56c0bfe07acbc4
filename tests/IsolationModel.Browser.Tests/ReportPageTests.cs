using IsolationModel.Browser.Tests.Support;
using Microsoft.Playwright;

namespace IsolationModel.Browser.Tests;

/// <summary>The page of <c>isolation report</c> as people meet it: closed in itself, filtered, opened, in both schemes, without script, on paper and on a telephone.</summary>
public sealed class ReportPageTests(BrowserFixture browser)
{
    private const string White = "rgb(255, 255, 255)";
    private const string Dark = "rgb(20, 23, 27)";
    private const string BackgroundOfBody = "getComputedStyle(document.body).backgroundColor";

    [Theory]
    [InlineData("shop")]
    [InlineData("hostile")]
    public async Task Nothing_leaves_the_page_and_nobody_complains(string name)
    {
        await using var open = await browser.OpenAsync(name);
        foreach (var summary in await open.Page.Locator("summary").AllAsync())
        {
            await summary.ClickAsync();
        }

        await open.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        Assert.StartsWith("file://", Assert.Single(open.Requests), StringComparison.Ordinal);
        Assert.Empty(open.Complaints);
        Assert.Equal(0, await open.Page.EvaluateAsync<int>("performance.getEntriesByType('resource').length"));
    }

    [Fact]
    public async Task The_policy_stops_what_the_escaping_might_miss()
    {
        await using var open = await browser.OpenAsync();

        // What a name could do at worst: become an element. It still runs nothing and loads nothing.
        await open.Page.RunAndWaitForConsoleMessageAsync(() => open.Page.EvaluateAsync("document.body.insertAdjacentHTML('beforeend', '<img src=\"https://example.org/x\" onerror=\"window.ran = 1\"><p onclick=\"window.ran = 1\" id=\"trap\">x</p>')"));
        await open.Page.Locator("#trap").ClickAsync();

        Assert.Null(await open.Page.EvaluateAsync<int?>("window.ran ?? null"));
        Assert.NotEmpty(open.Complaints);
        Assert.All(open.Complaints, complaint => Assert.Contains("Content Security Policy", complaint, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("text", "LEDGER", "Pod payments/ledger")]
    [InlineData("text", "shop.yaml(  importer", "Pod shop/importer")]
    [InlineData("text", "ism2001", "Pod shop/plugins")]
    [InlineData("verdict", "unproven", "Pod payments/gateway,Pod shop/importer")]
    [InlineData("severity", "warning", "Pod shop/plugins")]
    [InlineData("namespace", "payments", "Pod payments/gateway,Pod payments/ledger")]
    [InlineData("namespace", "(none)", "Pod web")]
    [InlineData("technology", "gVisor", "Pod shop/plugins")]
    [InlineData("need", "untrusted-code: fails (1)", "Pod shop/plugins")]
    public async Task A_filter_leaves_the_rows_that_match(string field, string choice, string names)
    {
        await using var open = await browser.OpenAsync();
        var control = open.Page.Locator($"#filters [name={field}]");
        await (field == "text" ? control.FillAsync(choice) : control.SelectOptionAsync(new SelectOptionValue { Label = choice }));

        Assert.Equal(names.Split(','), await open.NamesAsync());
        Assert.Equal($"{names.Split(',').Length} of 5 are shown.", await open.Page.GetByRole(AriaRole.Status).TextContentAsync());

        await open.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Reset" }).ClickAsync();
        await Assertions.Expect(open.Rows).ToHaveCountAsync(5);
    }

    [Fact]
    public async Task Filters_hold_together_and_an_empty_result_is_told()
    {
        await using var open = await browser.OpenAsync();
        await open.Page.GetByLabel("Namespace").SelectOptionAsync("payments");
        await open.Page.GetByLabel("Verdict").SelectOptionAsync("suitable");
        Assert.Equal(["Pod payments/ledger"], await open.NamesAsync());

        await open.Page.GetByLabel("Text").FillAsync("plugins");
        Assert.Empty(await open.NamesAsync());
        await Assertions.Expect(open.Page.Locator("#none-left")).ToContainTextAsync("No workload is left");
    }

    [Fact]
    public async Task A_figure_of_the_matrix_shows_its_workloads()
    {
        await using var open = await browser.OpenAsync();
        await open.Page.GetByLabel("Namespace").SelectOptionAsync("payments");

        await open.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "1 workload: untrusted-code fails" }).ClickAsync();

        await Assertions.Expect(open.Rows).ToHaveCountAsync(1);
        Assert.Equal(["Pod shop/plugins"], await open.NamesAsync());
        Assert.Equal(string.Empty, await open.Page.GetByLabel("Namespace").InputValueAsync());
    }

    [Fact]
    public async Task A_link_to_a_workload_opens_it_also_where_a_filter_hides_it()
    {
        await using var open = await browser.OpenAsync();
        await open.Page.GetByLabel("Text").FillAsync("web");

        await open.Page.Locator("#tree").GetByRole(AriaRole.Link, new LocatorGetByRoleOptions { Name = "Pod payments/ledger" }).ClickAsync();

        await Assertions.Expect(open.Row("Pod payments/ledger").GetByRole(AriaRole.Heading, new LocatorGetByRoleOptions { Name = "What runs it" })).ToBeInViewportAsync();
    }

    [Fact]
    public async Task Everything_is_reached_and_opened_from_the_keyboard()
    {
        await using var open = await browser.OpenAsync();
        var order = new List<string>();
        for (var i = 0; i < 24; i++)
        {
            await open.Page.Keyboard.PressAsync("Tab");
            order.Add(await open.Page.EvaluateAsync<string>("(e => e.id || e.name || e.getAttribute('href') || e.getAttribute('aria-label') || e.tagName.toLowerCase())(document.activeElement)"));
        }

        Assert.Equal(
            [
                "#workloads", "scheme-auto", "#summary", "#needs", "#workloads", "#findings", "#technologies", "#families", "#tree", "#sources",
                "Needs by outcome",
            ],
            order.Take(11));
        var fields = order.SkipWhile(static name => name != "text").Take(8).ToList();
        Assert.Equal(["text", "verdict", "severity", "namespace", "technology", "need", "button"], fields.Take(7));

        await open.Row("Pod payments/ledger").Locator("summary").FocusAsync();
        await open.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(open.Row("Pod payments/ledger").Locator(".ladder")).ToBeVisibleAsync();

        await open.Page.Locator("#scheme-auto").FocusAsync();
        await open.Page.Keyboard.PressAsync("ArrowRight");
        await open.Page.Keyboard.PressAsync("ArrowRight");
        Assert.Equal(Dark, await open.Page.EvaluateAsync<string>(BackgroundOfBody));
    }

    [Theory]
    [InlineData(ColorScheme.Light, White)]
    [InlineData(ColorScheme.Dark, Dark)]
    public async Task Colours_follow_the_system_until_somebody_chooses_and_nothing_is_stored(ColorScheme system, string background)
    {
        await using var open = await browser.OpenAsync(options: new BrowserNewContextOptions { ColorScheme = system });
        Assert.Equal(background, await open.Page.EvaluateAsync<string>(BackgroundOfBody));

        await open.Page.GetByText("Dark", new PageGetByTextOptions { Exact = true }).ClickAsync();
        Assert.Equal(Dark, await open.Page.EvaluateAsync<string>(BackgroundOfBody));
        await open.Page.GetByText("Light", new PageGetByTextOptions { Exact = true }).ClickAsync();
        Assert.Equal(White, await open.Page.EvaluateAsync<string>(BackgroundOfBody));
        Assert.Equal(0, await open.Page.EvaluateAsync<int>("localStorage.length + sessionStorage.length + document.cookie.length"));
    }

    [Fact]
    public async Task Without_script_the_page_is_whole()
    {
        await using var open = await browser.OpenAsync(fragment: "#workload-1", options: new BrowserNewContextOptions { JavaScriptEnabled = false });

        await Assertions.Expect(open.Page.Locator("#filters")).ToBeHiddenAsync();
        await Assertions.Expect(open.Page.Locator("#rows > .row")).ToHaveCountAsync(5);
        await Assertions.Expect(open.Row("Pod shop/plugins").Locator(".ladder")).ToBeVisibleAsync();
        await open.Row("Pod payments/ledger").Locator("summary").ClickAsync();
        await Assertions.Expect(open.Row("Pod payments/ledger").Locator(".ladder")).ToBeVisibleAsync();
        await AssertOneChartAsync(open, "Startup time");
        await open.Page.Locator("#technologies label").GetByText("Memory overhead").ClickAsync();
        await AssertOneChartAsync(open, "Memory overhead");
    }

    [Fact]
    public async Task On_paper_there_are_all_charts_and_no_controls_and_it_is_light()
    {
        await using var open = await browser.OpenAsync(options: new BrowserNewContextOptions { ColorScheme = ColorScheme.Dark });
        await open.Row("Pod shop/plugins").Locator("summary").ClickAsync();
        await open.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });

        await Assertions.Expect(open.Page.Locator("svg.chart[role=img]:visible")).ToHaveCountAsync(3);
        await Assertions.Expect(open.Page.Locator("nav:visible, .schemes:visible, #filters:visible")).ToHaveCountAsync(0);
        await Assertions.Expect(open.Row("Pod shop/plugins").Locator(".ladder")).ToBeVisibleAsync();
        Assert.Equal(White, await open.Page.EvaluateAsync<string>(BackgroundOfBody));
        Assert.True((await open.Page.PdfAsync()).Length > 10_000);
    }

    [Theory]
    [InlineData(360)]
    [InlineData(768)]
    [InlineData(1280)]
    public async Task Nothing_is_wider_than_the_window(int width)
    {
        await using var open = await browser.OpenAsync("hostile", options: new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = width, Height = 800 } });
        foreach (var summary in await open.Page.Locator("summary").AllAsync())
        {
            await summary.ClickAsync();
        }

        Assert.Equal(width, await open.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
    }

    private static async Task AssertOneChartAsync(OpenPage open, string name)
    {
        var chart = open.Page.Locator("svg.chart[role=img]:visible");
        await Assertions.Expect(chart).ToHaveCountAsync(1);
        Assert.StartsWith($"{name} by boundary", await chart.GetAttributeAsync("aria-label"), StringComparison.Ordinal);
    }
}
