using System.CommandLine;
using IsolationModel.Cli.Answers;
using IsolationModel.Cli.Output;
using IsolationModel.Cli.RuleDocuments;
using IsolationModel.Configuration;
using IsolationModel.Findings;
using IsolationModel.Rules;
using IsolationModel.Text;

namespace IsolationModel.Cli.Commands;

/// <summary><c>isolation rules</c>: what is judged, each rule with its page, and what documents and settings say of all of them.</summary>
internal sealed class RulesCommand
{
    private readonly ToolHost _host;

    private readonly Option<string[]> _check = new("--check")
    {
        HelpName = "file",
        Arity = ArgumentArity.OneOrMore,
        AllowMultipleArgumentsPerToken = true,
        Description = $"Tells whether the generated blocks of these files are current, and changes nothing. A block starts with a line that holds '{GeneratedBlock.Begin} rules markdown' and ends with one that holds '{GeneratedBlock.End} rules markdown'; 'rules globalconfig strict' stands for a preset.",
    };

    private readonly Option<string[]> _write = new("--write")
    {
        HelpName = "file",
        Arity = ArgumentArity.OneOrMore,
        AllowMultipleArgumentsPerToken = true,
        Description = "Makes the generated blocks of these files current.",
    };

    public RulesCommand(ToolHost host)
    {
        _host = host;
        Command = new ToolCommand(
            "rules",
            "Lists the rules, shows their pages, and writes them down for documents and settings.",
            new CommandManual(
                [(0, "done"), (1, "with --check: a block is out of date"), (2, "usage, or an unknown rule")],
                [
                    ("isolation rules", "All rules."),
                    ("isolation rules show ISM1001", "The page of a rule."),
                    ("isolation rules globalconfig strict", "A preset for .globalconfig."),
                    ("isolation rules markdown --pages docs/rules", "The table of all rules for a document."),
                ]))
        {
            _check, _write, List(), Show(), Markdown(), GlobalConfig(),
        };
        Command.SetAction(Execute);
    }

    /// <summary>The command, to be added to the root.</summary>
    public Command Command { get; }

    private int Execute(ParseResult parsed)
    {
        var (checkedFiles, written) = (parsed.GetValue(_check) ?? [], parsed.GetValue(_write) ?? []);
        if (checkedFiles.Length == 0 && written.Length == 0)
        {
            return Write(new RuleListAnswer(RuleSet.All));
        }

        var isCurrent = true;
        foreach (var file in checkedFiles.Concat(written))
        {
            var document = GeneratedDocument.Read(file, _host.CurrentDirectory);
            if (document.OutOfDate.Count == 0)
            {
                continue;
            }

            if (Array.IndexOf(written, file) >= 0)
            {
                document.Write();
                continue;
            }

            isCurrent = false;
            foreach (var block in document.OutOfDate)
            {
                _host.Error.Write($"{FindingLine.Place(file, block.Line, 1)}: error: the block '{HarmlessText.Of(block.Command)}' is out of date; 'isolation rules --write' makes it current\n");
            }
        }

        return isCurrent ? ExitCode.Clean : ExitCode.Findings;
    }

    private ToolCommand List()
    {
        var category = new Option<string?>("--category")
        {
            HelpName = "category",
            Description = $"Only rules of this category: {string.Join(", ", RuleText.Categories)}.",
        };
        var command = new ToolCommand(
            "list",
            "Lists the rules: id, name, category, severity, and the severities of the presets. JSON is an array of objects.",
            new CommandManual(
                [(0, "done"), (2, "usage")],
                [
                    ("isolation rules list --category weakening", "What settings do to a boundary."),
                    ("isolation rules list --format json", "All rules, for programs."),
                ])) { category };
        var symbols = new ModelSymbols(_host, command, hasModels: false, hasDay: false);
        command.SetAction(parsed =>
        {
            var word = parsed.GetValue(category);
            if (word is not null && !RuleText.Categories.Contains(word))
            {
                throw new UsageException($"--category: there is no '{word}'; {Hint.Of(word, RuleText.Categories)}");
            }

            symbols.Write(parsed, new RuleListAnswer([.. RuleSet.All.Where(rule => word is null || string.Equals(SeverityMap.NameOf(rule.Category), word, StringComparison.Ordinal))]));
            return ExitCode.Clean;
        });
        return command;
    }

