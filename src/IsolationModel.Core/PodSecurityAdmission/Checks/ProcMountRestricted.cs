namespace IsolationModel.PodSecurityAdmission.Checks;

/// <summary>/proc without its masks, whatever the user namespace (check_procMount_restricted.go).</summary>
internal sealed class ProcMountRestricted : PodSecurityCheck
{
    public override PodSecurityControl Control { get; } = new("procMount_restricted", PodSecurityLevel.Restricted, 35, "Default or nothing");

    public override void Check(PodSecurityPod pod, PodSecurityReport report) => ProcMount.Check(Control, pod, report, PodSecurityRelaxation.None);
}
