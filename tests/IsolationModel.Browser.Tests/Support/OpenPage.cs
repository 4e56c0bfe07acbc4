using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace IsolationModel.Browser.Tests.Support;

/// <summary>A page in a browser, with what it asked for and what it complained of.</summary>
internal sealed class OpenPage : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly ConcurrentQueue<string> _requests = new();
    private readonly ConcurrentQueue<string> _complaints = new();

    private OpenPage(IBrowserContext context, IPage page) => (_context, Page) = (context, page);

    public IPage Page { get; }

    /// <summary>Every address that was asked for, the page's own included.</summary>
    public IReadOnlyCollection<string> Requests => _requests;

    /// <summary>What stands in the console, every dialogue, and every error that nothing caught.</summary>
    public IReadOnlyCollection<string> Complaints => _complaints;

    public ILocator Rows => Page.Locator("#rows > .row:visible");

    /// <summary>The names of the rows that are shown.</summary>
    public Task<IReadOnlyList<string>> NamesAsync() => Page.Locator("#rows > .row:visible .who strong").AllTextContentsAsync();

    public ILocator Row(string name) => Page.Locator("#rows > .row").Filter(new LocatorFilterOptions { Has = Page.Locator(".who strong", new PageLocatorOptions { HasTextString = name }) });

    public static async Task<OpenPage> InAsync(IBrowserContext context)
    {
        var open = new OpenPage(context, await context.NewPageAsync());
        context.Request += (_, request) => open._requests.Enqueue(request.Url);
        open.Page.Console += (_, message) => open._complaints.Enqueue(message.Text);
        open.Page.PageError += (_, error) => open._complaints.Enqueue(error);
        open.Page.Dialog += (_, dialog) =>
        {
            open._complaints.Enqueue(dialog.Message);
            _ = dialog.DismissAsync();
        };
        return open;
    }

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();
}
