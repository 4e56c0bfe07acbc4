using IsolationModel.Evaluation;

namespace IsolationModel.PodSecurityAdmission.Checks;

/// <summary>Every container has a seccomp profile, by itself or from the pod (check_seccompProfile_restricted.go).</summary>
internal sealed class SeccompProfileRestricted : PodSecurityCheck
{
    private const string Field = "seccompProfile";
    private const int RelaxedForWindows = 25;

    public override PodSecurityControl Control { get; } =
        new("seccompProfile_restricted", PodSecurityLevel.Restricted, 19, "RuntimeDefault or Localhost, for each container or for the pod");

    public override void Check(PodSecurityPod pod, PodSecurityReport report)
    {
        var windows = new PodSecurityRelaxation(pod.IsWindows, RelaxedForWindows);
        var ofPod = pod.Context[Field];
        SeccompProfileBaseline.CheckField(Control, report, "the pod", ofPod, windows);
        foreach (var container in pod.Containers)
        {
            var own = container.Context[Field];
            if (own.IsSet())
            {
                SeccompProfileBaseline.CheckField(Control, report, container.Label, own, windows);
            }
            else
            {
                var inherits = ofPod.IsSet() ? SeccompProfileBaseline.IsAllowed(ofPod) : pod.IsContextOpen ? Truth.Unknown : Truth.False;
                report.Add(Control, container.Absence, $"neither {container.Label} nor the pod sets a seccompProfile that is allowed", inherits.Not(), windows, isAbsence: true, fix: pod.Complete(container));
            }
        }
    }
}
