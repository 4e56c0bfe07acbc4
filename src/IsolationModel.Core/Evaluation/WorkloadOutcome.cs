using IsolationModel.Modeling;
using IsolationModel.PodSecurityAdmission;
using IsolationModel.Rules;
using IsolationModel.Values;

namespace IsolationModel.Evaluation;

/// <summary>The one verdict on a workload, of everything that its rules look at one by one.</summary>
internal static class WorkloadOutcome
{
    /// <summary>All needs together; a ban, and a need that nobody understands, count beside them.</summary>
    public static Verdict Of(WorkloadAssessment workload)
    {
        if (workload.Assessment?.Ban is not null)
        {
            return Verdict.Unsuitable;
        }

        var weakest = workload.Needs.Problems.Any(problem => problem.Kind == NeedProblemKind.Unknown) ? Outcome.Unknown : Outcome.Meets;
        foreach (var need in workload.Needs.Needs)
        {
            weakest = Weaker(weakest, Of(workload, need));
        }

        return TechnologyAssessment.VerdictOf(weakest);
    }

    /// <summary>One need of the workload.</summary>
    public static Outcome Of(WorkloadAssessment workload, DeclaredNeed need) => need.BindsTechnology ? OfTechnology(workload, need) : OfPod(workload, need);

    private static Outcome OfTechnology(WorkloadAssessment workload, DeclaredNeed need)
    {
        if (workload.Assessment is not { } assessment)
        {
            return Outcome.Unknown;
        }

        // A runtime that refuses the workload's settings serves no need at all; one that may refuse them is not shown to.
        var refusals = assessment.Isolation.Effects.Where(effect => effect.Effect.Kind == EffectKind.Unsupported).ToList();
        if (refusals.Exists(effect => effect.IsCertain))
        {
            return Outcome.Fails;
        }

        var outcome = assessment.Results.First(result => ReferenceEquals(result.Need, need)).Effective;
        var isShown = refusals.Count == 0 && workload.Runtime.Confidence != RuntimeConfidence.Likely;
        return isShown ? outcome : Weaker(outcome, Outcome.May);
    }

    /// <summary>A level of the Pod Security Standards binds the pod, whatever runs it.</summary>
    private static Outcome OfPod(WorkloadAssessment workload, DeclaredNeed need) =>
        need.PodSecurity is not { Level: > PodSecurityLevel.Privileged } ? Outcome.Meets
        : PodSecurityArgument.Violations(workload, need, isUncertain: false).Any() ? Outcome.Fails
        : !workload.Workload.ShowsPod ? Outcome.Unknown
        : PodSecurityArgument.Violations(workload, need, isUncertain: true).Any() ? Outcome.May
        : Outcome.Meets;

    private static Outcome Weaker(Outcome left, Outcome right) => left < right ? left : right;
}
