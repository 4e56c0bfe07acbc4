using Deque.AxeCore.Playwright;
using IsolationModel.Browser.Tests.Support;
using Microsoft.Playwright;

namespace IsolationModel.Browser.Tests;

/// <summary>The rules of axe-core, contrast in both schemes among them, on the page as it opens and with everything opened.</summary>
public sealed class AccessibilityTests(BrowserFixture browser)
{
    [Theory]
    [InlineData(ColorScheme.Light, 1280, false)]
    [InlineData(ColorScheme.Light, 1280, true)]
    [InlineData(ColorScheme.Dark, 1280, true)]
    [InlineData(ColorScheme.Dark, 390, true)]
    public async Task No_rule_is_broken(ColorScheme scheme, int width, bool isOpened)
    {
        await using var open = await browser.OpenAsync(options: new BrowserNewContextOptions
        {
            ColorScheme = scheme,
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
        });
        if (isOpened)
        {
            await open.Page.EvaluateAsync("for (const details of document.querySelectorAll('details')) { details.open = true; }");
        }

        var result = await open.Page.RunAxe();

        Assert.Empty(result.Violations.SelectMany(static violation => violation.Nodes.Select(node => $"{violation.Id}: {node.Html}: {violation.Help}")));
        Assert.Contains(result.Passes, static pass => pass.Id == "color-contrast");
    }

    [Fact]
    public async Task Pictures_and_rows_say_what_they_show()
    {
        await using var open = await browser.OpenAsync();
        var row = open.Row("Pod shop/plugins");
        await row.Locator("summary").ClickAsync();

        Assert.All(await open.Page.Locator("svg[role=img]").AllAsync(), static picture => Assert.NotEqual(string.Empty, picture.GetAttributeAsync("aria-label").GetAwaiter().GetResult()));
        await Assertions.Expect(row.GetByRole(AriaRole.Img, new LocatorGetByRoleOptions { Name = "Boundary ladder" })).ToBeVisibleAsync();
        await Assertions.Expect(row.GetByRole(AriaRole.Img, new LocatorGetByRoleOptions { Name = "boundary none, needed software-sandbox" })).ToBeVisibleAsync();
        await Assertions.Expect(open.Page.GetByRole(AriaRole.Search, new PageGetByRoleOptions { Name = "Filter workloads" })).ToBeVisibleAsync();
        await Assertions.Expect(open.Page.GetByRole(AriaRole.Radiogroup, new PageGetByRoleOptions { Name = "Colours" })).ToBeVisibleAsync();
    }
}
