using System.CommandLine;
using IsolationModel.Cli.Output;

namespace IsolationModel.Cli.Commands;

/// <summary><c>isolation report</c>: judges descriptors as a check does, and writes what came of it as a page to look at.</summary>
internal sealed class ReportCommand
{
    private const string Html = "html";

    private readonly ToolHost _host;

    private readonly RunSymbols _run;

    private readonly Option<string> _html = new("--html")
    {
        HelpName = "file",
        Required = true,
        Description = "The file that gets the page. It is replaced only once the page is complete; it holds everything that it needs, and loads nothing.",
    };

    public ReportCommand(ToolHost host, CancellationToken cancellationToken)
    {
        _host = host;
        Command = new ToolCommand(
            "report",
            "Judges descriptors as check does, and writes a page for people who would rather look than read: workloads by need and verdict, boundaries as ladders, technologies as charts.",
            new CommandManual(
                [
                    (ExitCode.Clean, "the page is written, whatever the findings are"),
                    (ExitCode.Failure, "usage, or a model or settings with mistakes, which the page tells"),
                    (ExitCode.Interrupted, "interrupted; no page is written"),
                ],
                [
                    ("isolation report deploy --html report.html", "A page on what is in a folder."),
                    ("isolation report deploy --html report.html --level high", "How everything would stand if it needed a sandbox."),
                ]));
        _run = new RunSymbols(host, Command);
        Command.Add(_html);
        Command.SetAction(parsed => Execute(parsed, cancellationToken));
    }

    /// <summary>The command, to be added to the root.</summary>
    public Command Command { get; }

    private int Execute(ParseResult parsed, CancellationToken cancellationToken)
    {
        var target = OutputTarget.Of(parsed.GetRequiredValue(_html), ReportFormats.Find(Html)!, _html.Name, _host.CurrentDirectory);
        var run = DescriptorRun.Execute(_run.Options(parsed), _host, cancellationToken);
        if (cancellationToken.IsCancellationRequested)
        {
            // A file is replaced only by a whole report.
            return ExitCode.Interrupted;
        }

        OutputTarget.RequireNoInput([(target.NamedBy, target.Path)], run.Session.Inputs(_host.CurrentDirectory), _host.CurrentDirectory);
        ReportFile.Write(target, run.Report);
        _host.Output.Write(ToolHost.Utf8.GetBytes(TextSummary.Of(run.Report.Summary) + "\n"));
        _host.Output.Flush();
        return run.ModelHasErrors ? ExitCode.Failure : ExitCode.Clean;
    }
}
