using IsolationModel.Data;

namespace IsolationModel.PodSecurityAdmission.Checks;

/// <summary>Probes and hooks that make the kubelet call another host (check_hostProbesAndhostLifecycle.go).</summary>
internal sealed class HostProbesAndHostLifecycle : PodSecurityCheck
{
    private static readonly string[] Probes = ["livenessProbe", "readinessProbe", "startupProbe"];
    private static readonly string[] Hooks = ["postStart", "preStop"];
    private static readonly string[] Handlers = ["httpGet", "tcpSocket"];

    public override PodSecurityControl Control { get; } = new("hostProbesAndHostLifecycle", PodSecurityLevel.Baseline, 34, "no host");

    public override void Check(PodSecurityPod pod, PodSecurityReport report)
    {
        foreach (var container in pod.Containers)
        {
            foreach (var probe in Probes)
            {
                Check(report, container, container.Fields[probe], probe);
            }

            foreach (var hook in Hooks)
            {
                Check(report, container, container.Fields["lifecycle"][hook], $"lifecycle.{hook}");
            }
        }
    }

    private void Check(PodSecurityReport report, PodSecurityContainer container, DataCursor caller, string path)
    {
        foreach (var handler in Handlers)
        {
            var host = caller[handler]["host"];
            if (!host.IsSet())
            {
                continue;
            }

            report.Add(Control, host.Range, $"{container.Label} sets {path}.{handler}.host to '{host.Text}'", host.IsOneOf(string.Empty).Not());
            if (caller.IsUnresolved || caller[handler].IsUnresolved)
            {
                // The placeholder hides both handlers; once is enough.
                return;
            }
        }
    }
}
