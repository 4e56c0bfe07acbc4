using System.Text.Json;
using IsolationModel.Cli.Commands;
using IsolationModel.Cli.Output;
using IsolationModel.Evaluation;
using IsolationModel.Findings;
using IsolationModel.Suppressions;

namespace IsolationModel.Cli.Answers;

/// <summary>Everything that is to be told of a place.</summary>
/// <param name="Model">The model that judged.</param>
/// <param name="Place">The place.</param>
/// <param name="Arguments">An argument a finding; one a workload where there is no finding; none where nothing is there.</param>
internal sealed record PlaceAnswer(ModelIndex Model, PlaceTarget Place, IReadOnlyList<ArgumentAnswer> Arguments) : IAnswer
{
    /// <summary>What the words there mean, where there is no argument.</summary>
    public PlaceMeaning? Meaning { get; init; }

    /// <summary>0 where something was explained, 1 where nothing is there.</summary>
    public int Code => Arguments.Count > 0 || Meaning is not null ? ExitCode.Clean : ExitCode.Findings;

    public void WriteText(TextPage page)
    {
        if (Meaning is not null)
        {
            page.Line($"{Shown}: no finding is here; this is what stands here");
            Meaning.Write(page);
            return;
        }

        if (Arguments.Count == 0)
        {
            page.Line($"{Shown}: no finding and no workload is here");
            return;
        }

        for (var i = 0; i < Arguments.Count; i++)
        {
            if (i > 0)
            {
                page.Line();
                page.Line();
            }

            if (Arguments[i].Finding is null)
            {
                WriteElsewhere(page, Arguments[i].Elsewhere);
            }

            new ArgumentPage(Arguments[i], page).Write();
        }
    }

    public void WriteJson(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("file", Place.DisplayPath);
        json.WriteNumber("line", Place.Line);
        if (Place.Column is { } column)
        {
            json.WriteNumber("column", column);
        }

        json.WriteObjects("arguments", Arguments, argument => ArgumentJson.Write(json, argument));
        if (Meaning is not null)
        {
            json.WriteObjects("meanings", Meaning.Words, word =>
            {
                json.WriteString("word", word.Word);
                json.WriteStrings("text", Meaning.LinesOf(word));
            });
        }

        json.WriteModel(Model.Definition);
        json.WriteEndObject();
    }

    private void WriteElsewhere(TextPage page, IReadOnlyList<(Finding Finding, SuppressedFinding? Suppression)> elsewhere)
    {
        page.Line(elsewhere.Count == 0 ? $"{Shown}: no finding is here; this is why" : $"{Shown}: no finding is here; of its workload are found, each to be explained at its own place:");
        foreach (var (finding, suppression) in elsewhere)
        {
            page.Item($"{FindingLine.Place(finding.File, finding.Start.Line, finding.Start.Column)}: {FindingLine.Severity(finding.Severity)} {finding.Rule.Id}: {finding.Rule.Title}{(suppression is null ? string.Empty : ", suppressed")}");
        }
    }

    private string Shown => FindingLine.Place(Place.DisplayPath, Place.Line, Place.Column ?? 1);
}
