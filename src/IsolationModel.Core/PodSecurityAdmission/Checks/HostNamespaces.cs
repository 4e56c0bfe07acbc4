namespace IsolationModel.PodSecurityAdmission.Checks;

/// <summary>Namespaces of the host (check_hostNamespaces.go).</summary>
internal sealed class HostNamespaces : PodSecurityCheck
{
    private static readonly string[] Fields = ["hostNetwork", "hostPID", "hostIPC"];

    public override PodSecurityControl Control { get; } = new("hostNamespaces", PodSecurityLevel.Baseline, 0, "false or nothing");

    public override void Check(PodSecurityPod pod, PodSecurityReport report)
    {
        foreach (var name in Fields)
        {
            var field = pod.Spec[name];
            if (field.IsSet())
            {
                report.Add(Control, field.Range, $"the pod sets {name} to true", field.IsTrue(), fix: PodSecurityFix.Replace(field, "false"));
            }
        }
    }
}
