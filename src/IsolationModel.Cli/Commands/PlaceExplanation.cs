using IsolationModel.Cli.Answers;
using IsolationModel.Cli.Fixing;
using IsolationModel.Cli.Input;
using IsolationModel.Cli.LanguageServer.Places;
using IsolationModel.Cli.Output;
using IsolationModel.Descriptors;
using IsolationModel.Evaluation;
using IsolationModel.Findings;
using IsolationModel.Fixes;
using IsolationModel.Suppressions;
using IsolationModel.Text;
using IsolationModel.Workloads;

namespace IsolationModel.Cli.Commands;

/// <summary>Finds what there is to explain at a place: the findings there, or the workload where there is none, or what the words there mean.</summary>
internal static class PlaceExplanation
{
    /// <summary>Judges the run around a place, and explains.</summary>
    /// <exception cref="UsageException">Something was asked for that cannot be done.</exception>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    public static PlaceAnswer Of(PlaceTarget place, DescriptorSession session, CancellationToken cancellationToken)
    {
        var text = Draft.Open(new InputFile(place.FullPath, place.DisplayPath, DescriptorExpectation.Expected, IsNamed: true)).Draft?.Text;
        RequireLine(place, session, text);
        var files = session.Link(session.Files, cancellationToken);
        var result = session.JudgeLinked(files, cancellationToken);
        var findings = At(place, result, session.Loaded.Findings);
        if (findings.Count > 0)
        {
            return new PlaceAnswer(session.Model, place, [.. findings.Select(found => Explain(session, result, found.Finding, found.Suppression, cancellationToken))]);
        }

        var workloads = WorkloadsAt(place, result).ToList();
        var meaning = text is null ? null : MeaningOf(place, session, files, text);
        // The handler of a RuntimeClass belongs to no workload, whichever stands next to it.
        return meaning is not null && (workloads.Count == 0 || meaning.Words.Any(static word => word.Kind == PlaceKind.Handler))
            ? new PlaceAnswer(session.Model, place, []) { Meaning = meaning }
            : new PlaceAnswer(session.Model, place, [.. workloads.Select(workload => Explain(session.Model, workload) with { Elsewhere = Elsewhere(workload, result) })]);
    }

    private static PlaceMeaning? MeaningOf(PlaceTarget place, DescriptorSession session, IReadOnlyList<DescriptorFile> files, string text)
    {
        var from = files.FirstOrDefault(file => string.Equals(file.Path, place.DisplayPath, StringComparison.Ordinal)) ?? DescriptorFile.NotADescriptor(place.DisplayPath);
        var meaning = PlaceMeaning.Of(session.Model, new RuntimeMeaning(session.Model, files, session.Options.Settings.Settings), from, place, text);
        return meaning.Words.Count > 0 ? meaning : null;
    }

    /// <summary>What is found of a workload: a verdict without it would look as if nobody had told.</summary>
    private static List<(Finding Finding, SuppressedFinding? Suppression)> Elsewhere(WorkloadAssessment workload, EvaluationResult result) =>
        [.. Everything(result).Where(entry => result.OriginsOf(entry.Finding).Contains(workload))];

    private static IEnumerable<(Finding Finding, SuppressedFinding? Suppression)> Everything(EvaluationResult result) =>
        result.Findings.Select(static finding => (finding, (SuppressedFinding?)null))
            .Concat(result.Suppressed.Select(static suppressed => (suppressed.Finding, (SuppressedFinding?)suppressed)));

    /// <summary>Behind the end of a file nothing is to be explained, not what happens to stand last in it.</summary>
    private static void RequireLine(PlaceTarget place, DescriptorSession session, string? text)
    {
        var file = session.Files.FirstOrDefault(file => string.Equals(file.Path, place.DisplayPath, StringComparison.Ordinal));
        var lines = file is { IsDescriptor: true } ? file.Lines : text is null ? null : new LineMap(text);
        if (lines?.GetPosition(lines.Length).Line is { } last && place.Line > last)
        {
            throw new UsageException($"'{place.DisplayPath}' ends at line {last}, so it has no line {place.Line}");
        }
    }

    private static ArgumentAnswer Explain(DescriptorSession session, EvaluationResult result, Finding finding, SuppressedFinding? suppressed, CancellationToken cancellationToken) =>
        Explain(session.Model, finding, result.OriginsOf(finding), cancellationToken) with { Suppressed = suppressed, Fix = DiffOf(session, finding) };

