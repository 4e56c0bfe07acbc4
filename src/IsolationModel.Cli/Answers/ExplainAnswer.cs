using System.Text.Json;
using IsolationModel.Cli.Output;
using IsolationModel.Evaluation;
using IsolationModel.Modeling;
using IsolationModel.Values;

namespace IsolationModel.Cli.Answers;

/// <summary>Everything about one entry; for a technology also what settings leave of its boundary, and how it stands against needs.</summary>
/// <param name="Model">The model.</param>
/// <param name="Naming">What is explained, and by which name it was found.</param>
internal sealed record ExplainAnswer(ModelIndex Model, Naming Naming) : IAnswer
{
    /// <summary>The settings as they were given; null where nobody asked.</summary>
    public string? Under { get; init; }

    /// <summary>Whether the sources are listed with their addresses.</summary>
    public bool ListsSources { get; init; }

    /// <summary>The needs.</summary>
    public IReadOnlyList<DeclaredNeed> Needs { get; init; } = [];

    /// <summary>How the technology stands, settings included; null where there are neither settings nor needs.</summary>
    public RankedTechnology? Ranked { get; init; }

    public void WriteText(TextPage page)
    {
        if (Naming.Via is { } via)
        {
            page.Line(via, Tone.Faint);
        }

        new EntryPage(Model, Naming.Subject, page).Write();
        if (ListsSources)
        {
            WriteSources(page);
        }

        if (Under is not null)
        {
            WriteSettings(page);
        }

        if (Needs.Count > 0)
        {
            WriteNeeds(page);
        }

        if (Naming.Others.Count > 0)
        {
            page.Line();
            page.Line($"of the same name: {string.Join(", ", Naming.Others.Select(static other => other.Reference))}", Tone.Faint);
        }
    }

    public void WriteJson(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        EntryJson.Write(json, Model, Naming.Subject);
        if (Naming.Via is { } via)
        {
            json.WriteString("foundBy", via);
        }

        if (Under is not null)
        {
            WriteSettings(json);
        }

        if (Needs.Count > 0)
        {
            json.WriteString("verdict", Words.Of(Ranked!.Verdict));
            json.WriteStrings("reasons", Reasons.Of(Model, null, Ranked));
            json.WriteObjects("needs", Ranked.Assessment.Results, result =>
            {
                json.WriteString("token", result.Need.Token);
                json.WriteString("outcome", Words.Of(result.Effective));
            });
        }

        json.WriteModel(Model.Definition);
        json.WriteEndObject();
    }

    private void WriteSettings(TextPage page)
    {
        var isolation = Ranked!.Assessment.Isolation;
        page.Heading($"Under {Under}");
        page.Item($"boundary: {Level(isolation.Base)} -> {Level(isolation.Effective)}", Tone.Strong);
        page.Table([.. isolation.Effects.Select(effect => (IReadOnlyList<Cell>)
        [
            effect.Weakening.Title,
            new Cell(EffectWords.Of(Model, effect), EffectWords.ToneOf(effect.Effect.Kind)),
            EntryPage.Sourced(Model, effect.Effect.Why, effect.Effect.SourceId is { } source ? [source] : []),
        ])]);
        if (isolation.Effects.Count == 0)
        {
            page.Item("these settings have no effect that the model knows of", Tone.Faint);
        }

        var facts = Facts(isolation).ToList();
        if (facts.Count > 0)
        {
            page.Heading("Node facts that decide");
            page.Table([.. facts.Select(fact => (IReadOnlyList<Cell>)
            [
                fact.Id,
                Model.DeclaredFact(fact.Id) is { } holds ? new Cell(holds ? "declared: holds" : "declared: does not hold") : new Cell("not declared", Tone.Doubtful),
                new Cell([EntryPage.Sourced(Model, fact.Definition, fact.SourceId is { } source ? [source] : []), $"set by: {fact.SetBy}"]),
            ])]);
            if (facts.Exists(fact => Model.DeclaredFact(fact.Id) is null))
            {
                page.Item($"to declare one, put \"nodes\": {{ \"{facts[0].Id}\": true }} into an overlay", Tone.Faint);
            }
        }
    }

    private void WriteSources(TextPage page)
    {
        var sources = EntryJson.SourcesOf(Model, Naming.Subject).ToList();
        if (sources.Count > 0)
        {
            page.Heading("Sources");
            page.Table([.. sources.Select(static source => (IReadOnlyList<Cell>)
            [
                source.Id, source.AsOf ?? string.Empty, new Cell(source.Url is { } url ? [source.Title, url] : [source.Title]),
            ])]);
        }
    }

    private void WriteNeeds(TextPage page)
    {
        page.Heading("Needs");
        page.Table([.. Ranked!.Assessment.Results.Select(result => (IReadOnlyList<Cell>)
        [
            result.Need.Token,
            new Cell(Words.Of(result.Effective), result.Effective switch { Outcome.Meets => Tone.Good, Outcome.Fails => Tone.Bad, _ => Tone.Doubtful }),
            new Cell([.. result.Constraints.Select(static constraint => $"{constraint.Constraint.Text}, found {constraint.Found}")]),
        ])]);
        page.Item($"together: {Words.Of(Ranked.Verdict)}{string.Concat(Reasons.Of(Model, null, Ranked).Take(1).Select(static reason => $"; {reason}"))}", Words.ToneOf(Ranked.Verdict));
    }

    private void WriteSettings(Utf8JsonWriter json)
    {
        var isolation = Ranked!.Assessment.Isolation;
        json.WriteString("under", Under);
        json.WriteStartObject("boundary");
        json.WriteString("base", Level(isolation.Base));
        json.WriteString("effective", Level(isolation.Effective));
        json.WriteEndObject();
        json.WriteObjects("effects", isolation.Effects, effect =>
        {
            json.WriteString("weakening", effect.Weakening.Id);
            json.WriteString("title", effect.Weakening.Title);
            json.WriteString("kind", effect.Effect.Kind.ToString().ToLowerInvariant());
            json.WriteString("effect", EffectWords.Of(Model, effect));
            json.WriteString("why", effect.Effect.Why);
            json.WriteString("source", effect.Effect.SourceId);
            json.WriteString("fact", effect.Effect.FactId);
        });
        json.WriteObjects("nodeFacts", Facts(isolation), fact =>
        {
            json.WriteString("id", fact.Id);
            json.WriteString("definition", fact.Definition);
            json.WriteString("setBy", fact.SetBy);
            json.WriteString("declared", Model.DeclaredFact(fact.Id) is { } holds ? holds ? "yes" : "no" : "unknown");
        });
    }

    private IEnumerable<NodeFactDefinition> Facts(EffectiveIsolation isolation) => isolation.Effects
        .Select(static effect => effect.Effect.FactId)
        .OfType<string>()
        .Distinct(StringComparer.Ordinal)
        .Select(Model.NodeFact)
        .OfType<NodeFactDefinition>();

    private string Level(OrdinalInterval? interval) => interval is null ? "unknown" : ValueText.Levels(Model.BoundaryScale, interval);
}
