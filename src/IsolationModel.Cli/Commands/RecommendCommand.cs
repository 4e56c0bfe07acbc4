using System.CommandLine;
using IsolationModel.Cli.Answers;
using IsolationModel.Cli.Output;
using IsolationModel.Evaluation;
using IsolationModel.Modeling;
using IsolationModel.Workloads;

namespace IsolationModel.Cli.Commands;

/// <summary><c>isolation recommend</c>: ranks the technologies of the model against needs and goals.</summary>
internal sealed class RecommendCommand
{
    private const string EvidenceWord = "evidence";
    private const string DocumentWord = "document";

    private readonly ModelSymbols _symbols;

    private readonly Option<string?> _scenario = SharedSymbols.Scenario("A preset: a level, goals and conditions (financial-trading, serverless, ...).");

    private readonly Option<string[]> _needs = SharedSymbols.Needs("the workload");

    private readonly Option<string?> _level = SharedSymbols.Level("A security level: low, medium, high, very-high.");

    private readonly Option<string[]> _goals = new("--goal")
    {
        HelpName = "goal=word",
        Description = "A wish, which ranks and never rules out: performance=high, startup=very-low, memory=low; several times. It replaces the scenario's wish for the same attribute.",
    };

    private readonly Option<string?> _under = SharedSymbols.Under();

    private readonly Option<string?> _platform = new("--platform") { HelpName = "platform", Description = "Only technologies that this platform can pick (kubernetes, docker, ...)." };

    private readonly Option<string> _numbers = new("--numbers")
    {
        HelpName = $"{EvidenceWord}|{DocumentWord}",
        Description = "Judge by sourced values, or by the founding document's claims where it makes any.",
        DefaultValueFactory = static _ => EvidenceWord,
    };

    private readonly Option<int?> _top = new("--top") { HelpName = "n", Description = $"How many technologies are listed; {RecommendAnswer.DefaultRows} in text and all in JSON unless given." };

    private readonly Option<bool> _sensitivity = new("--sensitivity") { Description = "Also tells every single change of a weight or a grade that would change the best one." };

    public RecommendCommand(ToolHost host)
    {
        SharedSymbols.AcceptOnly(_numbers, [EvidenceWord, DocumentWord]);
        Command = new ToolCommand(
            "recommend",
            "Ranks technologies: what fails a need is out, the rest is ordered by what is missing of the goals.",
            new CommandManual(
                [(0, "something is suitable"), (1, "nothing is"), (2, "usage, or a model with mistakes")],
                [
                    ("isolation recommend --need untrusted-code", "What may run code that nobody vouches for."),
                    ("isolation recommend --scenario serverless --need hostile-tenants --top 2", "The best two for a scenario with a stronger need."),
                    ("isolation recommend --need 'startup <= 125 ms' --under hostNetwork --format json", "For programs, with a setting of the pod taken into account."),
                ]))
        {
            _scenario, _needs, _level, _goals, _under, _platform, _numbers, _top, _sensitivity,
        };
        _symbols = new ModelSymbols(host, Command);
        Command.SetAction(parsed => _symbols.Answer(parsed, model => Answer(parsed, model)));
    }

    /// <summary>The command, to be added to the root.</summary>
    public Command Command { get; }

    private (IAnswer Answer, int Code) Answer(ParseResult parsed, ModelIndex evidence)
    {
        var scenario = parsed.GetValue(_scenario);
        var needs = parsed.GetValue(_needs) ?? [];
        var goals = parsed.GetValue(_goals) ?? [];
        var isByDocument = string.Equals(parsed.GetRequiredValue(_numbers), DocumentWord, StringComparison.Ordinal);
        var model = isByDocument ? new ModelIndex(evidence.Definition.By(Evidence.FoundingDocument)) { Day = evidence.Day } : evidence;
        if (scenario is null && parsed.GetValue(_level) is null && needs.Length == 0 && goals.Length == 0)
        {
            throw new UsageException(
                "nothing is asked for; give at least one of --scenario, --level, --need, --goal\n"
                + $"scenarios are {string.Join(", ", model.Definition.Scenarios.Select(static known => known.Id))}");
        }

        if (parsed.GetValue(_top) is < 1)
        {
            throw new UsageException("--top: at least 1 technology is listed");
        }

        var declared = NeedSet.Combine(model, RunNeeds.Declare(model, needs, parsed.GetValue(_level), scenario));
        var wishes = Wishes.Combine(model, declared, goals);
        var platform = PlatformOf(model, parsed.GetValue(_platform));
        var settings = parsed.GetValue(_under) is { } under ? Settings.Parse(model, under) : null;
        IReadOnlyList<WorkloadContainer> containers = settings is null ? [] : [settings];
        var ranking = TechnologyRanking.Rank(model, platform?.Id, containers, declared.Needs, wishes);
        var answer = new RecommendAnswer(
            model, scenario is null ? null : model.Scenario(scenario), declared.Needs, wishes, parsed.GetValue(_under), platform, isByDocument, ranking)
        {
            Top = parsed.GetValue(_top),
            Changes = parsed.GetValue(_sensitivity) ? RankingSensitivity.Of(ranking) : null,
        };
        return (answer, ranking.Best is null ? ExitCode.Findings : ExitCode.Clean);
    }

    private static PlatformDefinition? PlatformOf(ModelIndex model, string? id)
    {
        var choosers = model.Definition.Platforms.Where(static platform => platform.DefaultTechnologyId is not null || platform.Requirements.Count > 0).ToList();
        if (id is null || choosers.Exists(platform => string.Equals(platform.Id, id, StringComparison.Ordinal)))
        {
            return id is null ? null : model.Platform(id);
        }

        throw new UsageException($"--platform: there is no platform '{id}' that picks technologies; {Hint.Of(id, choosers.ConvertAll(static platform => platform.Id))}");
    }
}
