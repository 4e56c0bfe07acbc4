using System.Globalization;
using System.Text.Json;
using IsolationModel.Cli.Output;
using IsolationModel.Evaluation;
using IsolationModel.Modeling;
using IsolationModel.Text;

namespace IsolationModel.Cli.Answers;

/// <summary>A ranking, with what was asked for and what it hangs on.</summary>
/// <param name="Model">The model that judged.</param>
/// <param name="Scenario">The scenario, or null.</param>
/// <param name="Needs">The needs, those of the scenario included.</param>
/// <param name="Wishes">The goals, those of the scenario included.</param>
/// <param name="Under">The settings as they were given, or null.</param>
/// <param name="Platform">The platform, or null.</param>
/// <param name="IsByDocument">Whether the founding document's claims judged.</param>
/// <param name="Ranking">The ranking.</param>
internal sealed record RecommendAnswer(
    ModelIndex Model,
    ScenarioDefinition? Scenario,
    IReadOnlyList<DeclaredNeed> Needs,
    IReadOnlyList<ScoringGoal> Wishes,
    string? Under,
    PlatformDefinition? Platform,
    bool IsByDocument,
    Ranking Ranking) : IAnswer
{
    /// <summary>How many rows a text has unless somebody asks for more.</summary>
    public const int DefaultRows = 12;

    /// <summary>How many technologies are listed; null for the default.</summary>
    public int? Top { get; init; }

    /// <summary>What would change the best one; null where nobody asked.</summary>
    public IReadOnlyList<RankingChange>? Changes { get; init; }

    public void WriteText(TextPage page)
    {
        WriteQuestion(page);
        page.Heading("Ranking");
        WriteRanking(page);
        page.Line();
        WriteConclusion(page);
        WriteChanges(page);
    }

    public void WriteJson(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("best", Ranking.Best?.Technology.Id);
        json.WriteStrings("equallyGood", Ranking.EquallyGood.Select(static ranked => ranked.Technology.Id));
        json.WriteBoolean("firm", Ranking.IsFirm);
        json.WriteObjects("ranked", Ranking.Ranked.Take(Top ?? int.MaxValue), ranked =>
        {
            json.WriteString("technology", ranked.Technology.Id);
            json.WriteString("name", ranked.Technology.Name.English);
            json.WriteString("verdict", Words.Of(ranked.Verdict));
            json.WriteNumber("shortfall", ranked.Shortfall);
            json.WriteNumber("surplus", ranked.Surplus);
            json.WriteStrings("reasons", Reasons.Of(Model, Platform, ranked));
            json.WriteString("arithmetic", ranked.Arithmetic);
        });
        WriteQuestion(json);
        json.WriteStrings("notes", Notes());
        if (Changes is not null)
        {
            json.WriteObjects("sensitivity", Changes, change =>
            {
                json.WriteString("technology", change.TechnologyId);
                json.WriteString("attribute", change.AttributeId);
                json.WriteNumber("from", change.From);
                json.WriteNumber("to", change.To);
                json.WriteString("newBest", change.NewBestId);
            });
        }

        json.WriteModel(Model.Definition);
        json.WriteEndObject();
    }

    private void WriteQuestion(TextPage page)
    {
        page.Line(Scenario is null ? "Asked for" : $"Asked for: scenario {Words.NameOf(Scenario.Id, Scenario.Name)}", Tone.Strong);
        var rows = new List<IReadOnlyList<Cell>>();
        foreach (var need in Needs)
        {
            rows.Add(["must", new Cell(need.Token), need.Constraints.Count == 0 ? new Cell("nothing by itself", Tone.Faint) : new Cell([.. need.Constraints.Select(ConstraintLine)])]);
        }

        foreach (var wish in Wishes)
        {
            rows.Add(["wish", new Cell(NameOf(wish.AttributeId)), new Cell(WishLine(wish))]);
        }

        Add(rows, "under", Under);
        Add(rows, "platform", Platform is null ? null : Words.NameOf(Platform));
        Add(rows, "numbers", IsByDocument ? "the founding document's claims, where it makes any" : null);
        page.Table(rows);
    }

    private static void Add(List<IReadOnlyList<Cell>> rows, string what, string? text)
    {
        if (text is not null)
        {
            rows.Add([what, new Cell(text)]);
        }
    }

    private static string ConstraintLine(Constraint constraint) =>
        constraint.Inferred is { } why ? $"{constraint.Text} [inferred: {Sentence.AsClause(why)}]" : constraint.Text;

    private string WishLine(ScoringGoal wish)
    {
        var bands = Model.Definition.Scoring.Grades.FirstOrDefault(bands => string.Equals(bands.AttributeId, wish.AttributeId, StringComparison.Ordinal));
        var limit = bands is null
            ? null
            : wish.Target switch { 3 => bands.Three.Limit, 2 => bands.Two.Limit, 1 => bands.One.Limit, _ => default(Values.Quantity?) };
        var meaning = limit is { } amount ? $"grade {wish.Target} ({amount} or better)" : $"grade {wish.Target}";
        return string.Create(CultureInfo.InvariantCulture, $"{meaning}, weight {wish.Weight}");
    }

    private void WriteRanking(TextPage page)
    {
        var hasWishes = Wishes.Count > 0;
        var rows = new List<IReadOnlyList<Cell>> { Row(hasWishes, "#", "technology", "verdict", "shortfall", "surplus", "why") };
        var shown = Ranking.Ranked.Take(Top ?? DefaultRows).ToList();
        for (var i = 0; i < shown.Count; i++)
        {
            var ranked = shown[i];
            var reasons = Reasons.Of(Model, Platform, ranked).ToList();
            var more = ranked.Verdict == Verdict.Unproven && reasons.Count > 1 ? $" (and {reasons.Count - 1} more open)" : string.Empty;
            rows.Add(Row(
                hasWishes,
                (i + 1).ToString(CultureInfo.InvariantCulture),
                Words.NameOf(ranked.Technology),
                new Cell(Words.Of(ranked.Verdict), Words.ToneOf(ranked.Verdict)),
                ranked.Arithmetic,
                ranked.Surplus.ToString(CultureInfo.InvariantCulture),
                reasons.Count == 0 ? string.Empty : reasons[0] + more));
        }

        page.Table(rows);
        var rest = Ranking.Ranked.Skip(shown.Count).ToList();
        if (rest.Count > 0)
        {
            page.Item($"and {rest.Count} more: {Counts(rest)}; --top {Ranking.Ranked.Count} lists all", Tone.Faint);
        }
    }

    private static IReadOnlyList<Cell> Row(bool hasWishes, Cell rank, Cell technology, Cell verdict, Cell shortfall, Cell surplus, Cell why) =>
        hasWishes ? [rank, technology, verdict, shortfall, surplus, why] : [rank, technology, verdict, surplus, why];

    private static string Counts(IReadOnlyList<RankedTechnology> ranked) => string.Join(", ", new[] { Verdict.Suitable, Verdict.Unproven, Verdict.Unsuitable }
        .Select(verdict => (verdict, Count: ranked.Count(one => one.Verdict == verdict)))
        .Where(static part => part.Count > 0)
        .Select(static part => $"{part.Count} {Words.Of(part.verdict)}"));

    private void WriteConclusion(TextPage page)
    {
        if (Ranking.Best is not { } best)
        {
            var unproven = Ranking.Ranked.Where(static ranked => ranked.Verdict == Verdict.Unproven).Take(3).Select(static ranked => ranked.Technology.Name.English).ToList();
            page.Line(
                unproven.Count == 0
                    ? "Warning: nothing in the model is suitable, every technology fails a need"
                    : $"Warning: nothing is shown to be suitable; nearest, with something open: {string.Join(", ", unproven)}",
                Tone.Bad);
            WriteNotes(page);
            return;
        }

        var equal = Ranking.EquallyGood.Skip(1).Select(static ranked => Words.NameOf(ranked.Technology)).ToList();
        page.Table(
        [
            ["best", new Cell(Words.NameOf(best.Technology), Tone.Good)],
            ["equally good", new Cell(equal.Count == 0 ? "nothing else" : string.Join(", ", equal))],
            ["firm", new Cell(Firmness(best))],
        ]);
        WriteNotes(page);
    }

    private string Firmness(RankedTechnology best)
    {
        if (Ranking.IsFirm)
        {
            return Wishes.Count == 0
                ? "yes: no goals, so nothing can be missed; ties go to the smaller memory, then to the stronger boundary"
                : $"yes: at the bad ends of its ranges it misses {best.WorstShortfall}, no suitable one misses less at the good ends of its own";
        }

        var rivals = Ranking.Rivals.Select(static rival => string.Create(CultureInfo.InvariantCulture, $"{rival.Technology.Name.English} ({rival.BestShortfall})")).ToList();
        var more = rivals.Count > 3 ? $" and {rivals.Count - 3} more" : string.Empty;
        return $"no: at the bad ends of its ranges it misses {best.WorstShortfall}, which others can beat at the good ends of theirs: {string.Join(", ", rivals.Take(3))}{more}; measure both";
    }

    private IEnumerable<string> Notes()
    {
        if (Scenario?.Note is { } note)
        {
            yield return note;
        }

        foreach (var need in Needs)
        {
            if (need.Unchecked is { } why)
            {
                yield return $"{need.Token}: {why}.";
            }
        }
    }

    private void WriteNotes(TextPage page)
    {
        var notes = Notes().ToList();
        if (notes.Count > 0)
        {
            page.Table(notes.ConvertAll<IReadOnlyList<Cell>>(static note => ["note", new Cell(note, Tone.Doubtful)]));
        }
    }

    private void WriteChanges(TextPage page)
    {
        if (Changes is null)
        {
            return;
        }

        page.Heading("What would change the best one");
        if (Changes.Count == 0)
        {
            page.Item(Ranking.Best is null ? "there is no best one" : $"no single weight up to {RankingSensitivity.LargestWeight}, and no single grade");
            return;
        }

        page.Table([["what", "from", "to", "then best"], .. Changes.Select(change => (IReadOnlyList<Cell>)
        [
            change.TechnologyId is null ? $"weight of {NameOf(change.AttributeId)}" : $"{NameOf(change.AttributeId)} of {change.TechnologyId}, grade",
            change.From.ToString(CultureInfo.InvariantCulture),
            change.To.ToString(CultureInfo.InvariantCulture),
            change.NewBestId,
        ])]);
    }

    private void WriteQuestion(Utf8JsonWriter json)
    {
        json.WriteStartObject("asked");
        json.WriteString("scenario", Scenario?.Id);
        json.WriteObjects("needs", Needs, need =>
        {
            json.WriteString("token", need.Token);
            json.WriteObjects("constraints", need.Constraints, constraint =>
            {
                json.WriteString("text", constraint.Text);
                json.WriteString("inferred", constraint.Inferred);
            });
        });
        json.WriteObjects("goals", Wishes, wish =>
        {
            json.WriteString("attribute", wish.AttributeId);
            json.WriteNumber("target", wish.Target);
            json.WriteNumber("weight", wish.Weight);
        });
        json.WriteString("under", Under);
        json.WriteString("platform", Platform?.Id);
        json.WriteString("numbers", IsByDocument ? "document" : "evidence");
        json.WriteString("day", Model.Day);
        json.WriteEndObject();
    }

    private string NameOf(string attributeId) => Model.Attribute(attributeId)?.Name.English.ToLowerInvariant() ?? attributeId;
}
