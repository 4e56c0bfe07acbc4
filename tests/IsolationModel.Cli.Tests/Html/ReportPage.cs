using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using IsolationModel.Cli.Tests.Support;

namespace IsolationModel.Cli.Tests.Html;

/// <summary>A page that the tool wrote, parsed without leniency.</summary>
internal static class ReportPage
{
    /// <summary>Checks what is in the workspace and parses the page; any parse error fails the test.</summary>
    public static IHtmlDocument Of(Workspace workspace, params string[] options) => Parse(TextOf(workspace, options));

    public static string TextOf(Workspace workspace, params string[] options)
    {
        var run = workspace.Run(["report", ".", "--html", "page.html", .. options]);
        Assert.Empty(run.Error);
        Assert.Equal(0, run.ExitCode);
        var text = File.ReadAllText(workspace.PathOf("page.html"));
        File.Delete(workspace.PathOf("page.html"));
        return text;
    }

    public static IHtmlDocument Parse(string text) => new HtmlParser(new HtmlParserOptions { IsStrictMode = true }).ParseDocument(text);

    /// <summary>The row of the workload of a name.</summary>
    public static IElement Row(this IHtmlDocument page, string name) =>
        Assert.Single(page.QuerySelectorAll("#rows > .row"), row => row.QuerySelector(".who strong")!.TextContent == name);
}
