using System.Diagnostics.CodeAnalysis;
using System.Text;
using IsolationModel.Cli.Input;
using IsolationModel.Cli.Output;

namespace IsolationModel.Cli;

/// <summary>What surrounds a run: its streams and its folder. Tests put their own in place.</summary>
/// <param name="Input">Standard input; opened only when <c>-</c> is named.</param>
/// <param name="Output">Standard output: the report, nothing else.</param>
/// <param name="Error">Standard error: what is wrong with the command line or the run.</param>
/// <param name="CurrentDirectory">The folder that relative paths start from.</param>
/// <param name="UsesColor">Whether standard output is a terminal whose user has nothing against colours.</param>
internal sealed record ToolHost(Func<Stream> Input, Stream Output, TextWriter Error, string CurrentDirectory, bool UsesColor)
{
    /// <summary>Tells which day it is, since bans can end, and how long people have waited: progress and the end of a stopped run go by it.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Opens a descriptor.</summary>
    public Func<string, Stream> OpenFile { get; init; } = FileOpening.ToRead;

    /// <summary>How many characters fit into a line of the terminal; null where standard output is none, so that nothing is wrapped.</summary>
    public int? Width { get; init; }

    /// <summary>Whether standard output is a terminal that follows hyperlinks.</summary>
    public bool UsesLinks { get; init; }

    /// <summary>Whether somebody sees standard error while the tool runs.</summary>
    public bool ShowsProgress { get; init; }

    /// <summary>Texts that stand in for those of files, by full path: what an editor holds and may not have saved. Null where nobody holds any.</summary>
    public IReadOnlyDictionary<string, string>? Texts { get; init; }

    /// <summary>How a report on standard output is seen.</summary>
    public ReportStyle Style => new(UsesColor, UsesLinks ? CurrentDirectory : null);

    /// <summary>The same surroundings with a file in the place of standard output.</summary>
    public ToolHost InFile(Stream file) => this with { Output = file, UsesColor = false, UsesLinks = false, Width = null };

    /// <summary>The streams of the process.</summary>
    [SuppressMessage("Reliability", "CA2000", Justification = "The process's own streams live as long as the process")]
    public static ToolHost OfProcess()
    {
        if (OperatingSystem.IsWindows() && !Console.IsOutputRedirected)
        {
            // Consoles on Windows start with a code page that lacks most of Unicode.
            Console.OutputEncoding = Utf8;
        }

        var error = new StreamWriter(Console.OpenStandardError(), Utf8) { AutoFlush = true, NewLine = "\n" };
        var output = new TerminalTraits(!Console.IsOutputRedirected, Environment.GetEnvironmentVariable);
        return new ToolHost(Console.OpenStandardInput, Console.OpenStandardOutput(), error, Directory.GetCurrentDirectory(), output.UsesColor)
        {
            Width = TerminalWidth(),
            UsesLinks = output.UsesLinks,
            ShowsProgress = new TerminalTraits(!Console.IsErrorRedirected, Environment.GetEnvironmentVariable).IsRewritable,
        };
    }

    /// <summary>UTF-8 without byte order mark: what every text of the tool is written in.</summary>
    public static UTF8Encoding Utf8 { get; } = new(encoderShouldEmitUTF8Identifier: false);

    private static int? TerminalWidth()
    {
        try
        {
            // A terminal that does not tell its width has 0.
            return Console.IsOutputRedirected || Console.WindowWidth <= 0 ? null : Console.WindowWidth;
        }
        catch (IOException)
        {
            return null;
        }
    }
}
