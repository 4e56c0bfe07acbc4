using IsolationModel.Evaluation;

namespace IsolationModel.PodSecurityAdmission.Checks;

/// <summary>Kernel parameters that reach beyond the pod (check_sysctls.go). The list of safe ones grew with the versions.</summary>
internal sealed class Sysctls : PodSecurityCheck
{
    /// <summary>Safe parameters, and the first minor version that allows them.</summary>
    private static readonly Dictionary<string, int> AllowedSince = new(StringComparer.Ordinal)
    {
        ["kernel.shm_rmid_forced"] = 0,
        ["net.ipv4.ip_local_port_range"] = 0,
        ["net.ipv4.ip_unprivileged_port_start"] = 0,
        ["net.ipv4.ping_group_range"] = 0,
        ["net.ipv4.tcp_syncookies"] = 0,
        ["net.ipv4.ip_local_reserved_ports"] = 27,
        ["net.ipv4.tcp_fin_timeout"] = 29,
        ["net.ipv4.tcp_keepalive_intvl"] = 29,
        ["net.ipv4.tcp_keepalive_probes"] = 29,
        ["net.ipv4.tcp_keepalive_time"] = 29,
        ["net.ipv4.tcp_rmem"] = 32,
        ["net.ipv4.tcp_wmem"] = 32,
        ["net.ipv4.tcp_notsent_lowat"] = 37,
        ["net.ipv4.tcp_slow_start_after_idle"] = 37,
    };

    public override PodSecurityControl Control { get; } = new("sysctls", PodSecurityLevel.Baseline, 0, "safe parameters of the pod's own namespaces only");

    public override void Check(PodSecurityPod pod, PodSecurityReport report)
    {
        var sysctls = pod.Context["sysctls"];
        if (sysctls.IsUnresolved)
        {
            report.Add(Control, sysctls.Range, "the sysctls of the pod cannot be told", Truth.Unknown);
        }

        for (var i = 0; i < sysctls.Count; i++)
        {
            var name = sysctls.At(i)["name"];
            var text = name.Text ?? string.Empty;
            var isKnown = AllowedSince.TryGetValue(text, out var since);
            if (since > 0 || !isKnown)
            {
                var problem = isKnown ? $"the pod sets sysctl '{text}', which is safe from v1.{since} on" : $"the pod sets sysctl '{text}'";
                report.Add(Control, name.Place(), problem, name.IsUnresolved ? Truth.Unknown : Truth.True, until: isKnown ? since : int.MaxValue);
            }
        }
    }
}
