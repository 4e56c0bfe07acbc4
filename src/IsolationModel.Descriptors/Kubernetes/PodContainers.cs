using IsolationModel.Data;
using IsolationModel.Text;
using IsolationModel.Workloads;

namespace IsolationModel.Descriptors.Kubernetes;

/// <summary>
/// The settings that are effective for each container of a Pod: a container's security context wins over the Pod's field by field, and
/// structured fields are replaced whole (kubernetes pkg/securitycontext/util.go).
/// </summary>
internal sealed class PodContainers
{
    private static readonly string[] Lists = ["containers", "initContainers", "ephemeralContainers"];

    private readonly string _text;
    private readonly bool _isPartial;
    private readonly PodVolumes _volumes;
    private readonly DataCursor _podContext;
    private readonly DataCursor _annotations;
    private readonly List<SettingFact> _podFacts = [];

    private PodContainers(DataCursor spec, DataCursor annotations, string text, bool isPartial)
    {
        (_text, _isPartial, _volumes) = (text, isPartial, new PodVolumes(spec["volumes"]));
        (_annotations, _podContext) = (annotations, spec["securityContext"]);
        SettingFacts.AddFlag(_podFacts, "hostPid", spec["hostPID"]);
        SettingFacts.AddFlag(_podFacts, "hostIpc", spec["hostIPC"]);
        SettingFacts.AddFlag(_podFacts, "hostNetwork", spec["hostNetwork"]);
        SettingFacts.AddFlag(_podFacts, "userNamespace", spec["hostUsers"], isOpposite: true);
        PodOperatingSystem.Read(spec, _podFacts);
        PodAnnotations.Read(annotations, _podFacts);
    }

    /// <summary>Reads them.</summary>
    /// <param name="spec">The pod spec.</param>
    /// <param name="annotations">The annotations of the Pod.</param>
    /// <param name="text">The file's text, which edits fit into; empty where nothing can be edited.</param>
    /// <param name="isPartial">Whether this is a part of a pod, so that nothing is said of what is not there.</param>
    public static IReadOnlyList<WorkloadContainer> Read(DataCursor spec, DataCursor annotations, string text = "", bool isPartial = false)
    {
        var pod = new PodContainers(spec, annotations, text, isPartial);
        var containers = new List<WorkloadContainer>();
        foreach (var list in Lists)
        {
            var items = spec[list];
            if (items.IsUnresolved)
            {
                containers.Add(pod.ReadContainer(items, list));
            }

            for (var i = 0; i < items.Count; i++)
            {
                containers.Add(pod.ReadContainer(items.At(i), list));
            }
        }

        if (containers.Count == 0 || isPartial)
        {
            // A template without containers (a patch, or one that a controller completes) still has its Pod's settings.
            // What a part of a pod mounts may be mounted by the rest.
            HostPathMounts.ReadUnmounted(isPartial ? spec["volumes"] : default, pod._podFacts);
            containers.Add(new WorkloadContainer("the pod", pod._podFacts));
        }

        return containers;
    }

    /// <summary>Every container of a Pod: those that serve, those that run before (sidecars among them), and those that are added for debugging.</summary>
    public static IEnumerable<DataCursor> All(DataCursor spec)
    {
        foreach (var list in Lists)
        {
            var items = spec[list];
            for (var i = 0; i < items.Count; i++)
            {
                yield return items.At(i);
            }
        }
    }

    /// <summary>The field of a container's security context, else the Pod's.</summary>
    public static DataCursor Effective(DataCursor podContext, DataCursor context, string field) =>
        context[field] is var own && SettingFacts.IsSet(own) ? own : podContext[field];

    private WorkloadContainer ReadContainer(DataCursor container, string list)
    {
        var name = container["name"];
        var context = container["securityContext"];
        TextRange? absence = _isPartial ? null : context.Exists ? context.KeyRange : _podContext.Exists ? _podContext.KeyRange : name.Exists ? name.Range : container.Range;
        var facts = new List<SettingFact>(_podFacts);
        SettingFacts.AddFlag(facts, "privileged", context["privileged"]);
        PodCapabilities.Read(context["capabilities"], facts, _text);
        SettingFacts.AddProfile(facts, "seccomp", Field("seccompProfile"), absence);
        AddAppArmor(facts, context["appArmorProfile"], AppArmorAnnotation.Of(_annotations, name.Text), absence);
        AddSeLinux(facts, Field("seLinuxOptions"));
        SettingFacts.AddChoice(facts, "procMount", context["procMount"], "Default");
        NonRoot.Read(Field("runAsNonRoot"), Field("runAsUser"), facts);
        AddEscalation(facts, context["allowPrivilegeEscalation"], absence);
        SettingFacts.AddFlag(facts, "hostProcess", Effective(_podContext["windowsOptions"], context["windowsOptions"], "hostProcess"));
        PodDevices.Read(container["resources"], facts);
        HostPathMounts.Read(_volumes, container, facts);
        PodMounts.Read(_volumes, container, facts);
        return new WorkloadContainer(name.Text is { } given && !container.IsUnresolved ? $"container '{given}'" : $"a container of {list}", facts);

        DataCursor Field(string field) => Effective(_podContext, context, field);
    }

    private void AddAppArmor(List<SettingFact> facts, DataCursor own, DataCursor annotation, TextRange? absence)
    {
        // kubernetes pkg/security/apparmor/helpers.go: the field of the container, the annotation, the field of the Pod.
        if (!SettingFacts.IsSet(own) && AppArmorAnnotation.Fact(annotation) is { } legacy)
        {
            facts.Add(legacy);
        }
        else
        {
            SettingFacts.AddProfile(facts, "appArmor", SettingFacts.IsSet(own) ? own : _podContext["appArmorProfile"], absence);
        }
    }

    private static void AddSeLinux(List<SettingFact> facts, DataCursor options)
    {
        if (options.IsUnresolved)
        {
            facts.Add(SettingFact.Unresolved("seLinuxOptions", options.Range));
        }
        else if (options.Node is DataMapping { Entries.Count: > 0 })
        {
            facts.Add(SettingFact.Flag("seLinuxOptions", true, options.KeyRange));
        }
    }

    /// <summary>Escalation is allowed unless it is forbidden (Kubernetes API: defaults to true).</summary>
    private static void AddEscalation(List<SettingFact> facts, DataCursor escalation, TextRange? absence)
    {
        if (SettingFacts.IsSet(escalation))
        {
            SettingFacts.AddFlag(facts, "allowPrivilegeEscalation", escalation);
        }
        else if (absence is { } place)
        {
            facts.Add(SettingFact.Flag("allowPrivilegeEscalation", true, place));
        }
    }
}
