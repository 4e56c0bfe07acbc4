using IsolationModel.Data;
using IsolationModel.Descriptors.Nodes;
using IsolationModel.Text;
using IsolationModel.Workloads;

namespace IsolationModel.Descriptors.Kubernetes;

/// <summary>
/// Annotations by which a pod talks to its runtime: gVisor, Kata, CRI-O. Whether they are heard is decided on the node, so none of them says
/// anything for certain.
/// </summary>
internal static class PodAnnotations
{
    public const string SocketFlag = "dev.gvisor.flag.host-uds";

    /// <summary>The annotation of CRI-O under its new and its old name (crio.conf.5, allowed_annotations).</summary>
    public static readonly string[] UserNamespaces = ["userns-mode.crio.io", "io.kubernetes.cri-o.userns-mode"];

    private static readonly string[] Prefixes = ["dev.gvisor.", "io.katacontainers."];

    public static void Read(DataCursor annotations, List<SettingFact> facts)
    {
        ReadUserNamespace(annotations, facts);
        ReadRuntime(annotations, facts);
    }

    /// <summary>Reads those that the runtime itself takes, whatever hands them on.</summary>
    public static void ReadRuntime(DataCursor annotations, List<SettingFact> facts)
    {
        if (annotations.Node is not DataMapping mapping || !mapping.Entries.Any(entry => Array.Exists(Prefixes, prefix => entry.Key.Value.StartsWith(prefix, StringComparison.Ordinal))))
        {
            return;
        }

        ReadSockets(annotations[SocketFlag], facts);
        ReadFlags(annotations, facts);
        var programs = new List<SettingItem>();
        var changes = new List<SettingItem>();
        foreach (var entry in annotations.Members())
        {
            var key = entry.Key;
            var isHypervisor = key.StartsWith(KataAnnotations.Hypervisor, StringComparison.Ordinal);
            var list = isHypervisor && KataAnnotations.NamesHostProgram(key.Substring(KataAnnotations.Hypervisor.Length)) ? programs
                : KataAnnotations.ChangesGuest(key) ? changes
                : null;
            list?.Add(new SettingItem(key.Substring(key.LastIndexOf('.') + 1), entry.Value.KeyRange));
        }

        AddList(facts, "kataHostPrograms", programs, annotations.KeyRange);
        AddList(facts, "kataGuestChanges", changes, annotations.KeyRange);
    }

    /// <summary>The field of the pod wins; <c>host</c> is what a pod has anyway.</summary>
    private static void ReadUserNamespace(DataCursor annotations, List<SettingFact> facts)
    {
        if (facts.Exists(fact => fact.SettingId == "userNamespace"))
        {
            return;
        }

        foreach (var key in UserNamespaces)
        {
            if (annotations[key] is { Text: { Length: > 0 } mode } value && mode != "host" && annotations.Node is DataMapping)
            {
                facts.Add(SettingFact.ByAnnotation("userNamespace", key, value.Range));
                return;
            }
        }
    }

    private static void ReadSockets(DataCursor flag, List<SettingFact> facts)
    {
        if (flag.Text is { } access)
        {
            facts.Add(flag.IsUnresolved ? SettingFact.Unresolved("sandboxSocketAccess", flag.Range) : SettingFact.Choice("sandboxSocketAccess", access, flag.Range));
        }
    }

    private static void ReadFlags(DataCursor annotations, List<SettingFact> facts)
    {
        var seccomp = annotations[KataAnnotations.Runtime + "disable_guest_seccomp"];
        if (seccomp.IsUnresolved || seccomp.Text == "false")
        {
            facts.Add(SettingFact.Unresolved("guestSeccomp", seccomp.Range));
        }

        var network = annotations[KataAnnotations.Runtime + "disable_new_netns"];
        if (network.IsUnresolved || network.Text == "true")
        {
            facts.Add(SettingFact.Unresolved("kataHostNetworkNamespace", network.Range));
        }
    }

    private static void AddList(List<SettingFact> facts, string setting, List<SettingItem> items, TextRange range)
    {
        if (items.Count > 0)
        {
            facts.Add(SettingFact.List(setting, items, range));
        }
    }
}
