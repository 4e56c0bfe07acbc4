namespace IsolationModel.PodSecurityAdmission.Checks;

/// <summary>Windows containers that are processes of the host (check_windowsHostProcess.go).</summary>
internal sealed class WindowsHostProcess : PodSecurityCheck
{
    public override PodSecurityControl Control { get; } = new("windowsHostProcess", PodSecurityLevel.Baseline, 0, "false or nothing");

    public override void Check(PodSecurityPod pod, PodSecurityReport report)
    {
        foreach (var (label, context) in pod.Contexts)
        {
            var field = context["windowsOptions"]["hostProcess"];
            if (field.IsSet())
            {
                report.Add(Control, field.Range, $"{label} sets windowsOptions.hostProcess to true", field.IsTrue());
            }
        }
    }
}
