namespace IsolationModel.PodSecurityAdmission.Checks;

/// <summary>No process may gain more privileges than its parent (check_allowPrivilegeEscalation.go). Nothing is as bad as true: the field's default is true.</summary>
internal sealed class AllowPrivilegeEscalation : PodSecurityCheck
{
    private const string Field = "allowPrivilegeEscalation";
    private const int RelaxedForWindows = 25;

    public override PodSecurityControl Control { get; } = new(Field, PodSecurityLevel.Restricted, 8, "false");

    public override void Check(PodSecurityPod pod, PodSecurityReport report)
    {
        var windows = new PodSecurityRelaxation(pod.IsWindows, RelaxedForWindows);
        foreach (var container in pod.Containers)
        {
            var field = container.Context[Field];
            if (field.IsSet())
            {
                report.Add(Control, field.Range, $"{container.Label} sets allowPrivilegeEscalation to true", field.IsFalse().Not(), windows, fix: PodSecurityFix.Replace(field, "false"));
            }
            else
            {
                report.Add(Control, container.Absence, $"{container.Label} does not set allowPrivilegeEscalation to false", relaxation: windows, isAbsence: true, fix: pod.Complete(container));
            }
        }
    }
}
