using IsolationModel.Evaluation;

namespace IsolationModel.PodSecurityAdmission.Checks;

/// <summary>Volumes that are paths of the host (check_hostPathVolumes.go).</summary>
internal sealed class HostPathVolumes : PodSecurityCheck
{
    public override PodSecurityControl Control { get; } =
        new("hostPathVolumes", PodSecurityLevel.Baseline, 0, "no hostPath") { ReplacedInRestrictedSince = 0 };

    public override void Check(PodSecurityPod pod, PodSecurityReport report)
    {
        var volumes = pod.Spec["volumes"];
        if (volumes.IsUnresolved)
        {
            report.Add(Control, volumes.Range, "the volumes of the pod cannot be told", Truth.Unknown);
        }

        for (var i = 0; i < volumes.Count; i++)
        {
            var volume = volumes.At(i);
            var path = volume["hostPath"];
            if (path.IsSet())
            {
                report.Add(Control, path.IsUnresolved ? path.Range : path.KeyRange, $"volume '{volume["name"].Text}' is a hostPath", path.IsUnresolved ? Truth.Unknown : Truth.True);
            }
        }
    }
}