    private ToolCommand Show()
    {
        var id = new Argument<string>("rule") { Description = "An id such as ISM1001, or a name such as RuntimeFailsNeed; case is free." };
        var command = new ToolCommand(
            "show",
            "Shows the page of a rule: what is flagged, why it matters, how to fix it, how to change its severity, examples.",
            new CommandManual(
                [(0, "done"), (2, "usage, or an unknown rule")],
                [
                    ("isolation rules show ISM1001", "By its id."),
                    ("isolation rules show RuntimeFailsNeed", "By its name."),
                ])) { id };
        SharedSymbols.RejectMisspeltOptions(command, id, null);
        var symbols = new ModelSymbols(_host, command, hasModels: false, hasDay: false);
        command.SetAction(parsed =>
        {
            symbols.Write(parsed, new RuleAnswer(Find(parsed.GetRequiredValue(id))));
            return ExitCode.Clean;
        });
        return command;
    }

    private ToolCommand Markdown()
    {
        var pages = new Option<string?>("--pages")
        {
            HelpName = "folder",
            Description = "Where the pages of the rules lie, as links see it; the pages of this version on the project's site unless given.",
        };
        var command = new ToolCommand(
            "markdown",
            "Writes the table of all rules as Markdown.",
            new CommandManual(
                [(0, "done"), (2, "usage")],
                [
                    ("isolation rules markdown", "With links to the site of the project."),
                    ("isolation rules markdown --pages docs/rules", "With links to a folder."),
                ])) { pages };
        command.SetAction(parsed => Write(RuleTable.Markdown(parsed.GetValue(pages))));
        return command;
    }

    private ToolCommand GlobalConfig()
    {
        var names = RulePreset.All.Select(static preset => preset.Name).ToArray();
        var preset = new Argument<string>("preset") { Description = string.Join(" ", RulePreset.All.Select(static known => $"{known.Name}: {known.Description}")) };
        preset.CompletionSources.Add(names);
        var command = new ToolCommand(
            "globalconfig",
            "Writes the severities of a preset as a .globalconfig for projects in C#; with the package, the property IsolationModelAnalysisMode does the same.",
            new CommandManual(
                [(0, "done"), (2, "usage, or an unknown preset")],
                [
                    ("isolation rules globalconfig strict", "For a gate."),
                ])) { preset };
        SharedSymbols.RejectMisspeltOptions(command, preset, null);
        command.SetAction(parsed =>
        {
            var name = parsed.GetRequiredValue(preset);
            return Write(PresetConfig.Of(RulePreset.Find(name) ?? throw new UsageException($"there is no preset '{name}'; {Hint.Of(name, names)}")));
        });
        return command;
    }

    private static RuleDescriptor Find(string name) =>
        RuleSet.All.FirstOrDefault(rule => string.Equals(rule.Id, name, StringComparison.OrdinalIgnoreCase) || string.Equals(rule.Name, name, StringComparison.OrdinalIgnoreCase))
        ?? throw new UsageException(
            NearestName.Of(name, RuleSet.All.SelectMany(static rule => new[] { rule.Id, rule.Name })) is { } nearest
                ? $"there is no rule '{name}'; did you mean '{nearest}'?"
                : $"there is no rule '{name}'; 'isolation rules' lists all");

    private int Write(RuleListAnswer answer)
    {
        using (var page = new TextPage(_host))
        {
            answer.WriteText(page);
        }

        _host.Output.Flush();
        return ExitCode.Clean;
    }

    private int Write(string text)
    {
        _host.Output.Write(ToolHost.Utf8.GetBytes(text));
        _host.Output.Flush();
        return ExitCode.Clean;
    }
}
