using IsolationModel.Evaluation;
using IsolationModel.Findings;
using IsolationModel.Modeling;
using IsolationModel.Text;
using IsolationModel.Values;
using IsolationModel.Workloads;

namespace IsolationModel.Rules;

/// <summary>
/// A part of a workload says something that weakens it, whatever the rest says. Nothing is said of what the part leaves out, and settings are
/// weighed under the runtime that the part names, or else under the default of the platform.
/// </summary>
internal abstract class FragmentRule : WorkloadRule
{
    public override IEnumerable<Finding> Evaluate(WorkloadAssessment workload)
    {
        if (workload.Fragment is not { } fragment || !Takes(fragment.Kind) || workload.Assessment is not { } assessment)
        {
            yield break;
        }

        foreach (var result in assessment.Results.Where(result => result.Need.BindsTechnology))
        {
            if ((fragment.RemovesRuntime || workload.Workload.Runtime.State == RuntimeReferenceState.Named) && result.Own == Outcome.Fails)
            {
                yield return Find(workload, workload.Workload.Runtime.Range, result, RuntimeMessage(workload, fragment, result), []);
            }

            // Several weakenings may rest on one setting; the strongest speaks for it.
            foreach (var effect in assessment.Isolation.Effects
                .Where(effect => IsCulprit(assessment.Isolation, effect, result))
                .GroupBy(static effect => effect.Range)
                .Select(static group => group.OrderBy(static effect => effect.High).ThenBy(static effect => effect.Low).First()))
            {
                yield return Find(workload, effect.Range, result, SettingMessage(workload, fragment, result, effect), [effect]);
            }
        }
    }

    /// <summary>Whether the rule speaks of parts of a kind.</summary>
    protected abstract bool Takes(FragmentKind kind);

    /// <summary>What limits the finding and what to do, behind the argument.</summary>
    protected abstract string Advice(WorkloadFragment fragment);

    private static string RuntimeMessage(WorkloadAssessment workload, WorkloadFragment fragment, NeedResult result)
    {
        var failed = result.Constraints.Where(constraint => constraint.Own == Outcome.Fails);
        var found = string.Join(" and ", failed.Select(constraint => $"{constraint.Constraint.AttributeId} {constraint.Found}"));
        var does = fragment.RemovesRuntime
            ? $"removes {workload.Workload.Runtime.Field}, which leaves {workload.Runtime.Technology!.Name.English}, the default,"
            : $"sets {workload.Workload.Runtime.Field} to {Argument.Runtime(workload)},";
        return $"{fragment.Subject} {does} with {found}; need '{result.Need.Token}'{Requires(result, constraint => constraint.Own == Outcome.Fails)}";
    }

    private static string SettingMessage(WorkloadAssessment workload, WorkloadFragment fragment, NeedResult result, BoundaryEffect effect)
    {
        var left = workload.Assessment!.Isolation.Base!.CapAt(effect.Low, effect.High);
        return $"{fragment.Subject} sets '{effect.Title}', which leaves boundary '{ValueText.Levels(workload.Model.BoundaryScale, left)}' under {Argument.Runtime(workload)}: {Sentence.AsClause(effect.Effect.Why)}; need '{result.Need.Token}'{Requires(result, constraint => IsBoundary(constraint.Constraint))}";
    }

    private static string Requires(NeedResult result, Func<ConstraintResult, bool> which) =>
        result.Constraints.Any(which) ? $" requires {Argument.Requirement(result, which)}" : " is declared";

    private static bool IsCulprit(EffectiveIsolation isolation, BoundaryEffect effect, NeedResult result)
    {
        // What holds because something is absent has no place: the absence itself is not known.
        if (!effect.IsCertain || effect.Range.Length == 0 || isolation.Base is not { } start || (effect.Low >= start.Low && effect.High >= start.High))
        {
            return false;
        }

        var left = start.CapAt(effect.Low, effect.High);
        return result.Constraints.Any(constraint => IsBoundary(constraint.Constraint) && left.Against(constraint.Constraint.Threshold) == Outcome.Fails);
    }

    private static bool IsBoundary(Constraint constraint) => string.Equals(constraint.AttributeId, ModelDefinition.BoundaryAttributeId, StringComparison.Ordinal);

    private Finding Find(WorkloadAssessment workload, TextRange range, NeedResult result, string message, IReadOnlyList<BoundaryEffect> effects)
    {
        var fragment = workload.Fragment!;
        var finding = Find(workload, range, result.Need, message + Advice(fragment), Argument.Chain(workload, result).Concat(Argument.Settings(workload, effects)));
        return finding with
        {
            // A part names no workload for sure, and what would suit the whole cannot be told from it.
            Workload = null,
            Alternatives = default,
            Severity = fragment.Kind == FragmentKind.Values ? FindingSeverity.Info : finding.Severity,
        };
    }
}
