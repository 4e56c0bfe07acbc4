using System.CommandLine;
using IsolationModel.Cli.Answers;
using IsolationModel.Evaluation;
using IsolationModel.Modeling;

namespace IsolationModel.Cli.Commands;

/// <summary><c>isolation explain</c>: one entry of the catalogue, and what settings leave of a technology.</summary>
internal sealed class ExplainCommand
{
    private readonly Argument<string> _name = new("name")
    {
        HelpName = "technology",
        Description = "An id, a name, an alias, the name of a runtime class or handler, or a reference such as platform/docker; case is free. Platforms, mechanisms, controls, hardware and families are explained, too.",
    };

    private readonly Option<string?> _under = SharedSymbols.Under();
    private readonly Option<string[]> _needs = SharedSymbols.Needs("the workload");
    private readonly ModelSymbols _symbols;

    public ExplainCommand(ToolHost host)
    {
        Command = new Command(
            "explain",
            "Explains a technology: what it is, every value with its source and the claim beside it, and what settings leave of its boundary. Exit code 0: done; 2: usage, an unknown name, or a model with mistakes.")
        {
            _name, _under, _needs,
        };
        SharedSymbols.RejectMisspeltOptions(Command, _name, null);
        _symbols = new ModelSymbols(host, Command);
        Command.SetAction(parsed => _symbols.Answer(parsed, model => (Answer(parsed, model), ExitCode.Clean)));
    }

    /// <summary>The command, to be added to the root.</summary>
    public Command Command { get; }

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
