using IsolationModel.Cli.LanguageServer.Features;
using IsolationModel.Cli.LanguageServer.Places;
using IsolationModel.Cli.Output;
using IsolationModel.Evaluation;
using IsolationModel.Modeling;
using IsolationModel.Text;
using IsolationModel.Workloads;

namespace IsolationModel.Cli.Answers;

/// <summary>What a word of a file means in the model, whether or not anything is found.</summary>
/// <param name="model">The model.</param>
/// <param name="runtimes">What names of runtimes come to in the run.</param>
/// <param name="page">Takes it.</param>
internal sealed class MeaningPage(ModelIndex model, RuntimeMeaning runtimes, IPage page)
{

    /// <summary>Writes what a word means; nothing for one that means nothing.</summary>
    /// <param name="place">The word.</param>
    /// <param name="from">The file in which it stands.</param>
    public void Write(WrittenPlace place, DescriptorFile from)
    {
        switch (place.Kind)
        {
            case PlaceKind.Need:
                WriteNeed(NeedCarrier.Needs, place.Word);
                break;
            case PlaceKind.Level:
                WriteNeed(NeedCarrier.Level, place.Word);
                break;
            case PlaceKind.Scenario:
                WriteNeed(NeedCarrier.Scenario, place.Word);
                break;
            case PlaceKind.RuntimeClass when place.Word.Length > 0:
                WriteRuntime($"RuntimeClass {place.Word}", runtimes.OfClass(place.Word, from), RuntimeNameKind.RuntimeClass, place.Word);
                break;
            case PlaceKind.Handler when place.Word.Length > 0:
                WriteRuntime($"handler {place.Word}", runtimes.OfHandler(place.Word), RuntimeNameKind.RuntimeHandler, place.Word);
                break;
            case PlaceKind.ComposeRuntime when place.Word.Length > 0:
                WriteRuntime($"runtime {place.Word}", runtimes.OfDocker(place.Word), RuntimeNameKind.ComposeRuntime, place.Word);
                break;
            case PlaceKind.Technology or PlaceKind.TechnologyReference when model.Technology(place.Word[(place.Word.IndexOf('/', StringComparison.Ordinal) + 1)..]) is { } technology:
                page.Line($"{Words.NameOf(technology)}: {technology.Kind}", Tone.Strong);
                WriteTechnology(technology);
                break;
            case PlaceKind.NeedKey:
                WriteKey(place.Word);
                break;
        }
    }

    private void WriteNeed(NeedCarrier carrier, string word)
    {
        foreach (var need in NeedSet.Combine(model, [NeedDeclaration.ForRun(carrier, word)]).Needs)
        {
            page.Line(need.Definition is { } named ? Words.NameOf(need.Token, named.Name) : need.Token, Tone.Strong);
            if (need.Definition is { } definition)
            {
                page.Item(EntryPage.Sourced(model, definition.Rationale, [.. definition.SourceIds]));
            }

            page.Table([.. need.Constraints.Select(static constraint => (IReadOnlyList<Cell>)
                [constraint.Inferred is { } why ? $"requires {constraint.Text} (inferred: {Sentence.AsClause(why)})" : $"requires {constraint.Text}"])]);
            foreach (var attribute in need.Definition is null ? need.Constraints.Select(constraint => model.Attribute(constraint.AttributeId)).OfType<AttributeDefinition>() : [])
            {
                page.Item(attribute.Definition);
            }

            if (need.Unchecked is { } reason)
            {
                page.Item(reason);
            }
        }
    }

    private void WriteRuntime(string title, RuntimeResolution resolved, RuntimeNameKind kind, string name)
    {
        page.Line(resolved.Technology is { } known ? $"{title}: {Words.NameOf(known)}" : title, Tone.Strong);
        page.Item(resolved.Technology is null ? $"which technology that is cannot be told: {resolved.Reason}" : $"{ArgumentJson.WordOf(resolved.Confidence)}: {resolved.Reason}");
        if (resolved.Technology is { } technology)
        {
            WriteTechnology(technology);
        }

        if (model.RuntimeName(kind, name)?.Note is { } note)
        {
            page.Item(note);
        }
    }

    private void WriteTechnology(TechnologyDefinition technology)
    {
        page.Item(technology.Summary);
        page.Item($"boundary: {ValueText.WithSource(model, ModelDefinition.BoundaryAttributeId, technology.Find(ModelDefinition.BoundaryAttributeId))}");
        if (model.BanOf(technology.Id, []) is { } ban)
        {
            page.Item($"forbidden{(ban.Until is { } until ? $" until {until}" : string.Empty)}: {ban.Reason}");
        }
    }

    private void WriteKey(string key)
    {
        if (NeedKeyText.Of(key) is { } text)
        {
            page.Line(key, Tone.Strong);
            page.Item(text);
        }
    }
}