    /// <summary>The argument for a finding.</summary>
    /// <param name="model">The model that judged.</param>
    /// <param name="finding">The finding.</param>
    /// <param name="origins">The workloads that it came from.</param>
    /// <param name="cancellationToken">Stops the search for what would change the verdict.</param>
    /// <exception cref="OperationCanceledException">The search was stopped.</exception>
    public static ArgumentAnswer Explain(ModelIndex model, Finding finding, IReadOnlyList<WorkloadAssessment> origins, CancellationToken cancellationToken)
    {
        var workload = origins.Count > 0 ? origins[0] : null;
        var needs = workload is null ? [] : NeedsOf(workload).Where(need => finding.Need is null || string.Equals(need.Token, finding.Need, StringComparison.Ordinal)).ToList();
        var need = finding.Need is null ? null : needs.Find(static need => need.Definition is not { Kind: Modeling.NeedKind.PodSecurity });
        var isSearched = workload is not null && (finding.Need is null ? workload.Verdict != Verdict.Suitable : need is not null);
        return new ArgumentAnswer(model, finding, workload, needs)
        {
            Counterfactuals = isSearched ? Counterfactuals.Of(workload!, need, cancellationToken) : null,
        };
    }

    /// <summary>The argument for a workload, whatever is found of it.</summary>
    public static ArgumentAnswer Explain(ModelIndex model, WorkloadAssessment workload) => new(model, null, workload, NeedsOf(workload));

    private static List<DeclaredNeed> NeedsOf(WorkloadAssessment workload) => [.. workload.Needs.Needs];

    /// <summary>What is found there: around the column; else in the line; else around the line.</summary>
    private static List<(Finding Finding, SuppressedFinding? Suppression)> At(PlaceTarget place, EvaluationResult result, IReadOnlyList<Finding> ofModel)
    {
        var here = ofModel.Select(static finding => (Finding: finding, Suppression: (SuppressedFinding?)null))
            .Concat(Everything(result))
            .Where(entry => string.Equals(entry.Finding.File, place.DisplayPath, StringComparison.Ordinal))
            .ToList();
        var around = here.FindAll(entry => place.IsIn(entry.Finding.Start, entry.Finding.End));
        var starting = here.FindAll(entry => entry.Finding.Start.Line == place.Line);
        return place.Column is not null && around.Count > 0 ? around : starting.Count > 0 ? starting : around;
    }

    /// <summary>The workload at a place; several where each overlay of Kustomize makes one of the same object.</summary>
    private static IEnumerable<WorkloadAssessment> WorkloadsAt(PlaceTarget place, EvaluationResult result) => WorkloadAt(place, result) is { } one
        ? result.Workloads.Where(other => !other.Workload.IsRendered && other.Place == one.Place)
        : [];

    /// <summary>The workload whose parts stand around the place; else the one that is named last in front of it; else the first.</summary>
    private static WorkloadAssessment? WorkloadAt(PlaceTarget place, EvaluationResult result)
    {
        WorkloadAssessment? last = null;
        WorkloadAssessment? first = null;
        foreach (var workload in result.Workloads.Where(static workload => !workload.Workload.IsRendered))
        {
            var places = PlacesOf(workload).Where(part => string.Equals(part.File, place.DisplayPath, StringComparison.Ordinal)).ToList();
            if (places.Count == 0)
            {
                continue;
            }

            first ??= workload;
            if (places.Min(static part => part.Start.Line) <= place.Line)
            {
                last = workload;
                if (place.Line <= places.Max(static part => part.End.Line))
                {
                    return workload;
                }
            }
        }

        return last ?? first;
    }

    private static IEnumerable<TextPlace> PlacesOf(WorkloadAssessment workload)
    {
        var ranges = workload.Workload.Containers.SelectMany(static container => container.Settings.Select(static fact => fact.Range).Append(container.Range))
            .Concat([workload.Workload.Range, workload.Workload.Runtime.Range]);
        return ranges.Where(static range => range.Length > 0).Select(range => workload.File.Lines.PlaceOf(workload.File.Path, range))
            .Concat(workload.Workload.Needs.Select(static need => need.Lines.PlaceOf(need.File, need.Range)));
    }

    private static IReadOnlyList<string> DiffOf(DescriptorSession session, Finding finding)
    {
        if (finding.FixTitle is null
            || session.Input.Inputs.Files.FirstOrDefault(input => string.Equals(input.DisplayPath, finding.File, StringComparison.Ordinal)) is not { } input
            || Draft.Open(input).Draft is not { } draft)
        {
            return [];
        }

        var edits = new EditSet();
        return edits.TryAdd(finding.Edits) ? UnifiedDiff.Of(finding.File, draft.Text, edits) : [];
    }
}
