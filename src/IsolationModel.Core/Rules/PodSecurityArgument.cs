using IsolationModel.Evaluation;
using IsolationModel.PodSecurityAdmission;
using IsolationModel.Workloads;

namespace IsolationModel.Rules;

/// <summary>What the rules on Pod Security share.</summary>
internal static class PodSecurityArgument
{
    /// <summary>What a need forbids of a workload; nothing for needs of other sorts.</summary>
    public static IEnumerable<PodSecurityViolation> Violations(WorkloadAssessment workload, DeclaredNeed need, bool isUncertain) =>
        need.PodSecurity is { } policy
            ? workload.Workload.PodSecurity.Where(violation => violation.IsUncertain == isUncertain && policy.Forbids(violation))
            : [];

    /// <summary>Who asks: <c>needs 'pod-security:baseline'</c>, or the namespace that enforces it.</summary>
    public static string Needs(DeclaredNeed need) =>
        need.Declaration.Carrier == NeedCarrier.Admission ? $"is held to '{need.Token}' by its namespace" : $"needs '{need.Token}'";

    /// <summary>The steps from the need to the control.</summary>
    public static IEnumerable<string> Chain(WorkloadAssessment workload, DeclaredNeed need, PodSecurityViolation violation)
    {
        var titles = need.Definition!.SourceIds.Select(workload.Model.Source).Where(source => source is not null).Select(source => source!.Title);
        var policy = need.PodSecurity!.Value;
        yield return $"need: {need.Token} ({string.Join("; ", titles)}): {need.Definition.Rationale}";
        yield return $"policy: {policy.Level.ToString().ToLowerInvariant()}, version {policy.Version}";
        yield return $"control: {violation.Control.Id} (level {violation.Control.Level.ToString().ToLowerInvariant()}, since v1.{violation.Control.Since}); allowed is {violation.Control.Allowed}";
        yield return $"found: {violation.Problem}";
    }
}
