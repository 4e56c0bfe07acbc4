using IsolationModel.Evaluation;
using IsolationModel.Findings;
using IsolationModel.Modeling;
using IsolationModel.Text;
using IsolationModel.Values;

namespace IsolationModel.Rules;

/// <summary>The runtime's own properties fail a declared need, before any setting is looked at.</summary>
internal sealed class RuntimeFailsNeed : WorkloadRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "ISM1001",
        "RuntimeFailsNeed",
        RuleCategory.Suitability,
        FindingSeverity.Warning,
        "Runtime fails a declared need",
        "The workload declares a need that the runtime that is really picked cannot meet, whatever else is configured.") { HasFix = true };

    public override IEnumerable<Finding> Evaluate(WorkloadAssessment workload)
    {
        foreach (var result in workload.Assessment?.Results ?? [])
        {
            if (result.Own == Outcome.Fails)
            {
                var failed = result.Constraints.Where(constraint => constraint.Own == Outcome.Fails).ToList();
                var found = string.Join(" and ", failed.Select(Found));
                var fix = Fix(workload);
                yield return Find(
                    workload,
                    workload.Workload.Runtime.Range,
                    result.Need,
                    $"{workload.Workload.DisplayName} needs '{result.Need.Token}'{Argument.Requires(result, constraint => constraint.Own == Outcome.Fails)}, but runs on {Argument.Runtime(workload)}, which gives {found}{Argument.Instead(workload)}",
                    Argument.Chain(workload, result).Concat(IsAboutBoundary(result) ? Argument.Settings(workload, Lowering(workload)) : []))
                    .WithFix(fix?.Title, fix is null ? [] : [fix.Value.Edit], workload.File);
            }
        }
    }

    /// <summary>The best suited class that is known to exist, where the descriptor takes one.</summary>
    internal static (string Title, TextEdit Edit)? Fix(WorkloadAssessment workload) =>
        workload.Workload.RuntimeClassPlace is { } place && workload.BestSelectable is var (technology, name)
            ? ($"Use {(workload.Workload.Runtime.NameKind == RuntimeNameKind.RuntimeClass ? "runtime class" : "runtime")} '{name}' ({technology.Name})", place.Write(name))
            : null;

    /// <summary>A level speaks for itself; of other values the attribute is named.</summary>
    private static string Found(ConstraintResult constraint) =>
        IsBoundary(constraint) ? constraint.Found : $"{constraint.Constraint.AttributeId} {constraint.Found}";

    private static bool IsAboutBoundary(NeedResult result) => result.Constraints.Any(IsBoundary);

    private static bool IsBoundary(ConstraintResult constraint) =>
        string.Equals(constraint.Constraint.AttributeId, ModelDefinition.BoundaryAttributeId, StringComparison.Ordinal);

    /// <summary>Settings that leave even less of the boundary: they stay once another runtime is picked.</summary>
    private static IEnumerable<BoundaryEffect> Lowering(WorkloadAssessment workload)
    {
        var isolation = workload.Assessment!.Isolation;
        return isolation.Base is null ? [] : isolation.Effects.Where(effect => effect.Low < isolation.Base.Low);
    }
}
