using IsolationModel.Evaluation;
using IsolationModel.Findings;
using IsolationModel.Modeling;
using IsolationModel.Text;
using IsolationModel.Values;

namespace IsolationModel.Rules;

/// <summary>Nothing fails, but something that no file shows decides whether the need is met.</summary>
internal sealed class NeedNotShown : WorkloadRule
{
    /// <summary>The rule's id; its findings are counted apart.</summary>
    public const string Id = "ISM1501";

    public override RuleDescriptor Descriptor { get; } = new(
        Id,
        "NeedNotShown",
        RuleCategory.Undetermined,
        FindingSeverity.Info,
        "Need is not shown to be met",
        "The runtime may meet the need, depending on a condition that the files do not show. Establish it, and declare it in an overlay.");

    public override IEnumerable<Finding> Evaluate(WorkloadAssessment workload)
    {
        foreach (var result in workload.Assessment?.Results ?? [])
        {
            if (!result.Need.BindsTechnology && result.Need.PodSecurity is not null)
            {
                // The pod decides, not the technology: PodSecurityControlViolated and PodSecurityNotShown say how.
                continue;
            }

            var isLikelyOnly = workload.Runtime.Confidence == RuntimeConfidence.Likely && result.Effective == Outcome.Meets;
            if (!isLikelyOnly && result.Effective is not (Outcome.May or Outcome.Unknown))
            {
                continue;
            }

            var conditions = Conditions(workload, result).ToList();
            var effects = Deciding(workload, result).ToList();
            yield return Find(
                workload,
                conditions.Count > 0 ? conditions[0].Range : workload.Workload.Runtime.Range,
                result.Need,
                $"{workload.Workload.DisplayName} needs '{result.Need.Token}'{Requirement(result)}; {Argument.Runtime(workload)} may meet it: {string.Join("; and ", conditions.Select(condition => condition.Text).Distinct(StringComparer.Ordinal))}",
                Argument.Chain(workload, result).Concat(Argument.Settings(workload, effects)));
        }
    }

    private static string Requirement(NeedResult result) => result.Effective == Outcome.Meets
        ? Argument.Requires(result, static _ => true)
        : Argument.Requires(result, static constraint => constraint.Effective is Outcome.May or Outcome.Unknown);

    /// <summary>What has to be established, with the place that it concerns.</summary>
    private static IEnumerable<(TextRange Range, string Text)> Conditions(WorkloadAssessment workload, NeedResult result)
    {
        // What the technology itself leaves open comes first: no setting can close it.
        var runtime = workload.Workload.Runtime.Range;
        if (result.Need.Unchecked is { } open)
        {
            yield return (runtime, open);
        }

        foreach (var constraint in result.Constraints)
        {
            if (constraint.Own is Outcome.May or Outcome.Unknown)
            {
                var note = workload.Runtime.Technology!.Find(constraint.Constraint.AttributeId)?.Note;
                var why = note is null ? string.Empty : $" ({Sentence.AsClause(note)})";
                yield return (runtime, $"{constraint.Constraint.AttributeId} is {constraint.Found}{why}; establish which holds, and narrow the value in an overlay");
            }
        }

        foreach (var effect in Deciding(workload, result))
        {
            yield return (effect.Range, Condition(workload.Model, effect));
        }

        if (workload.Runtime.Confidence == RuntimeConfidence.Likely)
        {
            yield return (runtime, workload.Workload.Runtime switch
            {
                { Condition: not null } => "what is filled in where it is started decides; write the runtime out to show it",
                { NameKind: RuntimeNameKind.RuntimeClass } => "check the RuntimeClass object along, or name the class in an overlay under names.runtimeClass",
                _ => "check the daemon.json that registers it along, or name it in an overlay under names.dockerRuntime",
            });
        }
    }

    /// <summary>The effects that decide: with their best outcome the need could be met, with their worst it is not.</summary>
    private static IEnumerable<BoundaryEffect> Deciding(WorkloadAssessment workload, NeedResult result)
    {
        var isolation = workload.Assessment!.Isolation;
        return isolation.Base is null ? [] : isolation.Effects.Where(effect =>
            (effect.Low < effect.High || !effect.IsCertain)
            && result.Constraints.Any(constraint => string.Equals(constraint.Constraint.AttributeId, ModelDefinition.BoundaryAttributeId, StringComparison.Ordinal)
                && constraint.Effective == Outcome.May
                && isolation.Base.CapAt(effect.Low, int.MaxValue).Against(constraint.Constraint.Threshold) != Outcome.Meets));
    }

    private static string Condition(ModelIndex model, BoundaryEffect effect)
    {
        if (effect.Annotation is { } annotation)
        {
            return $"'{effect.Title}' depends on annotation '{annotation}', which counts only where allowed_annotations of CRI-O has it; check the configuration of CRI-O along";
        }

        if (effect.Reason is { } open)
        {
            return $"what '{effect.Title}' is cannot be told, because {open}";
        }

        if (!effect.IsCertain)
        {
            return $"whether '{effect.Title}' holds{(effect.Container.Length == 0 ? string.Empty : $" in {effect.Container}")} cannot be told, because a value is a placeholder; render the template and check the output";
        }

        var fact = effect.Effect.FactId is { } id ? model.NodeFact(id) : null;
        return fact is null
            ? $"'{effect.Title}' depends on {effect.Effect.DecidedBy}"
            : $"'{effect.Title}' leaves it to the node; establish {fact.SetBy}, and declare \"nodes\": {{ \"{fact.Id}\": true }} in an overlay";
    }
}
