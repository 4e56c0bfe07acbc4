using System.CommandLine;
using IsolationModel.Rules;

namespace IsolationModel.Cli.Commands;

/// <summary><c>isolation fix</c>: its symbols, and how they become <see cref="FixOptions"/>.</summary>
internal sealed class FixCommand
{
    private readonly RunSymbols _run;

    private readonly Option<bool> _dryRun = new("--dry-run")
    {
        Description = "Writes no file, but a patch to standard output that git apply takes in the current folder; what else there is to tell goes to standard error.",
    };

    private readonly Option<bool> _check = new("--check")
    {
        Description = "Writes no file, and makes the exit code 1 if one would be changed.",
    };

    private readonly Option<bool> _interactive = new("--interactive")
    {
        Description = "Shows each change, and asks for it: y (yes), n (no), a (this and all that follow), q (no more). Answers are read from standard input.",
    };

    private readonly Option<string[]> _rules = new("--rule")
    {
        HelpName = "id",
        Description = "Mends only findings of this rule (ISM1001); several times, or separated by commas.",
    };

    public FixCommand(ToolHost host, CancellationToken cancellationToken)
    {
        Command = new ToolCommand(
            "fix",
            "Mends what check finds, where one edit is safe: the same edits that an editor offers. Comments, formatting, line ends and encodings stay as they are.",
            new CommandManual(
                [
                    (ExitCode.Clean, "done, whatever is left"),
                    (ExitCode.Findings, "something would change (--check)"),
                    (ExitCode.Failure, "usage, a model with mistakes, or a file that could not be written"),
                    (ExitCode.Interrupted, "interrupted"),
                ],
                [
                    ("isolation fix deploy", "Mends what is in a folder."),
                    ("isolation fix deploy --dry-run", "A patch instead, for git apply."),
                    ("isolation fix deploy --rule ISM2001,ISM2004", "Mends settings and misspelt capabilities only."),
                    ("isolation fix deploy --check", "Fails where something would be mended, for CI."),
                ]));
        _run = new RunSymbols(host, Command);
        Command.Add(_dryRun);
        Command.Add(_check);
        Command.Add(_interactive);
        Command.Add(_rules);
        Command.SetAction(parsed => FixRun.Execute(Options(parsed), host, cancellationToken));
    }

    /// <summary>The command, to be added to the root.</summary>
    public Command Command { get; }

    private FixOptions Options(ParseResult parsed)
    {
        var options = new FixOptions(
            _run.Options(parsed),
            RulesOf(parsed.GetValue(_rules) ?? []),
            parsed.GetValue(_dryRun),
            parsed.GetValue(_check),
            parsed.GetValue(_interactive));
        return options.IsInteractive && options.Run.Paths.Contains("-")
            ? throw new UsageException("--interactive reads answers from standard input, so no descriptor can come from there")
            : options;
    }

    private static HashSet<string> RulesOf(IReadOnlyList<string> texts)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var id in texts.SelectMany(static text => text.Split(',', StringSplitOptions.TrimEntries)))
        {
            if (!RuleSet.All.Any(rule => string.Equals(rule.Id, id, StringComparison.Ordinal)))
            {
                throw new UsageException($"--rule: there is no rule '{id}'; {Hint.Nearest(id, [.. RuleSet.All.Select(static rule => rule.Id)]) ?? "ids are 'ISM' and four digits"}");
            }

            ids.Add(id);
        }

        return ids;
    }
}
