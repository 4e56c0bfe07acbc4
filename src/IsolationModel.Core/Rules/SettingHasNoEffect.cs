using IsolationModel.Evaluation;
using IsolationModel.Findings;
using IsolationModel.Modeling;
using IsolationModel.Text;
using IsolationModel.Workloads;

namespace IsolationModel.Rules;

/// <summary>A setting that somebody relies on does nothing: where it stands, or under the runtime that is picked.</summary>
internal sealed class SettingHasNoEffect : WorkloadRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "ISM2003",
        "SettingHasNoEffect",
        RuleCategory.Weakening,
        FindingSeverity.Info,
        "Setting has no effect",
        "A setting that hardens the workload, or that the workload asks for, is passed over where it stands or under the runtime that is picked.") { HasFix = true };

    public override IEnumerable<Finding> Evaluate(WorkloadAssessment workload) =>
        workload.Needs.BindTechnology ? OfDescriptor(workload).Concat(OfRuntime(workload)) : [];

    private IEnumerable<Finding> OfDescriptor(WorkloadAssessment workload)
    {
        foreach (var flaw in workload.Workload.Flaws)
        {
            if (flaw.Kind == FlawKind.NoEffect)
            {
                var finding = At(workload, flaw.Range, $"{flaw.Subject} of {workload.Workload.DisplayName} has no effect: {flaw.Why}");
                yield return flaw.Edit is { } edit && !TradesFindings(workload, flaw) ? finding.WithFix(edit.NewText.Length > 0 ? $"Change to '{edit.NewText}'" : $"Remove {flaw.Subject}", [edit], workload.File) : finding;
            }
        }
    }

    /// <summary>Whether the flaw is a misspelt field for the runtime, and the name in it would be found fault with once it counts.</summary>
    private static bool TradesFindings(WorkloadAssessment workload, DescriptorFlaw flaw) =>
        workload.Workload is { RuntimeClassPlace: not null, Runtime.Misspelt: { } other }
        && other.Range == flaw.Range
        && workload.FindingsUnder(other.Value).Any(finding => finding.Severity > FindingSeverity.Info);

    /// <summary>What a runtime passes over. That it passes over what would weaken it needs no word: nothing is lost.</summary>
    private IEnumerable<Finding> OfRuntime(WorkloadAssessment workload)
    {
        foreach (var effect in workload.Assessment?.Isolation.Effects ?? [])
        {
            if (effect is { IsCertain: true, Effect.Kind: EffectKind.Ignored } && !effect.Weakening.Lowers)
            {
                yield return At(
                    workload,
                    effect.Range,
                    $"'{effect.Title}' in {Argument.Holder(workload, effect.Container)} has no effect under {Argument.Runtime(workload)}: {Sentence.AsClause(effect.Effect.Why)}; do not count on it") with
                {
                    TechnologyId = workload.Runtime.Technology!.Id,
                    Reasons = Argument.Settings(workload, [effect]).ToEquatableArray(),
                    Related = workload.Runtime.Related,
                };
            }
        }
    }

    private Finding At(WorkloadAssessment workload, TextRange range, string message) =>
        Finding.At(Descriptor, Descriptor.DefaultSeverity, workload.File.Path, workload.File.Lines, range, message) with { Workload = workload.Workload.DisplayName };
}
