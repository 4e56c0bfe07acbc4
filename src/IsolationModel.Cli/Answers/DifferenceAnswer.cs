using System.Text.Json;
using IsolationModel.Cli.Output;
using IsolationModel.Evaluation;
using IsolationModel.Modeling;

namespace IsolationModel.Cli.Answers;

/// <summary>What differs between two models, and which verdicts follow.</summary>
/// <param name="Before">The first model.</param>
/// <param name="After">The second model.</param>
/// <param name="Comparison">The differences.</param>
internal sealed record DifferenceAnswer(ModelDefinition Before, ModelDefinition After, ModelComparison Comparison) : IAnswer
{
    public void WriteText(TextPage page)
    {
        page.Line($"{Before.Id} {Before.Version} -> {After.Id} {After.Version}", Tone.Strong);
        if (Comparison.IsEmpty)
        {
            page.Item("no differences");
            return;
        }

        WriteEntries(page);
        page.Heading(Comparison.Verdicts.Count == 0 ? "No verdict changes" : $"Verdicts that change ({Comparison.Verdicts.Count})");
        page.Table([.. Comparison.Verdicts
            .GroupBy(static change => (change.TechnologyId, change.Before, change.After))
            .Select(static group => (IReadOnlyList<Cell>)
            [
                new Cell(group.Key.TechnologyId, Tone.Strong),
                new Cell(Words.Of(group.Key.Before), Words.ToneOf(group.Key.Before)),
                "->",
                new Cell(Words.Of(group.Key.After), Words.ToneOf(group.Key.After)),
                string.Join(", ", group.Select(static change => change.Need)),
            ])]);
    }

    public void WriteJson(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteBoolean("same", Comparison.IsEmpty);
        WriteModel(json, "before", Before);
        WriteModel(json, "after", After);
        json.WriteObjects("entries", Comparison.Entries, change =>
        {
            json.WriteString("section", change.Section);
            json.WriteString("id", change.Id);
            json.WriteString("change", Word(change.Kind));
            json.WriteObjects("properties", change.Properties, property =>
            {
                json.WriteString("property", property.Property);
                json.WriteString("before", property.Before);
                json.WriteString("after", property.After);
            });
        });
        json.WriteObjects("verdicts", Comparison.Verdicts, change =>
        {
            json.WriteString("need", change.Need);
            json.WriteString("technology", change.TechnologyId);
            json.WriteString("before", Words.Of(change.Before));
            json.WriteString("after", Words.Of(change.After));
        });
        json.WriteEndObject();
    }

    private void WriteEntries(TextPage page)
    {
        page.Heading("Entries");
        var rows = new List<IReadOnlyList<Cell>>();
        foreach (var change in Comparison.Entries)
        {
            rows.Add(
            [
                new Cell(Word(change.Kind), change.Kind switch { ModelChangeKind.Added => Tone.Good, ModelChangeKind.Removed => Tone.Bad, _ => Tone.Doubtful }),
                new Cell($"{change.Section}/{change.Id}", Tone.Strong),
                new Cell([.. change.Properties.SelectMany(Lines)]),
            ]);
        }

        page.Table(rows);
    }

    private static IEnumerable<string> Lines(PropertyChange change) => (change.Before, change.After) switch
    {
        (null, { } after) => [$"{change.Property}: + {after}"],
        ({ } before, null) => [$"{change.Property}: - {before}"],
        _ => [$"{change.Property}: {change.Before}", $"  -> {change.After}"],
    };

    private static void WriteModel(Utf8JsonWriter json, string name, ModelDefinition model)
    {
        json.WriteStartObject(name);
        json.WriteString("id", model.Id);
        json.WriteString("version", model.Version);
        json.WriteEndObject();
    }

    private static string Word(ModelChangeKind kind) => kind switch
    {
        ModelChangeKind.Added => "added",
        ModelChangeKind.Removed => "removed",
        _ => "changed",
    };
}
