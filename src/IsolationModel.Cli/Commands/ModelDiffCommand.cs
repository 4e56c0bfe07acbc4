using System.CommandLine;
using IsolationModel.Cli.Answers;
using IsolationModel.Evaluation;

namespace IsolationModel.Cli.Commands;

/// <summary><c>isolation model diff</c>: what an overlay changes, or how two overlays differ, or where claims and evidence do.</summary>
internal sealed class ModelDiffCommand
{
    private readonly Argument<string[]> _overlays = new("overlays")
    {
        Arity = new ArgumentArity(0, 2),
        Description = "One overlay, to be compared with the built-in model; or two, to be compared with each other.",
    };

    private readonly Option<bool> _claims = new("--claims") { Description = "Compares the founding document's claims with the evidence." };
    private readonly ModelSymbols _symbols;

    public ModelDiffCommand(ToolHost host)
    {
        Command = new ToolCommand(
            "diff",
            "Tells which entries and which verdicts differ between two models.",
            new CommandManual(
                [(0, "nothing"), (1, "something"), (2, "usage, or a model with mistakes")],
                [
                    ("isolation model diff shop.isolation.json", "What an overlay changes."),
                    ("isolation model diff --claims", "Where the founding document and the sources differ."),
                ]))
        {
            _overlays, _claims,
        };
        SharedSymbols.RejectMisspeltOptions(Command, _overlays, host.CurrentDirectory);
        _symbols = new ModelSymbols(host, Command, hasModels: false);
        Command.SetAction(Execute);
    }

    /// <summary>The command, to be added to its parent.</summary>
    public Command Command { get; }

    private int Execute(ParseResult parsed)
    {
        var overlays = parsed.GetValue(_overlays) ?? [];
        if (parsed.GetValue(_claims))
        {
            return overlays.Length < 2 ? Claims(parsed, overlays) : throw new UsageException("--claims compares the claims of one model");
        }

        if (overlays.Length == 0)
        {
            throw new UsageException("nothing to compare; name one overlay or two, or give --claims");
        }

        if (_symbols.Load(parsed, overlays.Length == 1 ? [] : [overlays[0]]) is not { } before || _symbols.Load(parsed, [overlays[^1]]) is not { } after)
        {
            return ExitCode.Failure;
        }

        var comparison = ModelComparison.Of(before, after);
        _symbols.Write(parsed, new DifferenceAnswer(before.Definition, after.Definition, comparison));
        return comparison.IsEmpty ? ExitCode.Clean : ExitCode.Findings;
    }

    private int Claims(ParseResult parsed, string[] overlays)
    {
        if (_symbols.Load(parsed, overlays) is not { } model)
        {
            return ExitCode.Failure;
        }

        var disagreements = Disagreement.In(model.Definition);
        _symbols.Write(parsed, new ClaimsAnswer(model, disagreements));
        return disagreements.Count == 0 ? ExitCode.Clean : ExitCode.Findings;
    }
}
