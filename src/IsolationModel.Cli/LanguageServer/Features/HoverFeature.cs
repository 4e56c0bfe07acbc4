using System.Text.Json;
using IsolationModel.Cli.Answers;
using IsolationModel.Cli.Commands;
using IsolationModel.Cli.LanguageServer.Documents;
using IsolationModel.Cli.LanguageServer.Judging;
using IsolationModel.Cli.LanguageServer.Places;
using IsolationModel.Cli.LanguageServer.Protocol;
using IsolationModel.Evaluation;
using IsolationModel.Findings;
using IsolationModel.Suppressions;

namespace IsolationModel.Cli.LanguageServer.Features;

/// <summary><c>textDocument/hover</c>: the argument for what is found there, what the word there means, or how the workload there stands.</summary>
internal static class HoverFeature
{
    /// <summary>How many arguments fit into what somebody reads at a glance.</summary>
    private const int MostArguments = 3;

    /// <summary>The answer; null where there is nothing to say.</summary>
    /// <exception cref="OperationCanceledException">Nobody waits any more.</exception>
    public static Action<Utf8JsonWriter>? Answer(Judgement judgement, OpenDocument document, ProtocolPosition position, ClientAbilities client, CancellationToken cancellationToken)
    {
        var page = new EditorPage(client.HasMarkdownHover);
        var place = PlaceFinder.Find(document.Path, document.Content.Text, document.Content.OffsetOf(position));
        ProtocolRange? range = place is null ? null : document.Content.RangeOf(place.Range);
        foreach (var (finding, suppressed) in At(judgement, document.Path, position).Take(MostArguments))
        {
            var argument = PlaceExplanation.Explain(judgement.Session.Model, finding, judgement.Report.OriginsOf(finding), cancellationToken) with { Suppressed = suppressed };
            page.Divide();
            new ArgumentPage(argument, page).Write();
            range ??= ProtocolRange.Of(finding.Start, finding.End);
        }

        if (place is not null)
        {
            var meaning = new EditorPage(client.HasMarkdownHover);
            new MeaningPage(judgement.Session.Model, judgement.Meaning, meaning).Write(place, judgement.FileOf(document.Path));
            if (!meaning.IsEmpty)
            {
                page.Divide();
                page.Add(meaning);
            }
        }

        if (page.IsEmpty && WorkloadAt(judgement, document.Path, position) is { } workload)
        {
            new ArgumentPage(PlaceExplanation.Explain(judgement.Session.Model, workload), page).Write();
            range = ProtocolRange.Of(workload.Place.Start, workload.Place.End);
        }

        return page.IsEmpty ? null : json =>
        {
            json.WriteStartObject();
            json.WriteStartObject("contents");
            json.WriteString("kind", client.HasMarkdownHover ? "markdown" : "plaintext");
            json.WriteString("value", page.Text);
            json.WriteEndObject();
            range?.Write(json, "range");
            json.WriteEndObject();
        };
    }

    /// <summary>The narrowest ones first: they are what is pointed at.</summary>
    private static IEnumerable<(Finding Finding, SuppressedFinding? Suppressed)> At(Judgement judgement, string path, ProtocolPosition position) => judgement.FindingsIn(path)
        .Select(static finding => (Finding: finding, Suppressed: (SuppressedFinding?)null))
        .Concat(judgement.SuppressedIn(path).Select(static entry => (entry.Finding, (SuppressedFinding?)entry)))
        .Where(entry => ProtocolRange.Of(entry.Finding.Start, entry.Finding.End).Contains(position))
        .OrderBy(static entry => entry.Finding.Range.Length);

    private static WorkloadAssessment? WorkloadAt(Judgement judgement, string path, ProtocolPosition position) => judgement.Report.Workloads.FirstOrDefault(workload =>
        !workload.Workload.IsRendered && workload.Place is var place && string.Equals(judgement.PathOf(place.File), path, StringComparison.Ordinal) && ProtocolRange.Of(place.Start, place.End).Contains(position));
}
