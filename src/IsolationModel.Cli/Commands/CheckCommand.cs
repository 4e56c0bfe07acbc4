using System.CommandLine;
using IsolationModel.Cli.Input;
using IsolationModel.Cli.Output;
using IsolationModel.Configuration;
using IsolationModel.Findings;

namespace IsolationModel.Cli.Commands;

/// <summary><c>isolation check</c>: its symbols, and how they become <see cref="CheckOptions"/>.</summary>
internal sealed class CheckCommand
{
    private static readonly string[] Thresholds = ["error", "warning", "info", "never"];

    private const FailThreshold DefaultThreshold = FailThreshold.Warning;

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
            + ".txt, .json, .sarif, .xml (junit), .md, .csv, .html; that of --format where the ending says nothing or fits it. It is replaced only once the report is complete.",
    };

    private readonly Option<string?> _failOn = new("--fail-on")
    {
        HelpName = string.Join('|', Thresholds),
        Description = "The quietest severity of findings that makes the exit code 1; warning unless isolation.json says otherwise.",
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

    private readonly Option<bool> _explain = new("--explain-config")
    {
        Description = "Checks nothing, and tells which settings hold for the paths, and where each comes from; as text or as json.",
    };

    public CheckCommand(ToolHost host, CancellationToken cancellationToken)
    {
        _host = host;
        SharedSymbols.AcceptOnly(_format, ReportFormats.Names);
        SharedSymbols.AcceptOnly(_failOn, Thresholds);
        Command = new ToolCommand(
            "check",
            "Judges descriptors against the needs of their workloads, as isolation.json says.",
            new CommandManual(
                [(0, "no finding at or above --fail-on"), (1, "findings"), (2, "usage, or a model or settings with mistakes"), (130, "interrupted; what was read by then is told")],
                [
                    ("isolation check", "What isolation.json names, or everything below the current folder."),
                    ("isolation check . --output isolation.sarif --output isolation.xml", "Also in files: SARIF for viewers, JUnit for test reports."),
                    ("isolation check . --format github --output github-sarif:isolation.sarif", "In GitHub Actions: annotations in the log, and a file for code scanning."),
                    ("isolation check . --write-baseline isolation-baseline.json", "Remembers the present findings; --baseline tells only new ones from then on."),
                    ("isolation check deploy --explain-config", "Which settings hold there, and where each comes from."),
                ]));
        _run = new RunSymbols(host, Command);
        Command.Add(_format);
        Command.Add(_outputs);
        Command.Add(_failOn);
        Command.Add(_baseline);
        Command.Add(_writeBaseline);
        Command.Add(_explain);
        Command.SetAction(parsed => parsed.GetValue(_explain) ? Explain(parsed) : CheckRun.Execute(Options(parsed), host, cancellationToken));
    }

    /// <summary>The command, to be added to the root.</summary>
    public Command Command { get; }

    private CheckOptions Options(ParseResult parsed)
    {
        var format = ReportFormats.Find(parsed.GetRequiredValue(_format))!;
        var outputs = Targets(parsed, format);
        var run = _run.Options(parsed);
        var baseline = Baseline(parsed, run.Settings.Settings);
        var files = outputs.ConvertAll(static target => ("--output", target.Path));
        if (baseline is { IsWritten: true })
        {
            files.Add(("--write-baseline", baseline.FullPath));
        }

        OutputTarget.RequireDifferentFiles(files, _host.CurrentDirectory);
        return new CheckOptions(run, format, outputs, Severity(Threshold(parsed, run.Settings.Settings)), baseline);
    }

    private List<OutputTarget> Targets(ParseResult parsed, IReportWriter format) =>
        [.. (parsed.GetValue(_outputs) ?? []).Select(text => OutputTarget.Parse(text, format, _host.CurrentDirectory))];

    /// <summary>The command line, else the settings, else the default.</summary>
    private FailThreshold Threshold(ParseResult parsed, IsolationSettings settings) => parsed.GetValue(_failOn) is { } word
        ? Enum.Parse<FailThreshold>(word, ignoreCase: true)
        : settings.FailOn ?? DefaultThreshold;

    private BaselineFile? Baseline(ParseResult parsed, IsolationSettings settings)
    {
        var (known, written) = (parsed.GetValue(_baseline), parsed.GetValue(_writeBaseline));
        if (known is not null && written is not null)
        {
            throw new UsageException("--baseline and --write-baseline exclude each other; to write it anew, give --write-baseline alone");
        }

        return known is not null ? BaselineFile.ToRead(known, _host.CurrentDirectory)
            : written is not null ? BaselineFile.ToWrite(written, _host.CurrentDirectory)
            : settings.Baseline is { } file ? BaselineFile.ToRead(settings.Resolve(file), _host.CurrentDirectory, $"{settings.Path}: baseline")
            : null;
    }

    /// <summary>Tells the settings instead of judging by them.</summary>
    private int Explain(ParseResult parsed)
    {
        var format = parsed.GetRequiredValue(_format);
        if (format is not ("text" or "json"))
        {
            throw new UsageException($"--explain-config answers as text or as json, not as {format}");
        }

        if (parsed.GetValue(_writeBaseline) is not null)
        {
            throw new UsageException("--explain-config checks nothing, so that there is nothing to write for --write-baseline");
        }

        var targets = Targets(parsed, ReportFormats.Find(format)!);
        if (targets.Find(static target => target.Format.Name is not ("text" or "json")) is { } other)
        {
            throw new UsageException($"--explain-config answers as text or as json, not as {other.Format.Name} in '{DisplayPath.Of(other.Path, _host.CurrentDirectory)}'");
        }

        var run = _run.Options(parsed);
        var files = targets.ConvertAll(static target => (target.NamedBy, target.Path));
        OutputTarget.RequireDifferentFiles(files, _host.CurrentDirectory);
        // The baseline is not read here, and must not be lost all the same.
        var settings = run.Settings.Settings;
        var baselines = new[] { parsed.GetValue(_baseline), settings.Baseline is { } known ? settings.Resolve(known) : null }.OfType<string>();
        OutputTarget.RequireNoInput(files, run.Files(_host.CurrentDirectory).Concat(baselines.Select(file => Path.GetFullPath(file, _host.CurrentDirectory))), _host.CurrentDirectory);
        var answer = new ConfigExplanation(_run.Given(parsed), run, _host.CurrentDirectory).Explain(parsed.GetValue(_failOn), parsed.GetValue(_baseline));
        _host.Write(answer, isJson: format == "json");
        foreach (var target in targets)
        {
            ReportFile.Write(target.Path, target.NamedBy, stream => _host.InFile(stream).Write(answer, isJson: target.Format.Name == "json"));
        }

        return answer.Mistakes.Count > 0 ? ExitCode.Failure : ExitCode.Clean;
    }

    private static FindingSeverity? Severity(FailThreshold threshold) => threshold switch
    {
        FailThreshold.Error => FindingSeverity.Error,
        FailThreshold.Warning => FindingSeverity.Warning,
        FailThreshold.Info => FindingSeverity.Info,
        _ => null,
    };
}
