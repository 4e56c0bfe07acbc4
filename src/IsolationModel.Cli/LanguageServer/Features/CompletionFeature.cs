using System.Globalization;
using System.Text.Json;
using IsolationModel.Cli.Answers;
using IsolationModel.Cli.LanguageServer.Documents;
using IsolationModel.Cli.LanguageServer.Judging;
using IsolationModel.Cli.LanguageServer.Places;
using IsolationModel.Cli.LanguageServer.Protocol;
using IsolationModel.Cli.Output;
using IsolationModel.Evaluation;
using IsolationModel.Modeling;
using IsolationModel.Text;
using IsolationModel.Workloads;

namespace IsolationModel.Cli.LanguageServer.Features;

/// <summary><c>textDocument/completion</c>: what can be written at a place, the likeliest first, each with what it means.</summary>
/// <param name="judgement">The run as it was judged last; what is just being typed need not be in it.</param>
/// <param name="document">The document as it is now.</param>
/// <param name="client">What the client understands.</param>
internal sealed class CompletionFeature(Judgement judgement, OpenDocument document, ClientAbilities client)
{
    private readonly ModelIndex _model = judgement.Session.Model;
    private readonly DescriptorFile _file = judgement.FileOf(document.Path);

    /// <summary>The answer; null where there is nothing to offer.</summary>
    public Action<Utf8JsonWriter>? Answer(ProtocolPosition position)
    {
        if (PlaceFinder.Find(document.Path, document.Content.Text, document.Content.OffsetOf(position)) is not { } place)
        {
            return null;
        }

        var entries = Entries(place).DistinctBy(static entry => entry.Text).ToList();
        return entries.Count == 0 ? null : json =>
        {
            json.WriteStartObject();
            json.WriteBoolean("isIncomplete", false);
            json.WriteObjects("items", entries.Select(static (entry, i) => (entry, i)), item => Write(json, item.entry, item.i, place));
            json.WriteEndObject();
        };
    }

    private IEnumerable<CompletionEntry> Entries(WrittenPlace place) => place.Kind switch
    {
        PlaceKind.Need => Needs(),
        PlaceKind.Level => _model.Definition.Needs.Where(static need => need.Kind == NeedKind.Level).OrderBy(static need => need.Order)
            .Select(static level => new CompletionEntry(level.Id, CompletionEntry.EnumMember, Requirement(level))),
        PlaceKind.Scenario => _model.Definition.Scenarios.OrderBy(static scenario => scenario.Order)
            .Select(static scenario => new CompletionEntry(scenario.Id, CompletionEntry.EnumMember, scenario.Name.English)),
        PlaceKind.NeedKey => NeedKeys.All.Select(static key => new CompletionEntry(key, CompletionEntry.Property, string.Empty)),
        PlaceKind.RuntimeClass => Runtimes(judgement.Meaning.ClassNames, [RuntimeNameKind.RuntimeClass], name => judgement.Meaning.OfClass(name, _file)),
        PlaceKind.Handler => Runtimes([], [RuntimeNameKind.RuntimeHandler], judgement.Meaning.OfHandler),
        PlaceKind.ComposeRuntime => Runtimes(judgement.Meaning.DockerNames, [RuntimeNameKind.ComposeRuntime, RuntimeNameKind.DockerRuntime, RuntimeNameKind.ContainerdRuntimeType], judgement.Meaning.OfDocker),
        PlaceKind.Technology => Technologies(string.Empty),
        _ => Technologies("technology/"),
    };

    private IEnumerable<CompletionEntry> Needs()
    {
        foreach (var token in NeedSet.TokensOf(_model))
        {
            var need = NeedSet.Combine(_model, [NeedDeclaration.ForRun(NeedCarrier.Needs, token)]).Needs;
            yield return new CompletionEntry(token, CompletionEntry.EnumMember, need is [{ Definition: { } definition }, ..] ? Requirement(definition) : string.Empty);
        }

        foreach (var token in _model.NeedTokens.Order(StringComparer.Ordinal))
        {
            var attribute = _model.AttributeByToken(token)!;
            yield return new CompletionEntry($"{token} {(attribute.HigherIsBetter ? ">=" : "<=")} ", CompletionEntry.Value, attribute.Name.English);
        }
    }

    /// <summary>Names with an object among the files first, then those of overlays, then those that are commonly used; with one they are certain.</summary>
    private IEnumerable<CompletionEntry> Runtimes(IEnumerable<string> ofRun, RuntimeNameKind[] kinds, Func<string, RuntimeResolution> resolve)
    {
        var names = _model.Definition.RuntimeNames.Where(name => Array.IndexOf(kinds, name.Kind) >= 0 && name.TechnologyId is not null).ToList();
        var sorted = ofRun.Select(static name => (Name: name, Kind: CompletionEntry.Reference))
            .Concat(names.OrderBy(static name => !name.IsDeclared).ThenBy(static name => name.Name, StringComparer.Ordinal).Select(static name => (name.Name, CompletionEntry.Value)));
        foreach (var (name, kind) in sorted)
        {
            var resolved = resolve(name);
            yield return new CompletionEntry(name, kind, resolved.Technology is { } technology ? $"{technology.Name.English}, {Boundary(technology)}, {ArgumentJson.WordOf(resolved.Confidence)}" : "not known what it starts");
        }
    }

    private IEnumerable<CompletionEntry> Technologies(string prefix) => _model.Definition.Technologies
        .Select(technology => new CompletionEntry(prefix + technology.Id, CompletionEntry.Value, $"{technology.Name.English}, {Boundary(technology)}"));

    private string Boundary(TechnologyDefinition technology) =>
        ValueText.Of(_model, ModelDefinition.BoundaryAttributeId, technology.Find(ModelDefinition.BoundaryAttributeId)?.Value);

    private static string Requirement(NeedDefinition need) => need.Constraints.Count == 0 ? need.Name.English : string.Join(" and ", need.Constraints.Select(static constraint => constraint.Text));

    private void Write(Utf8JsonWriter json, CompletionEntry entry, int order, WrittenPlace place)
    {
        var text = HarmlessText.Of(entry.Text);
        json.WriteString("label", text.Trim());
        json.WriteNumber("kind", entry.Kind);
        json.WriteIfAny("detail", HarmlessText.Of(entry.Detail));
        var documentation = new EditorPage(client.HasMarkdownCompletion);
        new MeaningPage(_model, judgement.Meaning, documentation).Write(place with { Word = entry.Text }, _file);
        if (!documentation.IsEmpty)
        {
            json.WriteStartObject("documentation");
            json.WriteString("kind", client.HasMarkdownCompletion ? "markdown" : "plaintext");
            json.WriteString("value", documentation.Text);
            json.WriteEndObject();
        }

        json.WriteString("sortText", order.ToString("D4", CultureInfo.InvariantCulture));
        json.WriteString("filterText", text.Trim());
        json.WriteStartObject("textEdit");
        document.Content.RangeOf(place.Range).Write(json, "range");
        json.WriteString("newText", text);
        json.WriteEndObject();
    }
}
