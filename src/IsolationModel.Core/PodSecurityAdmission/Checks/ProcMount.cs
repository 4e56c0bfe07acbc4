namespace IsolationModel.PodSecurityAdmission.Checks;

/// <summary>/proc without its masks (check_procMount.go); from 1.35 on a pod in a user namespace of its own may have it.</summary>
internal sealed class ProcMount : PodSecurityCheck
{
    private const int RelaxedForUserNamespaces = 35;

    public override PodSecurityControl Control { get; } =
        new("procMount", PodSecurityLevel.Baseline, 0, "Default or nothing") { ReplacedInRestrictedSince = RelaxedForUserNamespaces };

    public override void Check(PodSecurityPod pod, PodSecurityReport report) =>
        Check(Control, pod, report, new PodSecurityRelaxation(pod.HasUserNamespace, RelaxedForUserNamespaces));

    /// <summary>Reports every procMount that is not the default.</summary>
    public static void Check(PodSecurityControl control, PodSecurityPod pod, PodSecurityReport report, PodSecurityRelaxation relaxation)
    {
        foreach (var container in pod.Containers)
        {
            var field = container.Context["procMount"];
            if (field.IsSet())
            {
                report.Add(control, field.Range, $"{container.Label} sets procMount to '{field.Text}'", field.IsOneOf("Default").Not(), relaxation, fix: PodSecurityFix.Replace(field, "Default"));
            }
        }
    }
}
