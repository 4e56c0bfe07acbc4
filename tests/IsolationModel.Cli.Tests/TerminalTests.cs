using IsolationModel.Cli.Output;
using IsolationModel.Cli.Tests.Reports;
using IsolationModel.Cli.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace IsolationModel.Cli.Tests;

/// <summary>What people on a terminal see, and what nobody else does.</summary>
public sealed class TerminalTests
{
    [Theory]
    [InlineData(true, "", true)]
    [InlineData(true, "NO_COLOR=1", false)]
    [InlineData(true, "NO_COLOR=", true)]
    [InlineData(true, "TERM=dumb", false)]
    [InlineData(true, "CLICOLOR=0", false)]
    [InlineData(true, "FORCE_COLOR=0", false)]
    [InlineData(true, "CLICOLOR_FORCE=0", true)]
    [InlineData(true, "FORCE_COLOR=1 NO_COLOR=1", false)]
    [InlineData(true, "FORCE_COLOR=1 TERM=dumb", true)]
    [InlineData(false, "", false)]
    [InlineData(false, "CLICOLOR=1", false)]
    [InlineData(false, "FORCE_COLOR=1", true)]
    [InlineData(false, "FORCE_COLOR=3", true)]
    [InlineData(false, "FORCE_COLOR=false", false)]
    [InlineData(false, "CLICOLOR_FORCE=1", true)]
    [InlineData(false, "CLICOLOR_FORCE=0", false)]
    [InlineData(false, "CLICOLOR_FORCE=1 FORCE_COLOR=0", false)]
    [InlineData(false, "CLICOLOR_FORCE=1 NO_COLOR=1", false)]
    public void Users_and_redirections_decide_on_colours(bool isTerminal, string environment, bool expected)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "consoles of Windows are asked in another way");
        Assert.Equal(expected, Traits(isTerminal, environment).UsesColor);
    }

    [Theory]
    [InlineData(true, "", false)]
    [InlineData(true, "TERM=xterm-256color", false)]
    [InlineData(true, "VTE_VERSION=6800", true)]
    [InlineData(true, "VTE_VERSION=5000", false)]
    [InlineData(true, "VTE_VERSION=new", false)]
    [InlineData(true, "TERM_PROGRAM=iTerm.app", true)]
    [InlineData(true, "TERM_PROGRAM=Apple_Terminal", false)]
    [InlineData(true, "TERM=xterm-kitty", true)]
    [InlineData(true, "KONSOLE_VERSION=220401", true)]
    [InlineData(true, "WT_SESSION=1", true)]
    [InlineData(true, "FORCE_HYPERLINK=1", true)]
    [InlineData(true, "FORCE_HYPERLINK=0 VTE_VERSION=6800", false)]
    [InlineData(true, "VTE_VERSION=6800 NO_COLOR=1", false)]
    [InlineData(true, "VTE_VERSION=6800 TERM=dumb", false)]
    [InlineData(false, "VTE_VERSION=6800", false)]
    [InlineData(false, "FORCE_HYPERLINK=1 FORCE_COLOR=1", false)]
    public void Hyperlinks_are_for_terminals_that_follow_them(bool isTerminal, string environment, bool expected)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "consoles of Windows are asked in another way");
        Assert.Equal(expected, Traits(isTerminal, environment).UsesLinks);
    }

    [Fact]
    public void Places_and_help_pages_are_links_and_the_rest_of_the_text_is_the_same()
    {
        const string link = "\u001b]8;;";
        using var stream = new MemoryStream();
        new TextReportWriter().Write(ReportSample.Everything, stream, new ReportStyle(LinkFolder: "/srv/my shop"));
        var text = Workspace.Text(stream.ToArray());

        Assert.SkipWhen(OperatingSystem.IsWindows(), "paths have drives on Windows");
        Assert.Contains($"{link}file://{Uri.EscapeDataString(System.Net.Dns.GetHostName())}/srv/my%20shop/deploy/my%20plugins.yaml\u001b\\deploy/my plugins.yaml(15,21){link}\u001b\\: warning", text, StringComparison.Ordinal);
        Assert.Contains($"    help: {link}https://", text, StringComparison.Ordinal);
        Assert.Contains("\n<stdin>(1,1): info", $"\n{text}", StringComparison.Ordinal);
        Assert.Equal(ReportSample.In("text", ReportSample.Everything), System.Text.RegularExpressions.Regex.Replace(text, "\u001b]8;;[^\u001b]*\u001b\\\\", string.Empty));
    }

    [Theory]
    [InlineData(0, 200, false, "reading [........................] 0 of 200 files")]
    [InlineData(100, 200, false, "reading [############............] 100 of 200 files")]
    [InlineData(200, 200, false, "reading [########################] 200 of 200 files")]
    [InlineData(2000000000, 2000000000, false, "reading [########################] 2000000000 of 2000000000 files")]
    [InlineData(200, 200, true, "judging what 200 files say")]
    public void Progress_is_a_line(int done, int total, bool isJudging, string expected)
    {
        Assert.Equal(expected, ReadingProgress.Line(done, total, isJudging));
    }

    [Fact]
    public void Progress_comes_late_and_goes_away()
    {
        const string first = "\rreading [########................] 1 of 3 files\u001b[K";
        const string second = "\rreading [################........] 2 of 3 files\u001b[K";
        using var terminal = new StringWriter();
        var clock = new FakeTimeProvider();
        using (var progress = new ReadingProgress(3, terminal, clock))
        {
            progress.Advance();
            clock.Advance(TimeSpan.FromMilliseconds(499));
            Assert.Empty(terminal.ToString());
            clock.Advance(TimeSpan.FromMilliseconds(1));
            Assert.Equal(first, terminal.ToString());
            progress.Advance();
            clock.Advance(TimeSpan.FromMilliseconds(100));
            Assert.Equal(first + second, terminal.ToString());
        }

        clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(first + second + "\r\u001b[K", terminal.ToString());
    }

    [Fact]
    public void A_run_that_is_over_soon_shows_no_progress_and_neither_does_a_single_file()
    {
        using var terminal = new StringWriter();
        var clock = new FakeTimeProvider();
        using (new ReadingProgress(3, terminal, clock))
        {
            clock.Advance(TimeSpan.FromMilliseconds(499));
        }

        using (new ReadingProgress(1, terminal, clock))
        {
            clock.Advance(TimeSpan.FromHours(1));
        }

        Assert.Empty(terminal.ToString());
    }

    private static TerminalTraits Traits(bool isTerminal, string environment)
    {
        var variables = environment.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(static pair => pair.Split('=')).ToDictionary(static pair => pair[0], static pair => pair[1], StringComparer.Ordinal);
        return new TerminalTraits(isTerminal, variables.GetValueOrDefault);
    }
}
