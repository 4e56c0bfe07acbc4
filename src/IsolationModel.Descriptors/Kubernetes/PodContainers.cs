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

    private readonly DataCursor _spec;
    private readonly DataCursor _podContext;
    private readonly DataCursor _annotations;
    private readonly List<SettingFact> _podFacts = [];

    private readonly bool _isPartial;

    private PodContainers(DataCursor spec, DataCursor annotations, bool isPartial)
    {
        (_spec, _annotations, _podContext, _isPartial) = (spec, annotations, spec["securityContext"], isPartial);
        AddFlag(_podFacts, "hostPid", spec["hostPID"]);
        AddFlag(_podFacts, "hostIpc", spec["hostIPC"]);
        AddFlag(_podFacts, "hostNetwork", spec["hostNetwork"]);
        AddUserNamespace(spec["hostUsers"]);
    }

    public static IReadOnlyList<WorkloadContainer> Read(DataCursor spec, DataCursor annotations, bool isPartial = false)
    {
        var pod = new PodContainers(spec, annotations, isPartial);
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

    private WorkloadContainer ReadContainer(DataCursor container, string list)
    {
        var name = container["name"];
        var context = container["securityContext"];
        var absence = context.Exists ? context.KeyRange : _podContext.Exists ? _podContext.KeyRange : name.Exists ? name.Range : container.Range;
        var facts = new List<SettingFact>(_podFacts);
        AddFlag(facts, "privileged", context["privileged"]);
        AddList(facts, "addedCapabilities", context["capabilities"]["add"]);
        AddList(facts, "droppedCapabilities", context["capabilities"]["drop"]);
        AddProfile(facts, "seccomp", Effective(context, "seccompProfile"), absence);
        AddAppArmor(facts, Effective(context, "appArmorProfile"), name.Text, absence);
        AddChoice(facts, "procMount", context["procMount"]);
        AddFlag(facts, "runAsNonRoot", Effective(context, "runAsNonRoot"));
        AddEscalation(facts, context, absence);
        AddFlag(facts, "hostProcess", HostProcess(context));
        PodDevices.Read(container["resources"], facts);
        HostPathMounts.Read(_spec["volumes"], container, facts);
        return new WorkloadContainer(name.Text is { } given && !container.IsUnresolved ? $"container '{given}'" : $"a container of {list}", facts);
    }

    private DataCursor Effective(DataCursor context, string field) =>
        context[field] is { Exists: true, IsNull: false } own ? own : _podContext[field];

    private DataCursor HostProcess(DataCursor context) =>
        context["windowsOptions"]["hostProcess"] is { Exists: true, IsNull: false } own ? own : _podContext["windowsOptions"]["hostProcess"];

    private void AddUserNamespace(DataCursor hostUsers)
    {
        if (hostUsers is { Exists: true, IsNull: false })
        {
            _podFacts.Add(hostUsers.Scalar?.AsBoolean() is { } value
                ? SettingFact.Flag("userNamespace", !value, hostUsers.Range)
                : SettingFact.Unresolved("userNamespace", hostUsers.Range));
        }
    }

    private void AddAppArmor(List<SettingFact> facts, DataCursor profile, string? containerName, TextRange absence)
    {
        var annotation = containerName is null ? default : _annotations[$"container.apparmor.security.beta.kubernetes.io/{containerName}"];
        if (!profile.Exists && annotation.IsUnresolved)
        {
            facts.Add(SettingFact.Unresolved("appArmor", annotation.Range));
        }
        else if (!profile.Exists && annotation.Text is { } legacy)
        {
            var value = legacy switch { "unconfined" => "Unconfined", "runtime/default" => "RuntimeDefault", _ => "Localhost" };
            facts.Add(SettingFact.Choice("appArmor", value, annotation.Range));
        }
        else
        {
            AddProfile(facts, "appArmor", profile, absence);
        }
    }

    /// <summary>Escalation is allowed unless it is forbidden (Kubernetes API: defaults to true).</summary>
    private void AddEscalation(List<SettingFact> facts, DataCursor context, TextRange absence)
    {
        var escalation = context["allowPrivilegeEscalation"];
        if (escalation.Exists && !escalation.IsNull)
        {
            AddFlag(facts, "allowPrivilegeEscalation", escalation);
        }
        else if (!_isPartial)
        {
            facts.Add(SettingFact.Flag("allowPrivilegeEscalation", true, absence));
        }
    }

    private void AddProfile(List<SettingFact> facts, string setting, DataCursor profile, TextRange absence)
    {
        var type = profile["type"];
        if (!profile.Exists || profile.IsNull)
        {
            if (!_isPartial)
            {
                facts.Add(SettingFact.Choice(setting, "Unset", absence));
            }
        }
        else
        {
            AddChoice(facts, setting, type, profile.KeyRange);
        }
    }

    private static void AddFlag(List<SettingFact> facts, string setting, DataCursor value)
    {
        if (value.Exists && !value.IsNull)
        {
            facts.Add(value.Scalar?.AsBoolean() is { } flag ? SettingFact.Flag(setting, flag, value.Range) : SettingFact.Unresolved(setting, value.Range));
        }
    }

    private static void AddChoice(List<SettingFact> facts, string setting, DataCursor value, TextRange? elsewhere = null)
    {
        if (value.Exists && !value.IsNull)
        {
            facts.Add(value.Text is { } text && !value.IsUnresolved
                ? SettingFact.Choice(setting, text, value.Range)
                : SettingFact.Unresolved(setting, value.Range));
        }
        else if (elsewhere is { } range)
        {
            facts.Add(SettingFact.Unresolved(setting, range));
        }
    }

    private static void AddList(List<SettingFact> facts, string setting, DataCursor list)
    {
        if (!list.Exists || list.IsNull)
        {
            return;
        }

        if (list.Node is not DataSequence)
        {
            facts.Add(SettingFact.Unresolved(setting, list.Range));
            return;
        }

        var items = new List<SettingItem>(list.Count);
        var isPartial = false;
        for (var i = 0; i < list.Count; i++)
        {
            var item = list.At(i);
            if (item.Text is { } text && !item.IsUnresolved)
            {
                items.Add(new SettingItem(text, item.Range));
            }
            else
            {
                isPartial |= !item.IsNull;
            }
        }

        facts.Add(SettingFact.List(setting, items, list.Range, isPartial));
    }
}
