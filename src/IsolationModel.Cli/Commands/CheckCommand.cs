using System.CommandLine;
using IsolationModel.Cli.Input;
using IsolationModel.Cli.Output;
using IsolationModel.Findings;

namespace IsolationModel.Cli.Commands;

/// <summary><c>isolation check</c>: its symbols, and how they become <see cref="CheckOptions"/>.</summary>
internal sealed class CheckCommand
{
    private static readonly string[] Thresholds = ["error", "warning", "info", "never"];

    private readonly ToolHost _host;

    private readonly RunSymbols _run;

    private readonly Option<string> _format = new("--format")
    {
        HelpName = string.Join('|', ReportFormats.Names),
        Description = "The format of the report on standard output.",
        DefaultValueFactory = static _ => ReportFormats.Default.Name,
    };

    private readonly Option<string[]> _outputs = new("--output")
    {
        HelpName = "[format:]file",
        Description = "A file that gets the report as well; several times. Its format is the one that stands before it (gitlab:report.json), else what its ending says: "
            + ".txt, .json, .sarif, .xml (junit), .md, .csv; that of --format where the ending says nothing or fits it. It is replaced only once the report is complete.",
    };

    private readonly Option<string> _failOn = new("--fail-on")
    {
        HelpName = string.Join('|', Thresholds),
        Description = "The quietest severity of findings that makes the exit code 1.",
        DefaultValueFactory = static _ => "warning",
    };

    private readonly Option<string?> _baseline = new("--baseline")
    {
        HelpName = "file",
        Description = "A baseline: findings that are in it are counted, but neither told nor failed on.",
    };

    private readonly Option<string?> _writeBaseline = new("--write-baseline")
    {
        HelpName = "file",
        Description = "Writes the present findings as a baseline, and tells none of them. It is replaced only once it is complete, and not at all with mistakes in a model.",
    };

    public CheckCommand(ToolHost host, CancellationToken cancellationToken)
    {
        _host = host;
        SharedSymbols.AcceptOnly(_format, ReportFormats.Names);
        SharedSymbols.AcceptOnly(_failOn, Thresholds);
        Command = new Command(
            "check",
            "Judges descriptors against the needs of their workloads. Exit code 0: no finding at or above --fail-on; 1: findings; 2: usage, or a model that cannot be read; 130: interrupted.");
        _run = new RunSymbols(host, Command);
        Command.Add(_format);
        Command.Add(_outputs);
        Command.Add(_failOn);
        Command.Add(_baseline);
        Command.Add(_writeBaseline);
        Command.SetAction(parsed => CheckRun.Execute(Options(parsed), host, cancellationToken));
    }

    /// <summary>The command, to be added to the root.</summary>
    public Command Command { get; }

    private CheckOptions Options(ParseResult parsed)
    {
        var format = ReportFormats.Find(parsed.GetRequiredValue(_format))!;
        var outputs = new List<OutputTarget>();
        foreach (var text in parsed.GetValue(_outputs) ?? [])
        {
            outputs.Add(OutputTarget.Parse(text, format, _host.CurrentDirectory));
        }

        var baseline = Baseline(parsed);
        var files = outputs.ConvertAll(static target => ("--output", target.Path));
        if (baseline is { IsWritten: true })
        {
            files.Add(("--write-baseline", baseline.FullPath));
        }

        OutputTarget.RequireDifferentFiles(files, _host.CurrentDirectory);

        return new CheckOptions(
            _run.Options(parsed),
            format,
            outputs,
            Severity(parsed.GetRequiredValue(_failOn)),
            baseline);
    }

    private BaselineFile? Baseline(ParseResult parsed)
    {
        var (known, written) = (parsed.GetValue(_baseline), parsed.GetValue(_writeBaseline));
        if (known is not null && written is not null)
        {
            throw new UsageException("--baseline and --write-baseline exclude each other; to write it anew, give --write-baseline alone");
        }

        return known is not null ? BaselineFile.ToRead(known, _host.CurrentDirectory)
            : written is not null ? BaselineFile.ToWrite(written, _host.CurrentDirectory)
            : null;
    }

    private static FindingSeverity? Severity(string word) => word switch
    {
        "error" => FindingSeverity.Error,
        "warning" => FindingSeverity.Warning,
        "info" => FindingSeverity.Info,
        _ => null,
    };
}
