using System.CommandLine;
using System.CommandLine.Parsing;
using IsolationModel.Cli.Input;
using IsolationModel.Cli.Output;
using IsolationModel.Findings;
using IsolationModel.Text;

namespace IsolationModel.Cli.Commands;

/// <summary><c>isolation check</c>: its symbols, and how they become <see cref="CheckOptions"/>.</summary>
internal sealed class CheckCommand
{
    private static readonly string[] Thresholds = ["error", "warning", "info", "never"];

    private readonly ToolHost _host;

    private readonly Argument<string[]> _paths = new("paths")
    {
        Arity = ArgumentArity.OneOrMore,
        Description = "Files, folders, or - for standard input. Folders are searched with their subfolders, except .git, node_modules and links to folders; "
            + "files in them that are no descriptors are passed over and counted.",
    };

    private readonly Option<string[]> _needs = new("--need")
    {
        HelpName = "token",
        Description = "A need of every workload, on top of what it declares: a threat (untrusted-code), a level (level:high) or a limit (\"startup <= 125 ms\"); several times, or separated by commas.",
    };

    private readonly Option<string?> _level = new("--level")
    {
        HelpName = "level",
        Description = "A security level of every workload, on top of what it declares.",
    };

    private readonly Option<string[]> _models = new("--model")
    {
        HelpName = "overlay.json",
        Description = "An overlay (*.isolation.json) on the built-in model; several times. With mistakes in it they are reported, everything else is judged by what can be read, and the exit code is 2.",
    };

    private readonly Option<string> _format = new("--format")
    {
        HelpName = string.Join('|', ReportFormats.Names),
        Description = "The format of the report on standard output.",
        DefaultValueFactory = static _ => ReportFormats.Default.Name,
    };

    private readonly Option<string[]> _outputs = new("--output")
    {
        HelpName = "[format:]file",
        Description = "A file that gets the report as well, in --format unless a format stands before it (json:report.json); several times. It is replaced only once the report is complete.",
    };

    private readonly Option<string> _failOn = new("--fail-on")
    {
        HelpName = string.Join('|', Thresholds),
        Description = "The quietest severity of findings that makes the exit code 1.",
        DefaultValueFactory = static _ => "warning",
    };

    public CheckCommand(ToolHost host, CancellationToken cancellationToken)
    {
        _host = host;
        AcceptOnly(_format, ReportFormats.Names);
        AcceptOnly(_failOn, Thresholds);
        Command = new Command(
            "check",
            "Judges descriptors against the needs of their workloads. Exit code 0: no finding at or above --fail-on; 1: findings; 2: usage, or a model that cannot be read; 130: interrupted.")
        {
            _paths, _needs, _level, _models, _format, _outputs, _failOn,
        };
        Command.Validators.Add(RejectMisspeltOptions);
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

        return new CheckOptions(
            parsed.GetRequiredValue(_paths),
            parsed.GetValue(_needs) ?? [],
            parsed.GetValue(_level),
            parsed.GetValue(_models) ?? [],
            format,
            outputs,
            Severity(parsed.GetRequiredValue(_failOn)));
    }

    private static FindingSeverity? Severity(string word) => word switch
    {
        "error" => FindingSeverity.Error,
        "warning" => FindingSeverity.Warning,
        "info" => FindingSeverity.Info,
        _ => null,
    };

    private static void AcceptOnly(Option<string> option, string[] words)
    {
        option.CompletionSources.Add(words);
        option.Validators.Add(result =>
        {
            foreach (var token in result.Tokens)
            {
                if (Array.IndexOf(words, token.Value) < 0)
                {
                    var hint = NearestName.Of(token.Value, words) is { } nearest ? $"did you mean '{nearest}'?" : $"known are {string.Join(", ", words)}";
                    result.AddError($"{option.Name}: there is no '{token.Value}'; {hint}");
                }
            }
        });
    }

    /// <summary>What starts with a dash and is no option would pass for a path; unless it is one, it is a misspelt option.</summary>
    private void RejectMisspeltOptions(CommandResult result)
    {
        foreach (var token in result.GetResult(_paths)?.Tokens ?? [])
        {
            var text = token.Value;
            if (text.Length < 2 || text[0] != '-' || InputSearch.Exists(text, _host.CurrentDirectory))
            {
                continue;
            }

            var known = new List<string>();
            foreach (var option in Command.Options)
            {
                known.Add(option.Name);
            }

            var nearest = NearestName.Of(text, known);
            result.AddError(nearest is null ? $"there is no option '{text}'" : $"there is no option '{text}'; did you mean '{nearest}'?");
        }
    }
}
