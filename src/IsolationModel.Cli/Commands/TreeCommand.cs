using System.CommandLine;
using IsolationModel.Cli.Answers;
using IsolationModel.Cli.Output;
using IsolationModel.Evaluation;
using IsolationModel.Modeling;

namespace IsolationModel.Cli.Commands;

/// <summary><c>isolation tree</c>: shows a decision tree, walks it, and checks where it leads.</summary>
internal sealed class TreeCommand
{
    private readonly Option<string?> _tree = new("--tree") { HelpName = "id", Description = "The decision tree; the only one, or the founding document's, unless given." };

    private readonly Option<string[]> _answers = new("--answer")
    {
        HelpName = "question=yes|no",
        Description = "An answer (q1=yes); several times. What is not answered is no.",
    };

    private readonly Option<bool> _all = new("--all") { Description = "Walks the tree with every set of answers, and counts where it leads." };
    private readonly ModelSymbols _symbols;

    public TreeCommand(ToolHost host)
    {
        Command = new ToolCommand(
            "tree",
            "Shows a decision tree, or walks it with answers and checks the recommendation against all of them.",
            new CommandManual(
                [(0, "done"), (1, "the tree has no answer, or one that fails something that was answered"), (2, "usage, or a model with mistakes")],
                [
                    ("isolation tree", "The questions, and where they lead."),
                    ("isolation tree --answer q2=yes --answer q3=yes", "Where these answers lead, and whether that meets all of them."),
                    ("isolation tree --all", "What every set of answers comes to."),
                ]))
        {
            _tree, _answers, _all,
        };
        _symbols = new ModelSymbols(host, Command);
        Command.SetAction(parsed => _symbols.Answer(parsed, model => Answer(parsed, model)));
    }

    /// <summary>The command, to be added to the root.</summary>
    public Command Command { get; }

    private (IAnswer Answer, int Code) Answer(ParseResult parsed, ModelIndex model)
    {
        var tree = Tree(model, parsed.GetValue(_tree));
        var answers = parsed.GetValue(_answers) ?? [];
        if (parsed.GetValue(_all))
        {
            return answers.Length > 0
                ? throw new UsageException("--all gives every answer itself; leave --answer out")
                : DecisionTreeEvaluator.Questions(tree).Count() > TreeSummaryAnswer.MostQuestions
                ? throw new UsageException($"--all: the tree has more than {TreeSummaryAnswer.MostQuestions} questions, so it has too many sets of answers")
                : (new TreeSummaryAnswer(model, tree), ExitCode.Clean);
        }

        if (answers.Length == 0)
        {
            return (new TreeAnswer(model, tree), ExitCode.Clean);
        }

        var yes = Yes(tree, answers);
        var outcome = new TreeOutcomeAnswer(model, tree, yes, DecisionTreeEvaluator.Evaluate(model, tree, yes));
        return (outcome, outcome.Code);
    }

    private static DecisionTreeDefinition Tree(ModelIndex model, string? id)
    {
        const string founding = "founding-document";
        var trees = model.Definition.DecisionTrees;
        var tree = id is null
            ? trees.FirstOrDefault(static known => string.Equals(known.Id, founding, StringComparison.Ordinal)) ?? (trees.Count > 0 ? trees[0] : null)
            : trees.FirstOrDefault(known => string.Equals(known.Id, id, StringComparison.Ordinal));
        if (tree is not null)
        {
            return tree;
        }

        var known = trees.Select(static one => one.Id).ToList();
        throw new UsageException(id is null || known.Count == 0 ? "the model has no decision tree" : $"--tree: there is no decision tree '{id}'; {Hint.Of(id, known)}");
    }

    private static List<string> Yes(DecisionTreeDefinition tree, string[] answers)
    {
        var known = DecisionTreeEvaluator.Questions(tree).Select(static question => question.Id).ToList();
        var given = new Dictionary<string, bool>(StringComparer.Ordinal);
        var mistakes = new List<string>();
        foreach (var answer in answers)
        {
            var at = answer.IndexOfAny(['=', ':']);
            var (id, word) = at < 0 ? (answer.Trim(), string.Empty) : (answer[..at].Trim(), answer[(at + 1)..].Trim().ToLowerInvariant());
            if (!known.Contains(id))
            {
                mistakes.Add($"--answer: there is no question '{id}'; {Hint.Of(id, known)}");
            }
            else if (word is not ("yes" or "no"))
            {
                mistakes.Add($"--answer: write {id}=yes or {id}=no");
            }
            else if (given.TryGetValue(id, out var other) && other != (word == "yes"))
            {
                mistakes.Add($"--answer: '{id}' is answered with yes and with no");
            }
            else
            {
                given[id] = word == "yes";
            }
        }

        return mistakes.Count == 0 ? known.FindAll(id => given.TryGetValue(id, out var isYes) && isYes) : throw new UsageException(string.Join('\n', mistakes));
    }
}
