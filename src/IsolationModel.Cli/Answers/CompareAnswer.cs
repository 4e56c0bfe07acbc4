using System.Text.Json;
using IsolationModel.Cli.Output;
using IsolationModel.Evaluation;
using IsolationModel.Modeling;

namespace IsolationModel.Cli.Answers;

/// <summary>Several technologies, or families, side by side.</summary>
/// <param name="Model">The model.</param>
/// <param name="Subjects">What is compared.</param>
/// <param name="Assessments">How the technologies stand against the needs, in the order of the subjects; empty where nobody asked.</param>
internal sealed record CompareAnswer(ModelIndex Model, IReadOnlyList<Subject> Subjects, IReadOnlyList<RankedTechnology> Assessments) : IAnswer
{
    public void WriteText(TextPage page)
    {
        var rows = new List<IReadOnlyList<Cell>> { Row("attribute", Subjects.Select(static subject => new Cell([subject.Id, subject.Name.English], Tone.Strong)), new Cell("better", Tone.Faint), Tone.Faint) };
        var unknown = new List<string>();
        foreach (var attribute in Attributes())
        {
            var values = Subjects.Select(subject => subject.Find(attribute.Id)).ToList();
            if (values.TrueForAll(static value => value is null or { Value: Values.UnknownInterval, Claim: null }))
            {
                unknown.Add(attribute.Id);
                continue;
            }

            rows.Add(Row(attribute.Id, values.Select(value => new Cell([.. Lines(attribute.Id, value)])), new Cell(Better(attribute) ?? string.Empty, Tone.Good)));
        }

        AddPerformance(rows);
        AddNeeds(rows);
        page.Table(rows);
        if (unknown.Count > 0)
        {
            page.Item($"unknown of all: {string.Join(", ", unknown)}", Tone.Faint);
        }

        page.Line();
        foreach (var ranked in Assessments.Where(static ranked => ranked.Verdict != Verdict.Suitable))
        {
            page.Line($"{ranked.Technology.Id} is {Words.Of(ranked.Verdict)}: {Reasons.Of(Model, null, ranked).FirstOrDefault()}", Words.ToneOf(ranked.Verdict));
        }

        page.Line("P: " + Figures.RatioMeaning, Tone.Faint);
        page.Line("C: " + Figures.ResourceTimeMeaning, Tone.Faint);
    }

    public void WriteJson(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteObjects("compared", Subjects, subject =>
        {
            json.WriteString("id", subject.Id);
            json.WriteString("name", subject.Name.English);
            json.WriteString("kind", subject.Kind);
            json.WriteStartObject("values");
            foreach (var value in subject.Values)
            {
                EntryJson.WriteValue(json, Model, value);
            }

            json.WriteEndObject();
            EntryJson.WritePerformance(json, Figures.Of(subject));
            if (Assessments.FirstOrDefault(ranked => string.Equals(ranked.Technology.Id, subject.Id, StringComparison.Ordinal)) is { } assessment)
            {
                json.WriteString("verdict", Words.Of(assessment.Verdict));
                json.WriteStrings("reasons", Reasons.Of(Model, null, assessment));
            }
        });
        json.WriteStartObject("better");
        foreach (var attribute in Attributes())
        {
            if (Better(attribute) is { } better)
            {
                json.WriteString(attribute.Id, better);
            }
        }

        json.WriteEndObject();
        json.WriteModel(Model.Definition);
        json.WriteEndObject();
    }

    private static IReadOnlyList<Cell> Row(string name, IEnumerable<Cell> cells, Cell better, Tone tone = Tone.Plain) => [new Cell(name, tone), .. cells, better];

    private IEnumerable<AttributeDefinition> Attributes() =>
        EntryPage.Ordered(Model.Definition).Where(attribute => Subjects.Any(subject => subject.Find(attribute.Id) is not null));

    private string? Better(AttributeDefinition attribute) => Comparing.Better(attribute, [.. Subjects.Select(subject => (subject.Id, subject.Find(attribute.Id)))]);

    private IEnumerable<string> Lines(string attributeId, AttributeValue? value)
    {
        yield return ValueText.Of(Model, attributeId, value?.Value) + (value?.Typical is { } typical ? $", typical {typical.Text}" : string.Empty);
        if (value?.Claim is { } claim)
        {
            yield return $"claim: {EntryPage.ClaimText(Model, attributeId, claim)}";
        }
    }

    private void AddPerformance(List<IReadOnlyList<Cell>> rows)
    {
        var figures = Subjects.Select(Figures.Of).ToList();
        if (figures.TrueForAll(static figure => figure is null))
        {
            return;
        }

        var known = Subjects.Zip(figures).Where(static pair => pair.Second?.ResourceTime.Typical is not null).ToList();
        var least = known.Count < 2 ? null : known.Min(static pair => pair.Second!.ResourceTime.Typical);
        var best = string.Join(", ", known.Where(pair => pair.Second!.ResourceTime.Typical == least).Select(static pair => pair.First.Id));
        rows.Add(Row("P", figures.Select(static figure => new Cell(figure is null ? "unknown" : Figures.Of(figure.DocumentRatio))), string.Empty));
        rows.Add(Row("C", figures.Select(static figure => new Cell(figure is null ? "unknown" : Figures.Of(figure.ResourceTime))), new Cell(best.Length == 0 ? string.Empty : $"{best} (typically)", Tone.Good)));
    }

    private void AddNeeds(List<IReadOnlyList<Cell>> rows)
    {
        if (Assessments.Count == 0)
        {
            return;
        }

        for (var i = 0; i < Assessments[0].Assessment.Results.Count; i++)
        {
            var need = i;
            rows.Add(Row(
                Assessments[0].Assessment.Results[need].Need.Token,
                Assessments.Select(ranked => Outcome(TechnologyAssessment.VerdictOf(ranked.Assessment.Results[need].Effective), Words.Of(ranked.Assessment.Results[need].Effective))),
                string.Empty));
        }

        rows.Add(Row("verdict", Assessments.Select(static ranked => Outcome(ranked.Verdict, Words.Of(ranked.Verdict))), string.Empty));
    }

    private static Cell Outcome(Verdict verdict, string text) => new(text, Words.ToneOf(verdict));
}
