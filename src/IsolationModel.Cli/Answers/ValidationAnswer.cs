using System.Text.Json;
using IsolationModel.Cli.Output;
using IsolationModel.Evaluation;
using IsolationModel.Findings;
using IsolationModel.Modeling;
using IsolationModel.Modeling.Reading;

namespace IsolationModel.Cli.Answers;

/// <summary>Whether a model is sound: its mistakes, whether its scenarios are answered as expected, and which bans are over.</summary>
/// <param name="Loaded">What came of reading it.</param>
/// <param name="Model">The model.</param>
internal sealed record ValidationAnswer(ModelReadResult Loaded, ModelIndex Model) : IAnswer
{
    /// <summary>The scenarios that expect something; none where the model has mistakes, since it may lack what they expect.</summary>
    public IReadOnlyList<ScenarioCheck> Scenarios { get; } = Loaded.HasErrors ? [] : ScenarioCheck.In(Model);

    /// <summary>The bans that do not hold any more.</summary>
    public IReadOnlyList<ForbiddenTechnology> EndedBans { get; } = [.. Loaded.Model.Forbidden.Where(ban => ban.Until is { } until && string.CompareOrdinal(until, Model.Day) < 0)];

    /// <summary>The exit code.</summary>
    public int Code => Loaded.HasErrors ? ExitCode.Failure : Scenarios.All(static check => check.IsMet) ? ExitCode.Clean : ExitCode.Findings;

    public void WriteText(TextPage page)
    {
        foreach (var finding in Loaded.Findings)
        {
            page.Line(FindingLine.Of(finding), finding.Severity == FindingSeverity.Error ? Tone.Bad : Tone.Doubtful);
        }

        if (Loaded.HasErrors)
        {
            page.Line();
            page.Line($"{Loaded.Model.Id} {Loaded.Model.Version}: {Words.Count(Errors, "mistake", "mistakes")}; scenarios are not checked", Tone.Bad);
            return;
        }

        page.Line("Scenarios", Tone.Strong);
        var builtIn = BuiltIn();
        page.Table([new Cell[] { new("scenario", Tone.Faint), new("expected", Tone.Faint), new("equally good", Tone.Faint), new("met", Tone.Faint) }, .. Scenarios.Select(check => (IReadOnlyList<Cell>)
        [
            check.Scenario.Id,
            string.Join(", ", check.Scenario.Expectation!.TechnologyIds),
            check.Ranking.EquallyGood.Count == 0 ? "nothing is suitable" : string.Join(", ", check.Ranking.EquallyGood.Select(static ranked => ranked.Technology.Id)),
            check.IsMet ? new Cell("yes", Tone.Good) : new Cell(IsByOverlay(builtIn, check) ? "no: the overlay changes that" : "no", Tone.Bad),
        ])]);
        foreach (var ban in EndedBans)
        {
            page.Line($"the ban of {ban.TechnologyId} ended on {ban.Until}; remove it or renew it", Tone.Doubtful);
        }

        page.Line();
        var missed = Scenarios.Count(static check => !check.IsMet);
        page.Line(
            $"{Loaded.Model.Id} {Loaded.Model.Version}: no mistakes, {(missed == 0 ? "every scenario is answered as expected" : $"{Words.Count(missed, "scenario misses its", "scenarios miss their")} expectation")}",
            missed == 0 ? Tone.Good : Tone.Bad);
    }

    public void WriteJson(Utf8JsonWriter json)
    {
        var builtIn = BuiltIn();
        json.WriteStartObject();
        json.WriteBoolean("valid", Code == ExitCode.Clean);
        json.WriteObjects("findings", Loaded.Findings, finding =>
        {
            json.WriteString("ruleId", finding.Rule.Id);
            json.WriteString("severity", FindingLine.Severity(finding.Severity));
            json.WriteString("message", finding.Message);
            json.WriteString("file", finding.File);
            json.WriteNumber("startLine", finding.Start.Line);
            json.WriteNumber("startColumn", finding.Start.Column);
            json.WriteNumber("endLine", finding.End.Line);
            json.WriteNumber("endColumn", finding.End.Column);
        });
        json.WriteObjects("scenarios", Scenarios, check =>
        {
            json.WriteString("scenario", check.Scenario.Id);
            json.WriteStrings("expected", check.Scenario.Expectation!.TechnologyIds);
            json.WriteStrings("equallyGood", check.Ranking.EquallyGood.Select(static ranked => ranked.Technology.Id));
            json.WriteBoolean("met", check.IsMet);
            json.WriteBoolean("changedByOverlay", !check.IsMet && IsByOverlay(builtIn, check));
        });
        json.WriteObjects("endedBans", EndedBans, ban =>
        {
            json.WriteString("technology", ban.TechnologyId);
            json.WriteString("until", ban.Until);
        });
        json.WriteModel(Loaded.Model);
        json.WriteEndObject();
    }

    private int Errors => Loaded.Findings.Count(static finding => finding.Severity == FindingSeverity.Error);

    /// <summary>What the built-in model says to the scenarios; nobody asks where all are met.</summary>
    private IReadOnlyList<ScenarioCheck> BuiltIn() =>
        Scenarios.All(static check => check.IsMet) ? [] : ScenarioCheck.In(new ModelIndex(BuiltInModel.Definition) { Day = Model.Day });

    private static bool IsByOverlay(IReadOnlyList<ScenarioCheck> builtIn, ScenarioCheck missed) =>
        builtIn.Any(check => check.IsMet && string.Equals(check.Scenario.Id, missed.Scenario.Id, StringComparison.Ordinal));
}
