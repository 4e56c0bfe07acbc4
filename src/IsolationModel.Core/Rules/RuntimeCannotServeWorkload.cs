using IsolationModel.Evaluation;
using IsolationModel.Findings;
using IsolationModel.Modeling;
using IsolationModel.Text;
using IsolationModel.Workloads;

namespace IsolationModel.Rules;

/// <summary>The runtime may isolate well enough, but it refuses or lacks what the workload uses.</summary>
internal sealed class RuntimeCannotServeWorkload : WorkloadRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "ISM1003",
        "RuntimeCannotServeWorkload",
        RuleCategory.Suitability,
        FindingSeverity.Warning,
        "Runtime cannot serve what the workload uses",
        "The runtime that is really picked refuses a setting of the workload, or lacks a capability that the workload uses.") { HasFix = true };

    public override IEnumerable<Finding> Evaluate(WorkloadAssessment workload)
    {
        if (workload.Assessment is not { } assessment || !workload.Needs.BindTechnology || IsAnotherDefault(workload))
        {
            yield break;
        }

        var refused = RefusedSettings(workload.Workload);
        foreach (var effect in assessment.Isolation.Effects)
        {
            if (effect is not { IsCertain: true, Effect.Kind: EffectKind.Unsupported } || refused.Exists(effect.Weakening.When.Mentions))
            {
                continue;
            }

            yield return Finding.At(
                Descriptor,
                Descriptor.DefaultSeverity,
                workload.File.Path,
                workload.File.Lines,
                effect.Range,
                $"{Argument.Holder(workload, effect.Container)} uses '{effect.Title}', which {Argument.Runtime(workload)} cannot serve: {Sentence.AsClause(effect.Effect.Why)}{Argument.Instead(workload)}") with
            {
                Workload = workload.Workload.DisplayName,
                TechnologyId = assessment.Technology.Id,
                Reasons = Argument.Settings(workload, [effect]).ToEquatableArray(),
                Alternatives = workload.Alternatives,
                Related = workload.Runtime.Related,
            };
        }
    }

    /// <summary>
    /// Whether the workload is built for an operating system that the assumed default does not run: its nodes then have another default, so that
    /// the assumption says nothing of it.
    /// </summary>
    private static bool IsAnotherDefault(WorkloadAssessment workload) =>
        workload.Runtime.Confidence == RuntimeConfidence.AssumedDefault
        && workload.Assessment!.Isolation.Effects.Any(effect =>
            effect is { IsCertain: true, Effect.Kind: EffectKind.Unsupported }
            && effect.Weakening.Requirements.Any(requirement => string.Equals(requirement.AttributeId, ModelDefinition.GuestOsAttributeId, StringComparison.Ordinal)));

    /// <summary>
    /// What the platform refuses before any runtime sees it is told as that. By setting, not by place: behind an alias many fields stand in one
    /// place.
    /// </summary>
    private static List<string> RefusedSettings(Workload workload) =>
        workload.Flaws.Where(flaw => flaw.Kind == FlawKind.Refused).SelectMany(flaw => flaw.SettingIds).Distinct(StringComparer.Ordinal).ToList();
}
