using System.Text.Json;
using IsolationModel.Cli.Output;
using IsolationModel.Configuration;
using IsolationModel.Findings;

namespace IsolationModel.Cli.Answers;

/// <summary>Which settings hold for a run, and where each comes from.</summary>
/// <param name="Settings">The settings file's.</param>
/// <param name="Values">Every value that holds for the whole run, in the order of the keys.</param>
/// <param name="Paths">What holds for each path that was named, on top of that.</param>
/// <param name="Mistakes">What is wrong in the settings and in the overlays.</param>
internal sealed record ConfigAnswer(
    IsolationSettings Settings,
    IReadOnlyList<ConfigRow> Values,
    IReadOnlyList<(string Path, IReadOnlyList<ConfigRow> Values)> Paths,
    IReadOnlyList<Finding> Mistakes) : IAnswer
{
    public void WriteText(TextPage page)
    {
        page.Line(Settings.IsNone ? $"no {IsolationSettings.FileName} governs this run" : $"{Settings.Path} governs this run", Tone.Strong);
        page.Table(Rows(Values));
        foreach (var (path, values) in Paths)
        {
            page.Heading($"For {path}");
            page.Table(Rows(values));
            if (values.Count == 0)
            {
                page.Item("nothing else", Tone.Faint);
            }
        }

        if (Mistakes.Count > 0)
        {
            page.Heading("Mistakes");
            foreach (var mistake in Mistakes)
            {
                page.Item(FindingLine.Of(mistake), Tone.Bad);
            }
        }
    }

    public void WriteJson(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("file", Settings.IsNone ? null : Settings.Path);
        json.WriteObjects("settings", Values, WriteRow);
        json.WriteObjects("paths", Paths, entry =>
        {
            json.WriteString("path", entry.Path);
            json.WriteObjects("settings", entry.Values, WriteRow);
        });
        json.WriteStrings("mistakes", Mistakes.Select(static mistake => FindingLine.Of(mistake)));
        json.WriteEndObject();

        void WriteRow(ConfigRow row)
        {
            json.WriteString("key", row.Key);
            json.WriteString("value", row.Value);
            json.WriteString("from", row.From);
        }
    }

    private static IReadOnlyList<IReadOnlyList<Cell>> Rows(IReadOnlyList<ConfigRow> values) =>
        [.. values.Select(static row => (IReadOnlyList<Cell>)[new Cell(row.Key, Tone.Faint), new Cell(row.Value, Tone.Strong), new Cell(row.From, Tone.Faint)])];
}
