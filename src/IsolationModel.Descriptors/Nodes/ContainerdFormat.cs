using IsolationModel.Data;
using IsolationModel.Workloads;

namespace IsolationModel.Descriptors.Nodes;

/// <summary>The configuration of containerd, as far as its CRI plug-in goes. Which plug-in id counts depends on the version of the file.</summary>
internal sealed class ContainerdFormat : IDescriptorFormat
{
    /// <summary>The plug-in's ids by version of the file (containerd docs/PLUGINS.md and docs/cri/config.md); a file without a version is of version 1.</summary>
    private static readonly (string Version, string PlugIn)[] PlugIns =
    [
        ("1", "cri"),
        ("2", "io.containerd.grpc.v1.cri"),
        ("3", "io.containerd.cri.v1.runtime"),
    ];

    public bool MayContain(string text) =>
        text.IndexOf("plugins", StringComparison.Ordinal) >= 0 && text.IndexOf("cri", StringComparison.Ordinal) >= 0;

    public bool TryRead(DataCursor document, DescriptorFileBuilder file)
    {
        var all = document["plugins"];
        if (!Array.Exists(PlugIns, known => all[known.PlugIn].Node is DataMapping))
        {
            return false;
        }

        var version = document["version"].Text ?? "1";
        var plugIn = Array.Find(PlugIns, known => known.Version == version).PlugIn;
        if (plugIn is not null && all[plugIn].Node is DataMapping)
        {
            file.NodeConfigurations.Add(ReadPlugIn(all[plugIn]));
        }

        return true;
    }

    private static NodeConfiguration ReadPlugIn(DataCursor plugIn)
    {
        var containerd = plugIn["containerd"];
        var runtimes = new List<NodeRuntime>();
        foreach (var runtime in containerd["runtimes"].Members())
        {
            runtimes.Add(ContainerdRuntime.Read(runtime.Key, runtime.Value));
        }

        // Files of version 1 have tables of their own for two handlers (containerd cri config.go, deprecated there).
        var untrusted = containerd["untrusted_workload_runtime"];
        if (untrusted.Node is DataMapping)
        {
            runtimes.Add(ContainerdRuntime.Read("untrusted", untrusted));
        }

        var old = containerd["default_runtime"];
        if (old.Node is DataMapping && old["runtime_type"].Text is { Length: > 0 })
        {
            runtimes.Add(ContainerdRuntime.Read("default", old));
            return Complete(plugIn, runtimes, new SettingItem("default", old.Range));
        }

        var name = containerd["default_runtime_name"];
        return Complete(plugIn, runtimes, name.Text is { Length: > 0 } text ? new SettingItem(text, name.Range) : null);
    }

    private static NodeConfiguration Complete(DataCursor plugIn, List<NodeRuntime> runtimes, SettingItem? byDefault)
    {
        var profile = plugIn["unset_seccomp_profile"];
        return new NodeConfiguration(NodeComponent.Containerd)
        {
            Runtimes = runtimes,
            DefaultHandler = byDefault,
            ImpliedDefaultHandler = "runc",
            Evidence = profile.Text switch
            {
                "runtime/default" or "docker/default" => [new NodeEvidence("seccompDefault", true, profile.Range)],
                "" or "unconfined" => [new NodeEvidence("seccompDefault", false, profile.Range, IsDecisive: false)],
                _ => [],
            },
        };
    }
}
