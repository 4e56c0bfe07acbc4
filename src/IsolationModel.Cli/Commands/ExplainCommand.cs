using System.CommandLine;
using IsolationModel.Cli.Answers;
using IsolationModel.Cli.Input;
using IsolationModel.Cli.Output;
using IsolationModel.Evaluation;
using IsolationModel.Modeling;

namespace IsolationModel.Cli.Commands;

/// <summary><c>isolation explain</c>: one entry of the catalogue, and what settings leave of a technology.</summary>
internal sealed class ExplainCommand
{
    private readonly Argument<string> _name = new("name")
    {
        HelpName = "technology|file:line",
        Description = "A place in a descriptor (deploy/web.yaml:12, :12:5 or (12,5)), of which the findings are explained, or else the workload, or else the words. Or a technology: an id, a name, an alias, the name of a runtime class or handler, or a reference such as platform/docker; case is free. Platforms, mechanisms, controls, hardware and families are explained, too.",
        CompletionSources = { static _ => ModelWords.Technologies() },
    };

    private readonly Option<string?> _under = SharedSymbols.Under();
    private readonly Option<string[]> _needs = SharedSymbols.Needs("the workload");

    private readonly Option<string[]> _in = new("--in")
    {
        HelpName = "path",
        Description = "For a place: files and folders that are judged along, since objects in them may speak for the workload; several times. The current folder unless given.",
    };

    private readonly Option<string[]> _compose = new(ComposeOption.Name)
    {
        HelpName = "file,file",
        Description = "For a place: Compose files that are loaded together, as for check.",
    };

    private readonly ToolHost _host;
    private readonly ModelSymbols _symbols;
    private readonly SettingsSymbols _settings;

    public ExplainCommand(ToolHost host, CancellationToken cancellationToken)
    {
        _host = host;
        Command = new ToolCommand(
            "explain",
            "Explains a technology: what it is, every value with its source and the claim beside it, and what settings leave of its boundary. "
                + "Or a place in a descriptor: the whole argument of each finding there, and what would change the verdict.",
            new CommandManual(
                [(ExitCode.Clean, "done"), (ExitCode.Findings, "neither a finding nor a workload nor a word that the model knows is at the place"), (ExitCode.Failure, "usage, an unknown name, or a model with mistakes")],
                [
                    ("isolation explain gvisor", "All that the model knows of gVisor."),
                    ("isolation explain kata --under privileged", "What a setting leaves of a boundary."),
                    ("isolation explain deploy/payments/ledger.yaml:12", "The argument for the finding in a line, judged with all files of the current folder."),
                    ("isolation explain 'deploy/payments/ledger.yaml(12,5)' --in deploy", "A place as check writes it, judged with these files."),
                ]))
        {
            _name, _under, _needs, _in, _compose,
        };
        SharedSymbols.RejectMisspeltOptions(Command, _name, null);
        _symbols = new ModelSymbols(host, Command);
        _settings = new SettingsSymbols(host, Command);
        Command.SetAction(parsed => PlaceTarget.Parse(parsed.GetRequiredValue(_name), host.CurrentDirectory) is { } place
            ? Explain(parsed, place, cancellationToken)
            : _symbols.Answer(parsed, model => (Answer(parsed, model), ExitCode.Clean)));
    }

    /// <summary>The command, to be added to the root.</summary>
    public Command Command { get; }

    private int Explain(ParseResult parsed, PlaceTarget place, CancellationToken cancellationToken)
    {
        if (parsed.GetValue(_under) is not null)
        {
            throw new UsageException("--under takes a technology; what settings do at a place is told by its descriptor");
        }

        var along = parsed.GetValue(_in) ?? [];
        var given = new RunOptions([.. along.Length > 0 ? along : ["."], place.FullPath], parsed.GetValue(_needs) ?? [], null, null, _symbols.Overlays(parsed), _symbols.Day(parsed))
        {
            ComposeProjects = ComposeOption.Parse(parsed.GetValue(_compose) ?? [], _host.CurrentDirectory),
        };
        var session = DescriptorSession.Open(SettingsSymbols.Complete(given, _settings.Read(parsed, given.Paths)), _host, cancellationToken);
        if (session.Loaded.HasErrors && !session.Loaded.Findings.Any(finding => string.Equals(finding.File, place.DisplayPath, StringComparison.Ordinal)))
        {
            throw new UsageException(string.Join('\n', session.Loaded.Findings.Select(static finding => FindingLine.Of(finding))));
        }

        var answer = PlaceExplanation.Of(place, session, cancellationToken);
        _symbols.Write(parsed, answer);
        return answer.Code;
    }

    private ExplainAnswer Answer(ParseResult parsed, ModelIndex model)
    {
        var naming = Catalogue.Resolve(model, parsed.GetRequiredValue(_name));
        var under = parsed.GetValue(_under);
        var needs = parsed.GetValue(_needs) ?? [];
        if (under is null && needs.Length == 0)
        {
            return new ExplainAnswer(model, naming);
        }

        if (naming.Subject.Entry is not TechnologyDefinition technology)
        {
            throw new UsageException($"'{naming.Subject.Reference}' runs nothing by itself; {(under is null ? "--need" : "--under")} takes a technology");
        }

        var declared = NeedSet.Combine(model, RunNeeds.Declare(model, needs, null, null)).Needs;
        var ranking = TechnologyRanking.Rank(model, null, under is null ? [] : [Settings.Parse(model, under)], declared, []);
        return new ExplainAnswer(model, naming) { Under = under, Needs = declared, Ranked = ranking.Find(technology.Id) };
    }
}
