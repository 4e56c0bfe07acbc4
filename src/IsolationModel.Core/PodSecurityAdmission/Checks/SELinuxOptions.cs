using IsolationModel.Data;

namespace IsolationModel.PodSecurityAdmission.Checks;

/// <summary>SELinux types other than those of containers, and users and roles (check_seLinuxOptions.go).</summary>
internal sealed class SELinuxOptions : PodSecurityCheck
{
    /// <summary>Allowed from this version on.</summary>
    private const int EngineTypeSince = 31;

    private const string EngineType = "container_engine_t";

    public override PodSecurityControl Control { get; } = new(
        "seLinuxOptions", PodSecurityLevel.Baseline, 0, "type container_t, container_init_t, container_kvm_t, from v1.31 container_engine_t, or nothing; no user, no role");

    public override void Check(PodSecurityPod pod, PodSecurityReport report)
    {
        foreach (var (label, context) in pod.Contexts)
        {
            var options = context["seLinuxOptions"];
            if (!options.IsSet())
            {
                continue;
            }

            var type = options["type"];
            report.Add(
                Control,
                type.Range,
                $"{label} sets seLinuxOptions.type to '{type.Text}'",
                type.IsOneOf(string.Empty, "container_t", "container_init_t", "container_kvm_t").Not(),
                until: type.Text == EngineType ? EngineTypeSince : int.MaxValue);
            Check(report, label, options, "user");
            Check(report, label, options, "role");
        }
    }

    private void Check(PodSecurityReport report, string label, DataCursor options, string name)
    {
        var field = options[name];
        report.Add(Control, field.Range, $"{label} sets seLinuxOptions.{name} to '{field.Text}'", field.IsOneOf(string.Empty).Not());
    }
}
