using IsolationModel.Evaluation;

namespace IsolationModel.PodSecurityAdmission.Checks;

/// <summary>Containers must be held from running as root (check_runAsNonRoot.go). A false of the pod counts even where every container says true.</summary>
internal sealed class RunAsNonRoot : PodSecurityCheck
{
    private const string Field = "runAsNonRoot";
    private const int RelaxedForUserNamespaces = 35;

    public override PodSecurityControl Control { get; } = new(Field, PodSecurityLevel.Restricted, 0, "true, for each container or for the pod; false nowhere");

    public override void Check(PodSecurityPod pod, PodSecurityReport report)
    {
        var userNamespace = new PodSecurityRelaxation(pod.HasUserNamespace, RelaxedForUserNamespaces);
        var ofPod = pod.Context[Field];
        report.Add(Control, ofPod.Range, "the pod sets runAsNonRoot to false", ofPod.IsFalse(), userNamespace, fix: pod.Containers.Any(container => RestrictedContext.IsRoot(pod, container)) ? null : PodSecurityFix.Replace(ofPod, "true"));
        var isInherited = pod.IsContextOpen && !ofPod.IsSet() ? Truth.Unknown : ofPod.IsTrue();
        foreach (var container in pod.Containers)
        {
            var own = container.Context[Field];
            var isRoot = RestrictedContext.IsRoot(pod, container);
            if (own.IsSet())
            {
                report.Add(Control, own.Range, $"{container.Label} sets runAsNonRoot to false", own.IsTrue().Not(), userNamespace, fix: isRoot ? null : PodSecurityFix.Replace(own, "true"));
            }
            else
            {
                report.Add(Control, container.Absence, $"neither {container.Label} nor the pod sets runAsNonRoot to true", isInherited.Not(), userNamespace, isAbsence: true, fix: isRoot ? null : pod.Complete(container));
            }
        }
    }
}
