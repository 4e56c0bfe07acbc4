using IsolationModel.Data;
using IsolationModel.Fixes;
using IsolationModel.Workloads;

namespace IsolationModel.Descriptors.Docker;

/// <summary>The namespaces that a container shares: with the host, with another service and thus with whatever that shares, or with a container elsewhere.</summary>
internal static class ContainerNamespaces
{
    private const string OfService = "service:";
    private const string OfContainer = "container:";
    private const string Host = "host";

    private static readonly (string Field, string Setting, string? Own)[] Fields =
    [
        ("pid", "hostPid", null),
        ("ipc", "hostIpc", "private"),
        ("network_mode", "hostNetwork", null),
        ("uts", "hostUts", null),
        ("cgroup", "hostCgroup", "private"),
    ];

    public static void Read(ContainerFacts facts)
    {
        foreach (var (field, setting, own) in Fields)
        {
            ReadOne(facts, field, setting, own);
        }

        ReadUsers(facts);
        ReadSysctls(facts);
    }

    private static void ReadOne(ContainerFacts facts, string field, string setting, string? own)
    {
        var mode = facts[field];
        if (!mode.Exists)
        {
            return;
        }

        var shown = facts.Show(field, mode.Text);
        if (mode.IsUnresolved || mode.Text is not { } text)
        {
            facts.AddOpen(setting, facts.Show(field), mode);
        }
        else if (text == Host)
        {
            facts.AddFlag(setting, true, shown, mode.Range, own is null ? FieldEdit.Remove(facts.Container.Service, field, facts.Text) : ValueEdit.Replace(mode, own));
        }
        else if (text.StartsWith(OfService, StringComparison.Ordinal))
        {
            ReadShared(facts, field, setting, mode, text);
        }
        else if (text.StartsWith(OfContainer, StringComparison.Ordinal))
        {
            facts.AddOpen(setting, shown, mode, $"container '{text.Substring(OfContainer.Length)}' is not among the files, so that nobody can tell what it shares with the host");
        }
    }

    /// <summary>The other service may share the namespace of a third one.</summary>
    private static void ReadShared(ContainerFacts facts, string field, string setting, DataCursor mode, string text)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal) { facts.Container.Name };
        var name = text.Substring(OfService.Length);
        while (true)
        {
            if (!facts.Container.Siblings.TryGetValue(name, out var other))
            {
                facts.AddOpen(setting, facts.Show(field, text), mode, $"service '{name}' is not among the files");
                return;
            }

            if (!seen.Add(name))
            {
                facts.AddFlaw(FlawKind.Refused, $"'{facts.Show(field, text)}'", "the services share a namespace in a circle, so none of them can start first; let one of them have its own", mode.Range, field);
                return;
            }

            var next = other[field];
            if (next.IsUnresolved)
            {
                facts.AddOpen(setting, facts.Show(field, text), mode, $"'{field}' of service '{name}' holds a variable that no file of the run sets");
                return;
            }

            if (next.Text == Host)
            {
                facts.AddFlag(setting, true, $"{facts.Show(field, text)}, where service {name} has {field}: host", mode.Range);
                return;
            }

            if (next.Text?.StartsWith(OfContainer, StringComparison.Ordinal) == true)
            {
                facts.AddOpen(setting, facts.Show(field, text), mode, $"service '{name}' shares the namespace of a container that is not among the files");
                return;
            }

            if (next.Text?.StartsWith(OfService, StringComparison.Ordinal) != true)
            {
                return;
            }

            name = next.Text.Substring(OfService.Length);
        }
    }

    /// <summary>Docker knows no other word than <c>host</c>, which takes remapping away; Podman gives a container users of its own.</summary>
    private static void ReadUsers(ContainerFacts facts)
    {
        var mode = facts["userns_mode"];
        if (!mode.Exists)
        {
            return;
        }

        var shown = facts.Show("userns_mode", mode.Text);
        if (mode.IsUnresolved || mode.Text is not { } text)
        {
            facts.AddOpen("userNamespace", facts.Show("userns_mode"), mode);
        }
        else if (text == Host)
        {
            facts.AddFlag("userNamespace", false, shown, mode.Range);
        }
        else if (facts.Container.PlatformId == ContainerWorkloads.Podman)
        {
            facts.AddFlag("userNamespace", true, shown, mode.Range);
        }
        else if (text.Length > 0)
        {
            facts.AddFlaw(FlawKind.Refused, $"'{shown}'", "Docker takes 'host' alone; give containers users of their own by userns-remap in daemon.json", mode.Range, "userns_mode");
        }
    }

    /// <summary>The network settings of the host are not those of a container (runc libcontainer/configs/validate).</summary>
    private static void ReadSysctls(ContainerFacts facts)
    {
        var network = facts["network_mode"];
        if (network.IsUnresolved || network.Text != Host)
        {
            return;
        }

        foreach (var sysctl in KeyedTexts.Of(facts["sysctls"]).Members())
        {
            if (sysctl.Key.StartsWith("net.", StringComparison.Ordinal))
            {
                facts.AddFlaw(FlawKind.Refused, $"sysctl '{sysctl.Key}'", "in the network of the host it would change the host; remove it, or " + facts.Show("network_mode", Host), sysctl.Value.KeyRange);
            }
        }
    }
}
