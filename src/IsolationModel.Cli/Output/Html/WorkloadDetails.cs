using System.Globalization;
using IsolationModel.Cli.Answers;
using IsolationModel.Evaluation;
using IsolationModel.Findings;
using IsolationModel.Modeling;
using IsolationModel.Workloads;

namespace IsolationModel.Cli.Output.Html;

/// <summary>What a row opens: how the runtime was found, what is left of its boundary, how each need stands, the findings, and what would do instead.</summary>
internal static class WorkloadDetails
{
    private const int MostAlternatives = 6;

    public static void Write(HtmlWriter html, ReportView view, WorkloadView workload)
    {
        using (html.In("div", ("class", "columns")))
        {
            using (html.In("div"))
            {
                html.Element("h3", "Boundary");
                WriteBoundary(html, view, workload.Assessment);
            }

            using (html.In("div"))
            {
                html.Element("h3", "What runs it");
                WritePath(html, workload.Assessment);
                WriteNeeds(html, view, workload.Assessment);
            }
        }

        if (workload.Findings.Count > 0)
        {
            html.Element("h3", "Findings");
            FindingSection.WriteList(html, workload.Findings);
        }

        WriteAlternatives(html, view, workload.Assessment);
    }

    /// <summary>From the workload over the name to the technology, each step with its place.</summary>
    private static void WritePath(HtmlWriter html, WorkloadAssessment assessment)
    {
        var (workload, runtime) = (assessment.Workload, assessment.Runtime);
        using (html.In("ol", ("class", "path")))
        {
            Step(html, workload.DisplayName, PlaceOf(assessment, workload.Range));
            Step(html, NameOf(workload.Runtime), PlaceOf(assessment, workload.Runtime.Range));
            foreach (var related in assessment.Related)
            {
                Step(html, related.Message, FindingLine.Place(related.File, related.Start.Line, related.Start.Column));
            }

            using (html.In("li"))
            {
                html.Element("strong", runtime.Technology is { } technology ? Words.NameOf(technology) : "cannot be told");
                html.Text($" ({WordOf(runtime.Confidence)}): {runtime.Reason}");
            }
        }
    }

    private static void Step(HtmlWriter html, string what, string place)
    {
        using (html.In("li"))
        {
            html.Text($"{what} ");
            html.Element("small", place);
        }
    }

    private static string NameOf(RuntimeReference runtime) => runtime.State switch
    {
        RuntimeReferenceState.Absent => $"{runtime.Field} is not set",
        RuntimeReferenceState.Empty => $"{runtime.Field} is empty",
        RuntimeReferenceState.Unresolved => $"{runtime.Field} '{runtime.Name}' is not known before it is filled in",
        _ => runtime.Name.Length == 0 ? runtime.Field : $"{runtime.Field}: {runtime.Name}",
    };

    private static string WordOf(RuntimeConfidence confidence) => confidence switch
    {
        RuntimeConfidence.Known => "known",
        RuntimeConfidence.Likely => "likely",
        RuntimeConfidence.AssumedDefault => "the default, assumed",
        _ => "unknown",
    };

    private static void WriteBoundary(HtmlWriter html, ReportView view, WorkloadAssessment workload)
    {
        if (workload.Assessment is not { } assessment)
        {
            html.Element("p", "What runs it cannot be told, so its boundary cannot be either.");
            return;
        }

        BoundaryLadder.Write(html, view, workload);
        if (assessment.Technology.Find(ModelDefinition.BoundaryAttributeId) is { } own)
        {
            using (html.In("p", ("class", "from")))
            {
                html.Text($"{assessment.Technology.Name.English} gives {ValueText.Of(view.Model, own.AttributeId, own.Value)}:");
                view.Sources.Cite(html, view.Model, own.SourceIds, own.AsOf);
            }
        }

        var acting = BoundaryLadder.ActingOn(assessment.Isolation);
        WriteEffects(html, view, workload, acting, "ol");
        WriteEffects(html, view, workload, [.. assessment.Isolation.Effects.Except(acting)], "ul");
    }

    private static void WriteEffects(HtmlWriter html, ReportView view, WorkloadAssessment workload, List<BoundaryEffect> effects, string list)
    {
        if (effects.Count == 0)
        {
            return;
        }

        using (html.In(list, ("class", "effects")))
        {
            foreach (var effect in effects)
            {
                using (html.In("li"))
                {
                    html.Element("strong", effect.Title);
                    html.Text($": {EffectWords.Of(view.Model, effect)}{(effect.IsCertain ? string.Empty : ", if it holds")}. {effect.Effect.Why} ");
                    html.Element("small", $"{effect.Container}, {PlaceOf(workload, effect.Range)}");
                    view.Sources.Cite(html, view.Model, effect.Effect.SourceId is { } source ? [source] : []);
                }
            }
        }
    }

