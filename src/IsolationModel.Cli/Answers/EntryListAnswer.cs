using System.Text.Json;
using IsolationModel.Cli.Output;
using IsolationModel.Modeling;

namespace IsolationModel.Cli.Answers;

/// <summary>Entries of the catalogue, one a line; in JSON an array.</summary>
/// <param name="Entries">The entries.</param>
internal sealed record EntryListAnswer(IReadOnlyList<CatalogEntryDefinition> Entries) : IAnswer
{
    public void WriteText(TextPage page)
    {
        if (Entries.Count == 0)
        {
            page.Line("nothing found", Tone.Doubtful);
            return;
        }

        var rows = new List<IReadOnlyList<Cell>> { new Cell[] { new("id", Tone.Faint), new("kind", Tone.Faint), new("name", Tone.Faint), new("families", Tone.Faint) } };
        rows.AddRange(Entries.Select(static entry => (IReadOnlyList<Cell>)
        [
            new Cell(entry.Id, Tone.Strong), Words.KindOf(entry), NameOf(entry), string.Join(", ", entry.Families),
        ]));
        page.Table(rows);
    }

    public void WriteJson(Utf8JsonWriter json) => json.WriteObjects(Entries, entry =>
    {
        EntryJson.WriteIdentity(json, entry);
        json.WriteIfAny("nameZh", entry.Name.Chinese);
        json.WriteStrings("aliases", entry.Aliases);
    });

    private static string NameOf(CatalogEntryDefinition entry)
    {
        var other = new List<string>();
        if (entry.Name.Chinese is { } chinese && !string.Equals(chinese, entry.Name.English, StringComparison.Ordinal))
        {
            other.Add(chinese);
        }

        other.AddRange(entry.Aliases);
        return other.Count == 0 ? entry.Name.English : $"{entry.Name.English} ({string.Join(", ", other)})";
    }
}
