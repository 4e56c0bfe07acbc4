using System.Text.Json;
using IsolationModel.Cli.Output;
using IsolationModel.Evaluation;
using IsolationModel.Text;
using IsolationModel.Values;

namespace IsolationModel.Cli.Answers;

/// <summary>An argument for programs; it tells what <see cref="ArgumentPage"/> does.</summary>
internal static class ArgumentJson
{
    /// <summary>Writes the members of an argument.</summary>
    public static void Write(Utf8JsonWriter json, ArgumentAnswer argument)
    {
        WriteFinding(json, argument);
        json.WriteString("workload", argument.Workload?.Workload.DisplayName);
        json.WriteObjects("needs", argument.Needs, need =>
        {
            json.WriteString("token", need.Token);
            json.WriteString("declared", DeclaredAt(need));
            json.WriteIfAny("rationale", need.Definition?.Rationale);
            json.WriteStrings("requires", need.Constraints.Select(static constraint => constraint.Text));
            json.WriteStrings("sources", need.Definition?.SourceIds ?? default);
        });
        if (argument.Workload is { } workload)
        {
            WriteWorkload(json, argument, workload);
        }

        json.WriteStrings("reasons", argument.Finding?.Reasons ?? default);
        json.WriteObjects("alternatives", argument.Alternatives, ranked =>
        {
            json.WriteString("technology", ranked.Technology.Id);
            json.WriteString("verdict", Words.Of(ranked.Verdict));
            json.WriteNumber("shortfall", ranked.Shortfall);
            json.WriteString("arithmetic", ranked.Arithmetic);
        });
        if (argument.Counterfactuals is { } sets)
        {
            json.WriteObjects("wouldChangeTheVerdict", sets, set =>
            {
                json.WriteString("verdict", Words.Of(set.Verdict));
                json.WriteObjects("changes", set.Changes, change => WriteChange(json, change));
            });
        }

        json.WriteObjects("sources", argument.Sources, source =>
        {
            json.WriteString("id", source.Id);
            json.WriteString("title", source.Title);
            json.WriteIfAny("url", source.Url);
            json.WriteIfAny("asOf", source.AsOf);
        });
    }

    /// <summary>Where a need is declared: <c>at web.yaml(6,31)</c>, or by what.</summary>
    public static string DeclaredAt(DeclaredNeed need)
    {
        var declaration = need.Declaration;
        if (declaration.File.Length == 0)
        {
            return declaration.Key.Length == 0 ? "for the whole run" : $"by {declaration.Key}";
        }

        var place = declaration.Lines.PlaceOf(declaration.File, need.Range);
        return $"at {FindingLine.Place(place.File, place.Start.Line, place.Start.Column)}";
    }

    /// <summary>The word of a confidence.</summary>
    public static string WordOf(RuntimeConfidence confidence) => confidence switch
    {
        RuntimeConfidence.Known => "known",
        RuntimeConfidence.Likely => "likely",
        RuntimeConfidence.AssumedDefault => "assumed",
        _ => "unknown",
    };

    private static void WriteFinding(Utf8JsonWriter json, ArgumentAnswer argument)
    {
        if (argument.Finding is not { } finding)
        {
            json.WriteNull("finding");
            json.WriteObjects("elsewhere", argument.Elsewhere, found =>
            {
                json.WriteString("ruleId", found.Finding.Rule.Id);
                json.WriteString("severity", FindingLine.Severity(found.Finding.Severity));
                WritePlace(json, "at", new TextPlace(found.Finding.File, found.Finding.Range, found.Finding.Start, found.Finding.End));
                json.WriteBoolean("suppressed", found.Suppression is not null);
            });
            return;
        }

        json.WriteStartObject("finding");
        json.WriteString("ruleId", finding.Rule.Id);
        json.WriteString("rule", finding.Rule.Name);
        json.WriteString("severity", FindingLine.Severity(finding.Severity));
        json.WriteString("message", finding.Message);
        json.WriteString("need", finding.Need);
        WritePlace(json, "at", new TextPlace(finding.File, finding.Range, finding.Start, finding.End));
        json.WriteString("fix", finding.FixTitle);
        json.WriteStrings("diff", argument.Fix);
        if (argument.Suppressed is { } suppressed)
        {
            json.WriteStartObject("suppression");
            json.WriteString("file", suppressed.File);
            json.WriteString("reason", suppressed.Suppression.Reason);
            json.WriteIfAny("until", suppressed.Suppression.Until);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteWorkload(Utf8JsonWriter json, ArgumentAnswer argument, WorkloadAssessment workload)
    {
        json.WriteString("technology", workload.Runtime.Technology?.Id);
        json.WriteString("confidence", WordOf(workload.Runtime.Confidence));
        json.WriteString("verdict", Words.Of(workload.Verdict));
        json.WriteObjects("runtime", RuntimePath.Of(workload), step =>
        {
            json.WriteString("step", step.Text);
            if (step.Place is { } place)
            {
                WritePlace(json, "at", place);
            }
        });
        if (workload.Assessment?.Isolation is not { } isolation)
        {
            return;
        }

        json.WriteStartObject("boundary");
        json.WriteString("base", Level(argument.Judge, isolation.Base));
        json.WriteString("effective", Level(argument.Judge, isolation.Effective));
        json.WriteEndObject();
        json.WriteObjects("effects", isolation.Effects, effect =>
        {
            json.WriteString("weakening", effect.Weakening.Id);
            json.WriteString("setting", effect.Title);
            json.WriteString("container", effect.Container);
            WritePlace(json, "at", workload.File.Lines.PlaceOf(workload.File.Path, effect.Range));
            json.WriteString("effect", EffectWords.Of(argument.Judge, effect));
            json.WriteString("why", effect.Effect.Why);
            json.WriteString("source", effect.Effect.SourceId);
            json.WriteString("fact", effect.Effect.FactId);
        });
        json.WriteObjects("outcomes", argument.Results.SelectMany(static result => result.Constraints.Select(constraint => (result.Need, Constraint: constraint))), entry =>
        {
            json.WriteString("need", entry.Need.Token);
            json.WriteString("constraint", entry.Constraint.Constraint.Text);
            json.WriteString("found", entry.Constraint.Found);
            json.WriteString("own", Words.Of(entry.Constraint.Own));
            json.WriteString("effective", Words.Of(entry.Constraint.Effective));
        });
    }

    private static void WriteChange(Utf8JsonWriter json, Change change)
    {
        json.WriteString("kind", change.Kind switch { ChangeKind.Setting => "setting", ChangeKind.NodeFact => "nodeFact", _ => "runtime" });
        json.WriteString("text", change.Text);
        json.WriteIfAny("nodeFact", change.FactId);
        json.WriteIfAny("runtime", change.RuntimeName);
        json.WriteIfAny("replacement", change.Replacement);
        json.WriteStrings("items", change.Items);
        if (change.Place is { } place)
        {
            WritePlace(json, "at", place);
        }
    }

    private static void WritePlace(Utf8JsonWriter json, string name, TextPlace place)
    {
        json.WriteStartObject(name);
        json.WriteString("file", place.File);
        json.WriteNumber("line", place.Start.Line);
        json.WriteNumber("column", place.Start.Column);
        json.WriteNumber("endLine", place.End.Line);
        json.WriteNumber("endColumn", place.End.Column);
        json.WriteEndObject();
    }

    private static string Level(ModelIndex model, OrdinalInterval? interval) => interval is null ? "unknown" : ValueText.Levels(model.BoundaryScale, interval);
}
