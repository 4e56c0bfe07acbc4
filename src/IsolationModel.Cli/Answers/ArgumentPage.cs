using System.Globalization;
using IsolationModel.Cli.Output;
using IsolationModel.Evaluation;
using IsolationModel.Fixes;
using IsolationModel.Text;
using IsolationModel.Values;

namespace IsolationModel.Cli.Answers;

/// <summary>An argument for people, from the need to what would change the verdict.</summary>
internal sealed class ArgumentPage(ArgumentAnswer argument, IPage page)
{
    private readonly ModelIndex _model = argument.Judge;

    public void Write()
    {
        WriteHead();
        WriteNeeds();
        if (argument.Workload is { } workload)
        {
            WriteRuntime(workload);
            WriteSettings(workload);
            WriteOutcome(workload);
        }

        WriteReasons();
        WriteAlternatives();
        WriteCounterfactuals();
        WriteFix();
        WriteSources();
    }

    private void WriteHead()
    {
        if (argument.Finding is { } finding)
        {
            page.Line(FindingLine.Of(finding), Tone.Strong);
            page.Line($"{finding.Rule.Title}: {finding.Rule.Description}", Tone.Faint);
        }

        if (argument.Suppressed is { } suppressed)
        {
            page.Line($"suppressed in {suppressed.File}{(suppressed.Suppression.Until is { } until ? $" until {until}" : string.Empty)}: {suppressed.Suppression.Reason}");
        }

        if (argument.Workload is { } workload)
        {
            page.Line($"{workload.Workload.DisplayName}, {PlaceOf(workload.Place)}");
        }
    }

    private void WriteNeeds()
    {
        if (argument.Needs.Count == 0)
        {
            if (argument.Workload is not null)
            {
                page.Heading("Needs");
                page.Item("none is declared, so any boundary will do", Tone.Faint);
            }

            return;
        }

        page.Heading(argument.Needs.Count == 1 ? "Need" : "Needs");
        page.Table([.. argument.Needs.Select(need => (IReadOnlyList<Cell>)
        [
            new Cell(need.Token, Tone.Strong),
            new Cell([.. NeedLines(need)]),
        ])]);
    }

    private IEnumerable<string> NeedLines(DeclaredNeed need)
    {
        if (need.Definition is { } definition)
        {
            yield return EntryPage.Sourced(_model, definition.Rationale, [.. definition.SourceIds]);
        }

        foreach (var constraint in need.Constraints)
        {
            yield return constraint.Inferred is { } why ? $"requires {constraint.Text} [inferred: {Sentence.AsClause(why)}]" : $"requires {constraint.Text}";
        }

        yield return $"declared {ArgumentJson.DeclaredAt(need)}";
    }

    private void WriteRuntime(WorkloadAssessment workload)
    {
        page.Heading("Runtime");
        page.Table([.. RuntimePath.Of(workload).Select(step => (IReadOnlyList<Cell>)[step.Text, new Cell(step.Place is { } place ? PlaceOf(place) : string.Empty, Tone.Faint)])]);
    }

    private void WriteSettings(WorkloadAssessment workload)
    {
        if (workload.Assessment?.Isolation is not { } isolation)
        {
            return;
        }

        page.Heading("Boundary");
        page.Item($"before settings: {Level(isolation.Base)}");
        page.Table([.. isolation.Effects.Select(effect => (IReadOnlyList<Cell>)
        [
            effect.Container.Length == 0 ? effect.Title : $"{effect.Title} in {effect.Container}",
            new Cell(PlaceOf(workload.File.Lines.PlaceOf(workload.File.Path, effect.Range)), Tone.Faint),
            new Cell(EffectWords.Of(_model, effect), EffectWords.ToneOf(effect.Effect.Kind)),
            EntryPage.Sourced(_model, effect.Effect.Why, effect.Effect.SourceId is { } id ? [id] : [], effect.Effect.SourceId is { } dated ? _model.Source(dated)?.AsOf : null),
        ])]);
        page.Item($"with them: {Level(isolation.Effective)}", Tone.Strong);
    }

