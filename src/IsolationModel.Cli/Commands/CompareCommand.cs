using System.CommandLine;
using IsolationModel.Cli.Answers;
using IsolationModel.Cli.Output;
using IsolationModel.Evaluation;
using IsolationModel.Modeling;

namespace IsolationModel.Cli.Commands;

/// <summary><c>isolation compare</c>: technologies, or families, side by side.</summary>
internal sealed class CompareCommand
{
    private const int Fewest = 2;
    private const int Most = 8;

    private readonly Argument<string[]> _names = new("technologies")
    {
        Arity = ArgumentArity.OneOrMore,
        Description = $"{Fewest} to {Most} technologies, or families (virtualization, containerization, sandboxing), by id, name or alias.",
        HelpName = "technologies",
        CompletionSources = { static _ => ModelWords.Technologies() },
    };

    private readonly Option<string[]> _needs = SharedSymbols.Needs("the workload");
    private readonly ModelSymbols _symbols;

    public CompareCommand(ToolHost host)
    {
        Command = new ToolCommand(
            "compare",
            "Puts technologies or families side by side: every attribute with the founding document's claim beside it, performance figures, and who is better where the model orders it.",
            new CommandManual(
                [(0, "done"), (2, "usage, an unknown name, or a model with mistakes")],
                [
                    ("isolation compare gvisor kata --need untrusted-code", "Two technologies, attribute by attribute, and what each makes of a need."),
                    ("isolation compare virtualization containerization sandboxing", "The families."),
                ]))
        {
            _names, _needs,
        };
        SharedSymbols.RejectMisspeltOptions(Command, _names, null);
        _symbols = new ModelSymbols(host, Command);
        Command.SetAction(parsed => _symbols.Answer(parsed, model => (Answer(parsed, model), ExitCode.Clean)));
    }

    /// <summary>The command, to be added to the root.</summary>
    public Command Command { get; }

    private CompareAnswer Answer(ParseResult parsed, ModelIndex model)
    {
        var subjects = Subjects(model, parsed.GetRequiredValue(_names));
        var needs = parsed.GetValue(_needs) ?? [];
        if (needs.Length == 0)
        {
            return new CompareAnswer(model, subjects, []);
        }

        var others = subjects.Where(static subject => subject.Entry is not TechnologyDefinition).Select(static subject => subject.Reference).ToList();
        if (others.Count > 0)
        {
            throw new UsageException($"--need takes technologies; {string.Join(", ", others)} runs nothing by itself");
        }

        var ranking = TechnologyRanking.Rank(model, null, [], NeedSet.Combine(model, RunNeeds.Declare(model, needs, null, null)).Needs, []);
        return new CompareAnswer(model, subjects, [.. subjects.Select(subject => ranking.Find(subject.Id)!)]);
    }

    private static List<Subject> Subjects(ModelIndex model, string[] names)
    {
        var subjects = new List<Subject>();
        foreach (var name in names)
        {
            var subject = Catalogue.Resolve(model, name).Subject;
            if (!subjects.Exists(other => string.Equals(other.Reference, subject.Reference, StringComparison.Ordinal)))
            {
                subjects.Add(subject);
            }
        }

        return subjects.Count is >= Fewest and <= Most
            ? subjects
            : throw new UsageException($"{Words.Count(subjects.Count, "thing is", "things are")} named; {Fewest} to {Most} different ones can be compared");
    }
}
