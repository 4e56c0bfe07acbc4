using System.Text.Json;
using IsolationModel.Cli.Output;
using IsolationModel.Evaluation;

namespace IsolationModel.Cli.Answers;

/// <summary>Where the founding document's claims and the evidence differ.</summary>
/// <param name="Model">The model.</param>
/// <param name="Disagreements">The differences.</param>
internal sealed record ClaimsAnswer(ModelIndex Model, IReadOnlyList<Disagreement> Disagreements) : IAnswer
{
    public void WriteText(TextPage page)
    {
        page.Line("What the founding document claims, and what the sources say", Tone.Strong);
        page.Table(
        [
            new Cell[] { new("of", Tone.Faint), new("attribute", Tone.Faint), new("claim", Tone.Faint), new("evidence", Tone.Faint), new("how they differ", Tone.Faint) },
            .. Disagreements.Select(difference => (IReadOnlyList<Cell>)
            [
                new Cell(difference.Subject, Tone.Strong),
                difference.Value.AttributeId,
                $"{ValueText.Of(Model, difference.Value.AttributeId, difference.Value.Claim!.Value)} (\"{difference.Value.Claim.Text}\")",
                EntryPage.Sourced(Model, ValueText.Of(Model, difference.Value.AttributeId, difference.Value.Value), [.. difference.Value.SourceIds]),
                new Cell(Meaning(difference.Kind), difference.Kind == DisagreementKind.Apart ? Tone.Bad : Tone.Doubtful),
            ]),
        ]);
        page.Line();
        page.Line(Words.Count(Disagreements.Count, "claim differs", "claims differ") + "; the evidence decides, unless 'recommend --numbers document' asks for the claims");
    }

    public void WriteJson(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteObjects("claims", Disagreements, difference =>
        {
            json.WriteString("subject", difference.Subject);
            json.WriteBoolean("isFamily", difference.IsFamily);
            json.WriteString("attribute", difference.Value.AttributeId);
            json.WriteString("claim", ValueText.Of(Model, difference.Value.AttributeId, difference.Value.Claim!.Value));
            json.WriteString("claimText", difference.Value.Claim.Text);
            json.WriteString("evidence", ValueText.Of(Model, difference.Value.AttributeId, difference.Value.Value));
            json.WriteStrings("sources", difference.Value.SourceIds);
            json.WriteString("kind", Word(difference.Kind));
        });
        json.WriteModel(Model.Definition);
        json.WriteEndObject();
    }

    private static string Word(DisagreementKind kind) => kind switch
    {
        DisagreementKind.NoEvidence => "noEvidence",
        DisagreementKind.Apart => "apart",
        DisagreementKind.Narrower => "narrower",
        _ => "wider",
    };

    private static string Meaning(DisagreementKind kind) => kind switch
    {
        DisagreementKind.NoEvidence => "no source was found",
        DisagreementKind.Apart => "contradiction: they share no value",
        DisagreementKind.Narrower => "the sources are narrower",
        _ => "the sources are wider: worse or better than claimed occurs",
    };
}
