using IsolationModel.Modeling;
using IsolationModel.PodSecurityAdmission;
using IsolationModel.Rules;
using IsolationModel.Values;

namespace IsolationModel.Evaluation;

/// <summary>The one verdict on a workload, of everything that its rules look at one by one.</summary>
internal static class WorkloadOutcome
{
    public static Verdict Of(WorkloadAssessment workload)
    {
        var verdict = Pod(workload);
        return workload.Assessment?.Ban is not null ? Verdict.Unsuitable
            : !workload.Needs.BindTechnology ? verdict
            : workload.Assessment is not { } assessment ? Weaker(verdict, Verdict.Unproven)
            : Weaker(verdict, Technology(workload, assessment));
    }

    private static Verdict Technology(WorkloadAssessment workload, TechnologyAssessment assessment)
    {
        var refusals = assessment.Isolation.Effects.Where(effect => effect.Effect.Kind == EffectKind.Unsupported).ToList();
        if (refusals.Exists(effect => effect.IsCertain))
        {
            return Verdict.Unsuitable;
        }

        var outcome = Outcome.Meets;
        foreach (var result in assessment.Results.Where(result => result.Need.BindsTechnology))
        {
            outcome = result.Effective < outcome ? result.Effective : outcome;
        }

        var isShown = refusals.Count == 0 && workload.Runtime.Confidence != RuntimeConfidence.Likely;
        return Weaker(TechnologyAssessment.VerdictOf(outcome), isShown ? Verdict.Suitable : Verdict.Unproven);
    }

    /// <summary>What binds the pod whatever runs it, and what nobody understands.</summary>
    private static Verdict Pod(WorkloadAssessment workload)
    {
        var verdict = workload.Needs.Problems.Any(problem => problem.Kind == NeedProblemKind.Unknown) ? Verdict.Unproven : Verdict.Suitable;
        foreach (var need in workload.Needs.Needs.Where(need => need.PodSecurity is { Level: > PodSecurityLevel.Privileged }))
        {
            if (!workload.Workload.ShowsPod || PodSecurityArgument.Violations(workload, need, isUncertain: true).Any())
            {
                verdict = Weaker(verdict, Verdict.Unproven);
            }

            if (PodSecurityArgument.Violations(workload, need, isUncertain: false).Any())
            {
                verdict = Verdict.Unsuitable;
            }
        }

        return verdict;
    }

    private static Verdict Weaker(Verdict left, Verdict right) => left < right ? left : right;
}
