using IsolationModel.Evaluation;
using IsolationModel.PodSecurityAdmission;

namespace IsolationModel.Policies;

/// <summary>Why needs make no policy: told before anybody applies one that refuses everything, or nothing.</summary>
internal static class PolicyProblems
{
    /// <summary>What of the needs no policy of this kind can express.</summary>
    public static IEnumerable<string> Of(NeedSet needs, PolicyMode mode)
    {
        foreach (var need in needs.Needs)
        {
            if (need.PodSecurity is { Level: > PodSecurityLevel.Privileged } policy)
            {
                yield return $"'{need.Token}' is enforced by the API server itself, in its own version of the standards; label the namespaces with "
                    + $"pod-security.kubernetes.io/enforce: {(policy.Level == PodSecurityLevel.Baseline ? "baseline" : "restricted")} and leave the need out";
            }
            else if (need.Unchecked is { } reason && mode == PolicyMode.Prove)
            {
                yield return $"'{need.Token}' cannot be shown: {reason}";
            }
        }

        if (!needs.BindTechnology)
        {
            yield return "no need asks anything of a pod's boundary or of its technology, so that there is nothing to enforce; name a level or a need";
        }
    }

    /// <summary>Whether a policy would do nothing but refuse, or nothing at all.</summary>
    public static string? Of(IsolationPolicy policy, NeedSet needs)
    {
        var tokens = string.Join(", ", needs.Needs.Select(need => $"'{need.Token}'"));
        return policy.Admitted.Count == 0
            ? $"no technology of the model {(policy.Mode == PolicyMode.Prove ? "is shown to meet" : "can meet")} {tokens}, so that the policy would refuse every pod"
                + (policy.Mode == PolicyMode.Prove ? "; export it with --mode refute, or give the values that are known in an overlay" : "; lift one of the needs")
            : policy is { Rules.Count: 0, Refused.Count: 0 } ? $"nothing that a pod says can make it fail {tokens}, so that the policy would admit every pod"
            : null;
    }
}
