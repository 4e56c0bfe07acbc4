using IsolationModel.Browser.Tests.Support;
using IsolationModel.Cli.Tests.Support;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(BrowserFixture))]

namespace IsolationModel.Browser.Tests.Support;

/// <summary>One browser and a few pages of the tool for all tests.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    private readonly Workspace _workspace = new();
    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private string _missing = "there is no Chromium; install one, or name it in the variable CHROMIUM";

    /// <summary>In milliseconds: a guard against what hangs, and no measure of anything. What Playwright assumes a busy machine exceeds.</summary>
    private const int Patience = 600_000;

    public async ValueTask InitializeAsync()
    {
        _workspace.Add("shop/shop.yaml", PageSamples.Shop)
            .Add("hostile/<img src=x onerror=alert(8)>.yaml", PageSamples.Hostile)
            .Add("evil.isolation.json", PageSamples.HostileOverlay);
        Assert.Equal(0, _workspace.Run("report", "shop", "--html", "shop.html").ExitCode);
        Assert.Equal(0, _workspace.Run("report", "hostile", "--model", "evil.isolation.json", "--html", "hostile.html").ExitCode);
        if (Chromium.Path is { } path)
        {
            Assertions.SetDefaultExpectTimeout(Patience);
            _playwright = await Playwright.CreateAsync();
            try
            {
                _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = path, Args = Chromium.Arguments, Timeout = Patience });
            }
            catch (PlaywrightException error) when (Environment.GetEnvironmentVariable("CI") != "true")
            {
                // Some systems have a program of that name which only says how to install one.
                _missing = $"{path} does not start: {error.Message}";
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        _workspace.Dispose();
    }

    /// <summary>Opens a page of the tool; skips the test where the machine has no browser.</summary>
    internal async Task<OpenPage> OpenAsync(string name = "shop", string fragment = "", BrowserNewContextOptions? options = null)
    {
        Assert.SkipWhen(_browser is null, _missing);
        var context = await _browser!.NewContextAsync(options ?? new BrowserNewContextOptions());
        context.SetDefaultTimeout(Patience);
        var page = await OpenPage.InAsync(context);
        await page.Page.GotoAsync($"{new Uri(_workspace.PathOf($"{name}.html")).AbsoluteUri}{fragment}");
        return page;
    }
}