    private void WriteOutcome(WorkloadAssessment workload)
    {
        page.Heading("Outcome");
        page.Table([.. argument.Results.SelectMany(result => result.Constraints.Select(constraint => (IReadOnlyList<Cell>)
        [
            result.Need.Token,
            constraint.Constraint.Text,
            $"found {constraint.Found}",
            new Cell(constraint.Own == constraint.Effective ? Words.Of(constraint.Own) : $"{Words.Of(constraint.Own)} before settings, {Words.Of(constraint.Effective)} with them", ToneOf(constraint.Effective)),
        ]))]);
        page.Item($"workload as a whole: {Words.Of(workload.Verdict)}", Words.ToneOf(workload.Verdict));
    }

    /// <summary>What no section above tells: the steps of rules that look at other things than the runtime.</summary>
    private void WriteReasons()
    {
        if (argument.Finding is { Reasons.Count: > 0 } finding && (argument.Workload is null || argument.Results.Count == 0 || finding.Control is not null))
        {
            page.Heading("Because");
            foreach (var reason in finding.Reasons)
            {
                page.Item(reason);
            }
        }
    }

    private void WriteAlternatives()
    {
        if (argument.Alternatives.Count == 0)
        {
            return;
        }

        page.Heading("Alternatives under the same settings");
        page.Table([.. argument.Alternatives.Select((ranked, i) => (IReadOnlyList<Cell>)
        [
            (i + 1).ToString(CultureInfo.InvariantCulture),
            Words.NameOf(ranked.Technology),
            new Cell(Words.Of(ranked.Verdict), Words.ToneOf(ranked.Verdict)),
            ranked.Goals.Count == 0 ? "no wishes, so no shortfall" : $"shortfall {ranked.Arithmetic}",
            Reasons.Of(_model, _model.Platform(argument.Workload!.Workload.PlatformId), ranked).FirstOrDefault() ?? string.Empty,
        ])]);
    }

    private void WriteCounterfactuals()
    {
        if (argument.Counterfactuals is not { } sets)
        {
            return;
        }

        page.Heading("What would change the verdict");
        if (sets.Count == 0)
        {
            page.Item("nothing of this run would: no setting taken back, no fact of the nodes and no runtime that the run knows, nor up to three of them together");
        }

        for (var i = 0; i < sets.Count; i++)
        {
            foreach (var (change, j) in sets[i].Changes.Select(static (change, j) => (change, j)))
            {
                page.Item($"{(j > 0 ? "and " : i > 0 ? "or " : string.Empty)}{change.Text}{(change.Place is { } place ? $", {PlaceOf(place)}" : string.Empty)}");
            }

            page.Item($"then the workload as a whole is {Words.Of(sets[i].Verdict)}", Words.ToneOf(sets[i].Verdict));
        }
    }

    private void WriteFix()
    {
        if (argument.Finding is not { } finding)
        {
            return;
        }

        page.Heading("Fix");
        page.Item(finding.FixTitle ?? $"none: {MissingFix.ReasonOf(finding)}");
        foreach (var line in argument.Fix)
        {
            page.Item(line.TrimEnd('\r'));
        }
    }

    private void WriteSources()
    {
        if (argument.Sources.Count > 0)
        {
            page.Heading("Sources");
            page.Table([.. argument.Sources.Select(static source => (IReadOnlyList<Cell>)
            [
                source.Id, source.AsOf ?? string.Empty, new Cell(source.Url is { } url ? [source.Title, url] : [source.Title]),
            ])]);
        }
    }

    private string Level(OrdinalInterval? interval) => interval is null ? "unknown" : ValueText.Levels(_model.BoundaryScale, interval);

    private static string PlaceOf(TextPlace place) => FindingLine.Place(place.File, place.Start.Line, place.Start.Column);

    private static Tone ToneOf(Outcome outcome) => outcome switch { Outcome.Meets => Tone.Good, Outcome.Fails => Tone.Bad, _ => Tone.Doubtful };
}
