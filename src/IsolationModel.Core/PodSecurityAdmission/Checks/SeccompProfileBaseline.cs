using IsolationModel.Data;
using IsolationModel.Evaluation;

namespace IsolationModel.PodSecurityAdmission.Checks;

/// <summary>
/// Seccomp must not be switched off (check_seccompProfile_baseline.go): by annotation before 1.19, by field from then on. The annotations do
/// nothing since 1.27, and the policy does not look at them from 1.19 on.
/// </summary>
internal sealed class SeccompProfileBaseline : PodSecurityCheck
{
    /// <summary>The first version that looks at fields, and in which the restricted level has a control of its own.</summary>
    private const int FieldsSince = 19;

    private const string PodAnnotation = "seccomp.security.alpha.kubernetes.io/pod";
    private const string ContainerAnnotation = "container.seccomp.security.alpha.kubernetes.io/";

    public override PodSecurityControl Control { get; } =
        new("seccompProfile_baseline", PodSecurityLevel.Baseline, 0, "RuntimeDefault, Localhost or nothing") { ReplacedInRestrictedSince = FieldsSince };

    public override void Check(PodSecurityPod pod, PodSecurityReport report)
    {
        CheckAnnotation(pod, report, PodAnnotation);
        foreach (var name in pod.Containers.Select(container => container.Name ?? string.Empty).Distinct(StringComparer.Ordinal))
        {
            CheckAnnotation(pod, report, ContainerAnnotation + name);
        }

        foreach (var (label, context) in pod.Contexts)
        {
            CheckField(Control, report, label, context["seccompProfile"], PodSecurityRelaxation.None);
        }
    }

    /// <summary>Reports a profile that is set and is none of the allowed ones.</summary>
    public static void CheckField(
        PodSecurityControl control, PodSecurityReport report, string label, DataCursor profile, PodSecurityRelaxation relaxation)
    {
        if (profile.IsSet())
        {
            var type = profile["type"];
            report.Add(control, type.Place(), $"{label} sets seccompProfile.type to '{type.Text}'", IsAllowed(profile).Not(), relaxation, since: FieldsSince, fix: PodSecurityFix.Replace(type, "RuntimeDefault"));
        }
    }

    /// <summary>Whether a profile is one of the allowed ones.</summary>
    public static Truth IsAllowed(DataCursor profile) => profile["type"].IsOneOf("RuntimeDefault", "Localhost");

    private void CheckAnnotation(PodSecurityPod pod, PodSecurityReport report, string key)
    {
        var value = pod.Annotations[key];
        if (value.Exists && !(value.Text ?? string.Empty).StartsWith("localhost/", StringComparison.Ordinal))
        {
            report.Add(Control, value.Place(), $"annotation {key} is '{value.Text}'", value.IsOneOf("runtime/default", "docker/default").Not(), until: FieldsSince);
        }
    }
}
