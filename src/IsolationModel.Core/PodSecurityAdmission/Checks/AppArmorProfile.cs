using IsolationModel.Data;
using IsolationModel.Evaluation;

namespace IsolationModel.PodSecurityAdmission.Checks;

/// <summary>AppArmor profiles other than those of the runtime and of the node, by field or by annotation (check_appArmorProfile.go).</summary>
internal sealed class AppArmorProfile : PodSecurityCheck
{
    private const string AnnotationPrefix = "container.apparmor.security.beta.kubernetes.io/";

    public override PodSecurityControl Control { get; } = new("appArmorProfile", PodSecurityLevel.Baseline, 0, "RuntimeDefault, Localhost or nothing");

    public override void Check(PodSecurityPod pod, PodSecurityReport report)
    {
        foreach (var (label, context) in pod.Contexts)
        {
            var profile = context["appArmorProfile"];
            if (profile.IsSet())
            {
                var type = profile["type"];
                report.Add(Control, type.Place(), $"{label} sets appArmorProfile.type to '{type.Text}'", type.IsOneOf("RuntimeDefault", "Localhost").Not(), fix: PodSecurityFix.Replace(type, "RuntimeDefault"));
            }
        }

        if (pod.Annotations.IsUnresolved)
        {
            report.Add(Control, pod.Annotations.Range, "the annotations of the pod cannot be told", Truth.Unknown);
        }

        // A key may repeat; the last one counts.
        var keys = ((pod.Annotations.Node as DataMapping)?.Entries ?? []).Select(entry => entry.Key.Value);
        foreach (var key in keys.Where(key => key.StartsWith(AnnotationPrefix, StringComparison.Ordinal)).Distinct(StringComparer.Ordinal))
        {
            var value = pod.Annotations[key];
            if (!(value.Text ?? string.Empty).StartsWith("localhost/", StringComparison.Ordinal))
            {
                report.Add(Control, value.Range, $"annotation {key} is '{value.Text}'", value.IsOneOf(string.Empty, "runtime/default").Not(), fix: PodSecurityFix.Replace(value, "runtime/default"));
            }
        }
    }
}
