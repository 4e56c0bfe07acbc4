using System.Text.Json;
using IsolationModel.Cli.Output;
using IsolationModel.Cli.RuleDocuments;
using IsolationModel.Configuration;
using IsolationModel.Findings;
using IsolationModel.Rules;

namespace IsolationModel.Cli.Answers;

/// <summary>Rules, one a line; in JSON an array.</summary>
/// <param name="Rules">The rules.</param>
internal sealed record RuleListAnswer(IReadOnlyList<RuleDescriptor> Rules) : IAnswer
{
    public void WriteText(TextPage page)
    {
        string[] heads = ["id", "severity", "strict", "audit", "fix", "category", "name", "title"];
        var rows = new List<IReadOnlyList<Cell>> { heads.Select(static head => new Cell(head, Tone.Faint)).ToArray() };
        rows.AddRange(Rules.Select(static rule => (IReadOnlyList<Cell>)
        [
            new Cell(rule.Id, Tone.Strong), Severity(rule.DefaultSeverity), Severity(RulePreset.Strict.SeverityOf(rule)), Severity(RulePreset.Audit.SeverityOf(rule)),
            rule.HasFix ? "yes" : string.Empty, SeverityMap.NameOf(rule.Category), rule.Name, rule.Title,
        ]));
        page.Table(rows);
    }

    public void WriteJson(Utf8JsonWriter json) => json.WriteObjects(Rules, rule => RuleAnswer.WriteIdentity(json, rule));

    private static Cell Severity(FindingSeverity? severity) => new(RuleText.Of(severity), severity == FindingSeverity.Error ? Tone.Bad : severity == FindingSeverity.Warning ? Tone.Doubtful : Tone.Plain);
}
