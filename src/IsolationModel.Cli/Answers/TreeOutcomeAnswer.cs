using System.Text.Json;
using IsolationModel.Cli.Output;
using IsolationModel.Evaluation;
using IsolationModel.Modeling;

namespace IsolationModel.Cli.Answers;

/// <summary>Where a decision tree leads, and whether that meets everything that was answered.</summary>
/// <param name="Model">The model.</param>
/// <param name="Tree">The tree.</param>
/// <param name="Yes">The ids of the questions that were answered with yes.</param>
/// <param name="Outcome">Where it leads.</param>
internal sealed record TreeOutcomeAnswer(ModelIndex Model, DecisionTreeDefinition Tree, IReadOnlyList<string> Yes, TreeOutcome Outcome) : IAnswer
{
    private const int SuitableInText = 6;

    /// <summary>The exit code: the tree leads nowhere, or to what fails an answer.</summary>
    public int Code => Outcome.Recommendation is null || Outcome.IsContradiction ? ExitCode.Findings : ExitCode.Clean;

    public void WriteText(TextPage page)
    {
        page.Line(TreeAnswer.TitleOf(Model, Tree), Tone.Strong);
        page.Table([.. Outcome.Path.Select(static question => (IReadOnlyList<Cell>)[question.Id, question.Ask.English, new Cell("yes", Tone.Good)])]);
        foreach (var ignored in WithoutEffect())
        {
            page.Item($"{ignored} has no effect: it is asked only after the yes above it", Tone.Doubtful);
        }

        if (Outcome.Recommendation is not { } recommendation)
        {
            page.Line();
            page.Line("Warning: the tree has no answer when every main question is answered with no; ask 'isolation recommend'", Tone.Bad);
            return;
        }

        page.Line();
        page.Line($"Recommended: {TreeAnswer.TextOf(recommendation)}", Tone.Strong);
        page.Table([.. Outcome.Candidates.Select(candidate => (IReadOnlyList<Cell>)
        [
            candidate.Technology.Id,
            new Cell(Words.Of(candidate.Verdict), Words.ToneOf(candidate.Verdict)),
            string.Concat(Reasons.Of(Model, null, candidate).Take(1)),
        ])]);
        if (Outcome.Unmet.Count > 0)
        {
            page.Line();
            page.Line(Warning(), Outcome.IsContradiction ? Tone.Bad : Tone.Doubtful);
        }
    }

    public void WriteJson(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("tree", Tree.Id);
        json.WriteStrings("answeredYes", Yes);
        json.WriteStrings("path", Outcome.Path.Select(static question => question.Id));
        TreeAnswer.WriteRecommendation(json, Outcome.Recommendation);
        json.WriteString("verdict", Outcome.Verdict is { } verdict ? Words.Of(verdict) : null);
        json.WriteBoolean("contradiction", Outcome.IsContradiction);
        json.WriteObjects("candidates", Outcome.Candidates, candidate =>
        {
            json.WriteString("technology", candidate.Technology.Id);
            json.WriteString("verdict", Words.Of(candidate.Verdict));
            json.WriteStrings("reasons", Reasons.Of(Model, null, candidate));
        });
        json.WriteObjects("unmet", Outcome.Unmet, unmet =>
        {
            json.WriteString("question", unmet.Question.Id);
            json.WriteString("ask", unmet.Question.Ask.English);
            json.WriteString("outcome", Words.Of(unmet.Outcome));
        });
        json.WriteStrings("suitable", Outcome.Suitable.Select(static ranked => ranked.Technology.Id));
        json.WriteString("warning", Outcome.Recommendation is null ? "the tree has no answer" : Outcome.Unmet.Count > 0 ? Warning() : null);
        json.WriteModel(Model.Definition);
        json.WriteEndObject();
    }

    private string Warning()
    {
        // Two technologies may each fail another answer, and then none of them fails all the way.
        var failed = Outcome.Unmet.Where(static answer => answer.Outcome == Values.Outcome.Fails).ToList();
        var unmet = Ask(failed.Count > 0 ? failed : Outcome.Unmet);
        var open = Ask(failed.Count > 0 ? Outcome.Unmet.Except(failed) : []);
        var others = Outcome.Suitable.Take(SuitableInText).Select(static ranked => ranked.Technology.Id).ToList();
        var more = Outcome.Suitable.Count > others.Count ? $" and {Outcome.Suitable.Count - others.Count} more" : string.Empty;
        var suitable = others.Count == 0 ? "nothing in the model meets everything that was answered" : $"suitable: {string.Join(", ", others)}{more}";
        return $"Warning: this recommendation {(Outcome.IsContradiction ? "does not meet" : "is not shown to meet")}: {unmet}{(open.Length == 0 ? string.Empty : $"; open: {open}")}; {suitable}";
    }

    private static string Ask(IEnumerable<UnmetAnswer> answers) => string.Join(" ", answers.Select(static answer => answer.Question.Ask.English));

    private IEnumerable<string> WithoutEffect() => Tree.Questions.SelectMany(question =>
    {
        var effective = new HashSet<string>(StringComparer.Ordinal);
        var all = new List<string>();
        var isReached = true;
        for (var asked = question; asked is not null; asked = asked.Refinement)
        {
            all.Add(asked.Id);
            isReached &= Yes.Contains(asked.Id);
            _ = isReached && effective.Add(asked.Id);
        }

        return all.Where(id => Yes.Contains(id) && !effective.Contains(id));
    });
}
