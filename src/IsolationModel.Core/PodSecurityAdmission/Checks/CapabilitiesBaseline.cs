using IsolationModel.Evaluation;

namespace IsolationModel.PodSecurityAdmission.Checks;

/// <summary>Capabilities beyond those of ordinary containers (check_capabilities_baseline.go). Names are compared exactly; NET_RAW is not among them.</summary>
internal sealed class CapabilitiesBaseline : PodSecurityCheck
{
    private static readonly string[] Allowed =
    [
        "AUDIT_WRITE", "CHOWN", "DAC_OVERRIDE", "FOWNER", "FSETID", "KILL", "MKNOD", "NET_BIND_SERVICE", "SETFCAP", "SETGID", "SETPCAP", "SETUID",
        "SYS_CHROOT",
    ];

    public override PodSecurityControl Control { get; } =
        new("capabilities_baseline", PodSecurityLevel.Baseline, 0, string.Join(", ", Allowed)) { ReplacedInRestrictedSince = 22 };

    public override void Check(PodSecurityPod pod, PodSecurityReport report)
    {
        foreach (var container in pod.Containers)
        {
            AddedBeyond(Control, report, container, PodSecurityRelaxation.None, Allowed);
        }
    }

    /// <summary>Reports the capabilities that a container adds beyond a set.</summary>
    public static void AddedBeyond(
        PodSecurityControl control, PodSecurityReport report, PodSecurityContainer container, PodSecurityRelaxation relaxation, string[] allowed)
    {
        var added = container.Context["capabilities"]["add"];
        if (added.IsUnresolved)
        {
            report.Add(control, added.Range, $"the capabilities that {container.Label} adds cannot be told", Truth.Unknown, relaxation);
        }

        for (var i = 0; i < added.Count; i++)
        {
            var item = added.At(i);
            report.Add(control, item.Range.Length > 0 ? item.Range : added.KeyRange, $"{container.Label} adds capability '{item.Text}'", item.IsOneOf(allowed).Not(), relaxation);
        }
    }
}
