using IsolationModel.Data;
using IsolationModel.PodSecurityAdmission.Checks;

namespace IsolationModel.PodSecurityAdmission;

/// <summary>
/// The Pod Security Standards, all versions of all controls (k8s.io/pod-security-admission v0.37.0-alpha.2, folder policy): one line a control.
/// </summary>
public static class PodSecurityStandards
{
    private static readonly PodSecurityCheck[] Checks =
    [
        new AllowPrivilegeEscalation(),
        new AppArmorProfile(),
        new CapabilitiesBaseline(),
        new CapabilitiesRestricted(),
        new HostNamespaces(),
        new HostPathVolumes(),
        new HostPorts(),
        new HostProbesAndHostLifecycle(),
        new Privileged(),
        new ProcMount(),
        new ProcMountRestricted(),
        new RestrictedVolumes(),
        new RunAsNonRoot(),
        new RunAsUser(),
        new SeccompProfileBaseline(),
        new SeccompProfileRestricted(),
        new SELinuxOptions(),
        new Sysctls(),
        new WindowsHostProcess(),
    ];

    /// <summary>Every control, sorted by id.</summary>
    public static IReadOnlyList<PodSecurityControl> Controls { get; } =
        Checks.Select(check => check.Control).OrderBy(control => control.Id, StringComparer.Ordinal).ToList();

    /// <summary>Everything in a pod that some version of some level forbids.</summary>
    /// <param name="annotations">The annotations of the pod, or of the template that makes it.</param>
    /// <param name="spec">Its spec.</param>
    /// <param name="text">The file's text, which new fields fit into; empty where none can be added.</param>
    /// <param name="isContextOpen">Whether something else may add to the security context of the pod, so that what it lacks is not certain.</param>
    public static IReadOnlyList<PodSecurityViolation> Violations(DataCursor annotations, DataCursor spec, string text, bool isContextOpen = false)
    {
        var pod = new PodSecurityPod(annotations, spec, text ?? throw new ArgumentNullException(nameof(text))) { IsContextOpen = isContextOpen };
        var report = new PodSecurityReport();
        foreach (var check in Checks)
        {
            check.Check(pod, report);
        }

        return report.Violations;
    }
}
