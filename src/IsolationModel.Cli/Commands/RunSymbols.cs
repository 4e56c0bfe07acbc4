using System.CommandLine;
using IsolationModel.Cli.Input;
using IsolationModel.Rules;

namespace IsolationModel.Cli.Commands;

/// <summary>The symbols of every command that judges descriptors, and how they become <see cref="RunOptions"/>.</summary>
internal sealed class RunSymbols
{
    private static readonly string[] PresetNames = [.. RulePreset.All.Select(static preset => preset.Name)];

    private readonly ToolHost _host;

    private readonly Argument<string[]> _paths = new("paths")
    {
        Arity = ArgumentArity.ZeroOrMore,
        Description = "Files, folders, or - for standard input; without any, the paths of isolation.json, or the present folder. Folders are searched with their subfolders, except .git, node_modules and links to folders; a link to a file is followed where that lies in them, or beside isolation.json; "
            + "files in them that are no descriptors are passed over and counted.",
    };

    private readonly Option<string[]> _needs = SharedSymbols.Needs("every workload, on top of what it declares");

    private readonly Option<string?> _level = SharedSymbols.Level("A security level of every workload, on top of what it declares.");

    private readonly Option<string?> _scenario = SharedSymbols.Scenario("A scenario of every workload, on top of what it declares: its level, its needs and its conditions.");

    private readonly Option<string?> _preset = new("--preset")
    {
        HelpName = string.Join('|', PresetNames),
        Description = "The severities that everything else starts from, and the level that goes with them: strict for a gate, audit for a survey; 'isolation rules' shows what each makes of a rule.",
    };

    private readonly Option<string[]> _models = SharedSymbols.Models("With mistakes in it they are reported, everything else is judged by what can be read, and the exit code is 2.");

    private readonly Option<string[]> _compose = new(ComposeOption.Name)
    {
        HelpName = "file,file",
        Description = "Compose files that are loaded together, in the order in which docker compose -f gets them; several times. "
            + "They are read, and so is .env beside the first, wherever they lie. What Compose loads by default need not be named.",
    };

    private readonly Option<string?> _day = SharedSymbols.Day();

    private readonly SettingsSymbols _settings;

    /// <summary>Adds the symbols to a command, in the order in which help lists them.</summary>
    public RunSymbols(ToolHost host, Command command)
    {
        _host = host;
        command.Add(_paths);
        command.Add(_needs);
        command.Add(_level);
        command.Add(_scenario);
        command.Add(_preset);
        command.Add(_models);
        command.Add(_compose);
        command.Add(_day);
        SharedSymbols.AcceptOnly(_preset, PresetNames);
        _settings = new SettingsSymbols(host, command);
        SharedSymbols.RejectMisspeltOptions(command, _paths, host.CurrentDirectory);
    }

    /// <summary>What the command line asks for.</summary>
    /// <exception cref="UsageException">Something was asked for that cannot be done.</exception>
    public RunOptions Options(ParseResult parsed)
    {
        var options = Given(parsed);
        return SettingsSymbols.Complete(options, _settings.Read(parsed, options.Paths));
    }

    /// <summary>What the command line says by itself, without settings.</summary>
    /// <exception cref="UsageException">Something was asked for that cannot be done.</exception>
    public RunOptions Given(ParseResult parsed) => new(
        parsed.GetValue(_paths) ?? [],
        parsed.GetValue(_needs) ?? [],
        parsed.GetValue(_level),
        parsed.GetValue(_scenario),
        parsed.GetValue(_models) ?? [],
        ModelSymbols.DayOf(parsed.GetValue(_day), _host))
    {
        Preset = parsed.GetValue(_preset) is { } preset ? RulePreset.Find(preset) : null,
        ComposeProjects = ComposeOption.Parse(parsed.GetValue(_compose) ?? [], _host.CurrentDirectory),
    };
}
