using IsolationModel.Data;
using IsolationModel.Evaluation;

namespace IsolationModel.PodSecurityAdmission.Checks;

/// <summary>No user 0 (check_runAsUser.go).</summary>
internal sealed class RunAsUser : PodSecurityCheck
{
    private const int RelaxedForUserNamespaces = 35;

    public override PodSecurityControl Control { get; } = new("runAsUser", PodSecurityLevel.Restricted, 23, "any user but 0, or nothing");

    public override void Check(PodSecurityPod pod, PodSecurityReport report)
    {
        var userNamespace = new PodSecurityRelaxation(pod.HasUserNamespace, RelaxedForUserNamespaces);
        foreach (var (label, context) in pod.Contexts)
        {
            var user = context["runAsUser"];
            if (user.IsSet())
            {
                report.Add(Control, user.Range, $"{label} sets runAsUser to 0", IsRoot(user), userNamespace);
            }
        }
    }

    private static Truth IsRoot(DataCursor user) =>
        user.Scalar?.AsInteger() is { } number ? (number == 0 ? Truth.True : Truth.False)
        : Truth.Unknown;
}
