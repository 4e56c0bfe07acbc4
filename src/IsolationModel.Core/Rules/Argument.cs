using IsolationModel.Evaluation;
using IsolationModel.Modeling;
using IsolationModel.Values;

namespace IsolationModel.Rules;

/// <summary>The sentences that rules share: which runtime, which constraint, which alternatives.</summary>
internal static class Argument
{
    private const int AlternativesInMessage = 3;

    /// <summary>The runtime and why it is that one: <c>runc (the default, since runtimeClassName is not set)</c>.</summary>
    public static string Runtime(WorkloadAssessment workload) => $"{workload.Runtime.Technology!.Name.English} ({workload.Runtime.Reason})";

    /// <summary>Where a setting stands: <c>container 'a' of Pod shop/web</c>, or the workload alone where it is its only container.</summary>
    public static string Holder(WorkloadAssessment workload, string container) =>
        container.Length == 0 ? workload.Workload.DisplayName : $"{container} of {workload.Workload.DisplayName}";

    /// <summary>What could be done instead: <c>gVisor, Kata Containers</c>; suitable technologies only, unless there is none.</summary>
    public static string Instead(WorkloadAssessment workload)
    {
        var suitable = workload.Alternatives.Where(alternative => alternative.Verdict == Verdict.Suitable).ToList();
        if (suitable.Count > 0)
        {
            var more = suitable.Count > AlternativesInMessage ? $" and {suitable.Count - AlternativesInMessage} more" : string.Empty;
            return $"; suitable: {string.Join(", ", suitable.Take(AlternativesInMessage).Select(alternative => alternative.Name))}{more}";
        }

        return workload.Alternatives.Count > 0
            ? $"; nothing is shown to be suitable, nearest: {string.Join(", ", workload.Alternatives.Take(AlternativesInMessage).Select(alternative => alternative.Name))}"
            : "; nothing in the model is suitable under these settings";
    }

    /// <summary>The steps from the need to its constraints and to what was found.</summary>
    public static IEnumerable<string> Chain(WorkloadAssessment workload, NeedResult result)
    {
        var need = result.Need;
        yield return need.Definition is { } definition
            ? $"need: {need.Token}{Standards(workload.Model, definition)}: {definition.Rationale}"
            : $"need: {need.Token}";
        yield return workload.Runtime.Technology is null
            ? $"runtime: cannot be told, because {workload.Runtime.Reason}"
            : $"runtime: {Runtime(workload)}, {Confidence(workload.Runtime.Confidence)}";
        foreach (var constraint in result.Constraints)
        {
            yield return $"constraint: {constraint.Constraint.Text}; found: {constraint.Found}; outcome: {Outcomes(constraint)}";
        }
    }

    /// <summary>What acted on the boundary, one line each, and what is left of it.</summary>
    public static IEnumerable<string> Settings(WorkloadAssessment workload, IEnumerable<BoundaryEffect> effects)
    {
        foreach (var effect in effects)
        {
            var position = workload.File.Lines.GetPosition(effect.Range.Start);
            var source = effect.Effect.SourceId is { } id ? workload.Model.Source(id)?.Title : null;
            var why = source is null ? effect.Effect.Why : $"{effect.Effect.Why} ({source})";
            yield return $"setting: {effect.Title}{(effect.Container.Length == 0 ? string.Empty : $" in {effect.Container}")} (line {position.Line}): {why}";
        }

        if (workload.Assessment?.Isolation.Effective is { } left)
        {
            yield return $"boundary: {ValueText.Levels(workload.Model.BoundaryScale, left)} is left";
        }
    }

    /// <summary><c>, which requires ...</c>; nothing for a limit, which says itself what it requires.</summary>
    public static string Requires(NeedResult result, Func<ConstraintResult, bool> which) =>
        result.Need.Definition is null || !result.Constraints.Any(which) ? string.Empty : $", which requires {Requirement(result, which)}";

    /// <summary>The weakest of a need's constraints in words: <c>boundary at least software-sandbox</c>.</summary>
    public static string Requirement(NeedResult result, Func<ConstraintResult, bool> which) =>
        string.Join(" and ", result.Constraints.Where(which).Select(constraint => constraint.Constraint.Text));

    private static string Standards(ModelIndex model, NeedDefinition definition)
    {
        var titles = definition.SourceIds.Select(model.Source).Where(source => source is not null).Select(source => source!.Title).ToList();
        return titles.Count == 0 ? string.Empty : $" ({string.Join("; ", titles)})";
    }

    private static string Confidence(RuntimeConfidence confidence) => confidence switch
    {
        RuntimeConfidence.Known => "known",
        RuntimeConfidence.Likely => "likely",
        RuntimeConfidence.AssumedDefault => "assumed",
        _ => "unknown",
    };

    private static string Outcomes(ConstraintResult constraint) => constraint.Own == constraint.Effective
        ? Word(constraint.Own)
        : $"{Word(constraint.Own)} before settings, {Word(constraint.Effective)} with them";

    private static string Word(Outcome outcome) => outcome switch
    {
        Outcome.Meets => "meets",
        Outcome.May => "may meet",
        Outcome.Fails => "fails",
        _ => "unknown",
    };
}
