using IsolationModel.Data;
using IsolationModel.Workloads;

namespace IsolationModel.Descriptors.Nodes;

/// <summary>The configuration of Podman and its drop-ins, <c>containers.conf</c> (containers.conf.5).</summary>
internal sealed class PodmanFormat : IDescriptorFormat
{
    private const string Host = "host";

    private static readonly (string Key, string Setting)[] Namespaces =
    [
        ("cgroupns", "hostCgroup"), ("ipcns", "hostIpc"), ("netns", "hostNetwork"), ("pidns", "hostPid"), ("utsns", "hostUts"),
    ];

    public bool MayContain(string text) =>
        text.IndexOf("[engine", StringComparison.Ordinal) >= 0 || text.IndexOf("[containers]", StringComparison.Ordinal) >= 0;

    public bool TryRead(DataCursor document, DescriptorFileBuilder file)
    {
        var engine = document["engine"];
        var containers = document["containers"];
        if (engine.Node is not DataMapping && containers.Node is not DataMapping)
        {
            return false;
        }

        var runtimes = new List<NodeRuntime>();
        foreach (var entry in engine["runtimes"].Members())
        {
            // Of several places the first that exists counts; all are of one program.
            var path = NodeRuntimes.Texts(entry.Value).FirstOrDefault() ?? string.Empty;
            var (program, names) = NodeRuntimes.ByFile(path);
            runtimes.Add(new NodeRuntime(entry.Key, entry.Value.KeyRange, program) { Names = path.Length > 0 ? names : [] });
        }

        var byDefault = engine["runtime"];
        file.NodeConfigurations.Add(new NodeConfiguration(NodeComponent.Podman)
        {
            Runtimes = runtimes,
            DefaultHandler = byDefault.Text is { Length: > 0 } name ? new SettingItem(name, byDefault.Range) : null,
            Settings = Settings(containers),
        });
        return true;
    }

    /// <summary>What every container has that does not say otherwise itself.</summary>
    private static List<SettingFact> Settings(DataCursor containers)
    {
        var settings = new List<SettingFact>();
        foreach (var (key, setting) in Namespaces)
        {
            if (containers[key].Text == Host)
            {
                settings.Add(Flag(setting, key, containers[key]));
            }
        }

        if (containers["privileged"].Text == "true")
        {
            settings.Add(Flag("privileged", "privileged", containers["privileged"]));
        }

        if (containers["userns"].Text is { Length: > 0 } users && users != Host)
        {
            settings.Add(Flag("userNamespace", "userns", containers["userns"]));
        }

        if (containers["label"].Text == "false")
        {
            settings.Add(Flag("seLinuxDisabled", "label", containers["label"]));
        }

        Add("seccomp", "seccomp_profile");
        Add("appArmor", "apparmor_profile");
        return settings;

        void Add(string setting, string key)
        {
            if (containers[key].Text == "unconfined")
            {
                settings.Add(SettingFact.Choice(setting, "Unconfined", containers[key].Range) with { Shown = $"{key} = \"unconfined\" of containers.conf" });
            }
        }
    }

    private static SettingFact Flag(string setting, string key, DataCursor value) =>
        SettingFact.Flag(setting, true, value.Range) with { Shown = $"{key} = {value.Text} of containers.conf" };
}
