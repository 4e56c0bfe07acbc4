using System.Text.Json;
using IsolationModel.Cli.LanguageServer.Documents;
using IsolationModel.Cli.LanguageServer.Judging;
using IsolationModel.Cli.LanguageServer.Places;
using IsolationModel.Cli.LanguageServer.Protocol;
using IsolationModel.Evaluation;
using IsolationModel.Text;

namespace IsolationModel.Cli.LanguageServer.Features;

/// <summary>
/// <c>textDocument/definition</c>: from the name of a runtime class to its object, from a handler or a Docker runtime to where a node's configuration
/// defines it, and from a workload or a finding to what declares its needs elsewhere.
/// </summary>
internal static class DefinitionFeature
{
    /// <summary>The answer; null where nothing leads anywhere.</summary>
    public static Action<Utf8JsonWriter>? Answer(Judgement judgement, OpenDocument document, ProtocolPosition position)
    {
        var offset = document.Content.OffsetOf(position);
        var place = PlaceFinder.Find(document.Path, document.Content.Text, offset);
        var targets = (place?.Kind switch
        {
            PlaceKind.RuntimeClass => OfClass(judgement, document, place.Word),
            PlaceKind.Handler => OfHandler(judgement, place.Word, ofDocker: false),
            PlaceKind.ComposeRuntime => OfHandler(judgement, place.Word, ofDocker: true),
            _ => OfNeeds(judgement, document, position, place),
        }).Distinct().ToList();
        return targets.Count == 0 ? null : json =>
        {
            json.WriteStartArray();
            foreach (var target in targets)
            {
                DiagnosticWriter.WriteLocation(json, null, judgement.PathOf(target.File), ProtocolRange.Of(target.Start, target.End), judgement.Documents);
            }

            json.WriteEndArray();
        };
    }

    private static IEnumerable<TextPlace> OfClass(Judgement judgement, OpenDocument document, string name) => judgement.Meaning.ObjectsOf(name, judgement.FileOf(document.Path))
        .Select(static entry => entry.File.Lines.PlaceOf(entry.File.Path, entry.Class.NameRange));

    private static IEnumerable<TextPlace> OfHandler(Judgement judgement, string name, bool ofDocker) => judgement.Meaning.HandlersOf(name, ofDocker)
        .Select(static entry => entry.File.Lines.PlaceOf(entry.File.Path, entry.Runtime.Range));

    /// <summary>Where needs that reach a workload are declared, other than at the place itself; where a need is pointed at, that one alone.</summary>
    private static IEnumerable<TextPlace> OfNeeds(Judgement judgement, OpenDocument document, ProtocolPosition position, WrittenPlace? place)
    {
        var findings = judgement.FindingsIn(document.Path).Where(finding => ProtocolRange.Of(finding.Start, finding.End).Contains(position)).ToList();
        var found = findings.SelectMany(judgement.Report.OriginsOf);
        var named = judgement.Report.Workloads.Where(workload => IsAt(judgement, workload, document.Path, position));
        var tokens = place is { Kind: PlaceKind.Need, Word.Length: > 0 } ? [place.Word] : findings.Select(static finding => finding.Need).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return found.Concat(named)
            .SelectMany(static workload => workload.Needs.Needs)
            .Where(need => need.Declaration.File.Length > 0 && (tokens.Count == 0 || tokens.Contains(need.Token)))
            .Select(static need => need.Declaration.Lines.PlaceOf(need.Declaration.File, need.Range))
            .Where(target => !(string.Equals(judgement.PathOf(target.File), document.Path, StringComparison.Ordinal) && ProtocolRange.Of(target.Start, target.End).Contains(position)));
    }

    private static bool IsAt(Judgement judgement, WorkloadAssessment workload, string path, ProtocolPosition position)
    {
        var places = workload.Workload.Needs.Select(static need => need.Lines.PlaceOf(need.File, need.Range)).Append(workload.Place);
        return places.Any(place => string.Equals(judgement.PathOf(place.File), path, StringComparison.Ordinal) && ProtocolRange.Of(place.Start, place.End).Contains(position));
    }
}