    private static void WriteNeeds(HtmlWriter html, ReportView view, WorkloadAssessment workload)
    {
        if (workload.Needs.Needs.Count + workload.Needs.Problems.Count == 0)
        {
            html.Element("p", "It declares no need, so nothing of it was judged.", ("class", "from"));
            return;
        }

        html.Element("h3", "Needs");
        using (html.In("ul", ("class", "plain needs")))
        {
            foreach (var problem in workload.Needs.Problems)
            {
                using (html.In("li"))
                {
                    Marks.Write(html, "warning", "has no effect");
                    html.Text(" ");
                    html.Element("strong", problem.Token);
                    html.Element("small", problem.Message);
                }
            }

            foreach (var need in workload.Needs.Needs)
            {
                using (html.In("li"))
                {
                    var outcome = workload.OutcomeOf(need);
                    Marks.Write(html, Marks.Of(outcome), Words.Of(outcome));
                    html.Text(" ");
                    html.Element("strong", need.Token);
                    var result = workload.Assessment?.Results.FirstOrDefault(result => ReferenceEquals(result.Need, need));
                    foreach (var constraint in result?.Constraints ?? [])
                    {
                        html.Element("small", $"{constraint.Constraint.Text}; found {constraint.Found}");
                    }

                    if (need.Unchecked is { } why)
                    {
                        html.Element("small", why);
                    }

                    if (need.Definition is { } definition)
                    {
                        using (html.In("small"))
                        {
                            view.Sources.Cite(html, view.Model, definition.SourceIds);
                        }
                    }
                }
            }
        }
    }

    private static void WriteAlternatives(HtmlWriter html, ReportView view, WorkloadAssessment workload)
    {
        if (!workload.Needs.BindTechnology)
        {
            return;
        }

        html.Element("h3", "What else would do, best first");
        if (workload.Alternatives.Count == 0)
        {
            html.Element("p", "Nothing else that can be picked by a name meets these needs under these settings.");
            return;
        }

        // The order and the verdicts are the ranking's; what is placed once more is only asked how its figures come about.
        var shown = workload.Alternatives.Take(MostAlternatives).Select(alternative => (alternative, Placed: Place(view.Model, workload, alternative))).ToList();
        var isOpen = shown.Exists(static entry => entry.alternative.Verdict != Verdict.Suitable);
        using (html.In("div", ("class", "scroll"), ("role", "region"), ("tabindex", "0"), ("aria-label", $"Alternatives for {workload.Workload.DisplayName}")))
        using (html.In("table", ("class", "ranking")))
        {
            using (html.In("thead"))
            using (html.In("tr"))
            {
                foreach (var column in new[] { "technology", "verdict", "boundary under these settings", "shortfall from the wishes", "surplus", isOpen ? "open" : null }.OfType<string>())
                {
                    html.Element("th", column, ("scope", "col"));
                }
            }

            using (html.In("tbody"))
            {
                foreach (var (alternative, placed) in shown)
                {
                    WriteAlternative(html, view, workload, alternative, placed, isOpen);
                }
            }
        }

        if (workload.Alternatives.Count > MostAlternatives)
        {
            html.Element("p", string.Create(CultureInfo.InvariantCulture, $"and {workload.Alternatives.Count - MostAlternatives} more"), ("class", "from"));
        }
    }

    private static RankedTechnology Place(ModelIndex model, WorkloadAssessment workload, Alternative alternative) => TechnologyRanking.Place(
        workload.Model, workload.Workload.PlatformId, model.Technology(alternative.TechnologyId)!, workload.Workload.Containers, workload.Needs.Needs, workload.Needs.Goals);

    private static void WriteAlternative(HtmlWriter html, ReportView view, WorkloadAssessment workload, Alternative alternative, RankedTechnology placed, bool isOpen)
    {
        using (html.In("tr"))
        {
            html.Element("th", Words.NameOf(placed.Technology), ("scope", "row"));
            using (html.In("td"))
            {
                Marks.Write(html, Marks.Of(alternative.Verdict), Words.Of(alternative.Verdict));
            }

            html.Element("td", placed.Assessment.Isolation.Effective is { } left ? ValueText.Levels(view.Model.BoundaryScale, left) : "unknown");
            html.Element("td", placed.Arithmetic, ("class", "sum"));
            html.Element("td", placed.Surplus.ToString(CultureInfo.InvariantCulture));
            if (isOpen)
            {
                html.Element("td", alternative.Verdict == Verdict.Suitable ? string.Empty : string.Concat(Reasons.Of(workload.Model, view.Model.Platform(workload.Workload.PlatformId), placed).Take(1)));
            }
        }
    }

    private static string PlaceOf(WorkloadAssessment workload, Text.TextRange range)
    {
        var place = workload.File.Lines.PlaceOf(workload.File.Path, range);
        return FindingLine.Place(place.File, place.Start.Line, place.Start.Column);
    }
}
