namespace IsolationModel.PodSecurityAdmission.Checks;

/// <summary>A privileged container disables most security mechanisms (check_privileged.go).</summary>
internal sealed class Privileged : PodSecurityCheck
{
    public override PodSecurityControl Control { get; } = new("privileged", PodSecurityLevel.Baseline, 0, "false or nothing");

    public override void Check(PodSecurityPod pod, PodSecurityReport report)
    {
        foreach (var container in pod.Containers)
        {
            var field = container.Context["privileged"];
            if (field.IsSet())
            {
                report.Add(Control, field.Range, $"{container.Label} sets privileged to true", field.IsTrue(), fix: PodSecurityFix.Replace(field, "false"));
            }
        }
    }
}
