using IsolationModel.Evaluation;

namespace IsolationModel.PodSecurityAdmission.Checks;

/// <summary>
/// Volumes of other sorts than a list (check_restrictedVolumes.go). A volume without a source is an emptyDir (Kubernetes API defaults), and a
/// source whose value is null, or that no API knows, is none.
/// </summary>
internal sealed class RestrictedVolumes : PodSecurityCheck
{
    private static readonly string[] Allowed =
        ["configMap", "csi", "downwardAPI", "emptyDir", "ephemeral", "image", "persistentVolumeClaim", "projected", "secret"];

    /// <summary>Every other volume source of core/v1, former ones included.</summary>
    private static readonly string[] Forbidden =
    [
        "awsElasticBlockStore", "azureDisk", "azureFile", "cephfs", "cinder", "fc", "flexVolume", "flocker", "gcePersistentDisk", "gitRepo", "glusterfs",
        "hostPath", "iscsi", "nfs", "photonPersistentDisk", "portworxVolume", "quobyte", "rbd", "scaleIO", "storageos", "vsphereVolume",
    ];

    public override PodSecurityControl Control { get; } = new("restrictedVolumes", PodSecurityLevel.Restricted, 0, string.Join(", ", Allowed));

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
            if (volume.IsUnresolved)
            {
                report.Add(Control, volume.Range, $"volume {i + 1} of the pod cannot be told", Truth.Unknown);
            }
            else if (!Array.Exists(Allowed, source => volume[source].IsSet()))
            {
                // A placeholder may become null, and the volume an emptyDir.
                foreach (var source in Forbidden.Where(source => volume[source].IsSet()))
                {
                    var field = volume[source];
                    report.Add(
                        Control,
                        field.IsUnresolved ? field.Range : field.KeyRange,
                        $"volume '{volume["name"].Text}' is of type {source}",
                        field.IsUnresolved ? Truth.Unknown : Truth.True);
                }
            }
        }
    }
}
