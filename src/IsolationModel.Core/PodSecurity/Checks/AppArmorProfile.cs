using IsolationModel.Data;

namespace IsolationModel.PodSecurity.Checks;

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
                report.Add(Control, type.Range, $"{label} sets appArmorProfile.type to '{type.Text}'", type.IsOneOf("RuntimeDefault", "Localhost").Not(), fix: PodSecurityFix.Replace(type, "RuntimeDefault"));
            }
        }

        foreach (var entry in (pod.Annotations.Node as DataMapping)?.Entries ?? [])
        {
            var value = pod.Annotations[entry.Key.Value];
            if (entry.Key.Value.StartsWith(AnnotationPrefix, StringComparison.Ordinal) && !(value.Text ?? string.Empty).StartsWith("localhost/", StringComparison.Ordinal))
            {
                report.Add(Control, value.Range, $"annotation {entry.Key.Value} is '{value.Text}'", value.IsOneOf(string.Empty, "runtime/default").Not(), fix: PodSecurityFix.Replace(value, "runtime/default"));
            }
        }
    }
}
