using IsolationModel.Data;
using IsolationModel.Descriptors.Docker;
using IsolationModel.Workloads;

namespace IsolationModel.Descriptors.Nodes;

/// <summary>The configuration of Docker Engine, <c>daemon.json</c> (docker/cli docs, dockerd configuration file).</summary>
internal sealed class DockerFormat : IDescriptorFormat
{
    private const string Isolation = "isolation=";

    /// <summary>What makes a file of that name one of Docker: any of these keys.</summary>
    private static readonly string[] Keys =
    [
        "data-root", "default-runtime", "exec-opts", "features", "hosts", "insecure-registries", "live-restore", "log-driver", "no-new-privileges", "registry-mirrors", "runtimes",
        "seccomp-profile", "storage-driver", "userns-remap",
    ];

    public bool MayContain(string text) => Array.Exists(Keys, key => text.IndexOf($"\"{key}\"", StringComparison.Ordinal) >= 0);

    public bool TryRead(DataCursor document, DescriptorFileBuilder file)
    {
        if (document.Node is not DataMapping || !Array.Exists(Keys, key => document[key].Exists))
        {
            return false;
        }

        var runtimes = new List<NodeRuntime>();
        foreach (var runtime in document["runtimes"].Members())
        {
            runtimes.Add(DockerRuntime.Read(runtime.Key, runtime.Value));
        }

        var byDefault = document["default-runtime"];
        file.NodeConfigurations.Add(new NodeConfiguration(NodeComponent.Docker)
        {
            Runtimes = runtimes,
            DefaultHandler = byDefault.Text is { Length: > 0 } name ? new SettingItem(name, byDefault.Range) : null,
            DefaultIsolation = DefaultIsolation(document["exec-opts"]),
            Settings = Settings(document),
        });
        return true;
    }

    /// <summary>Whether a file of this name may configure the daemon: <c>daemon.json</c>, <c>daemon-gvisor.json</c>.</summary>
    public static bool IsName(string path)
    {
        var name = path.Substring(path.LastIndexOfAny(['/', '\\']) + 1);
        return name.EndsWith(".json", StringComparison.OrdinalIgnoreCase) && Array.Exists(name.Split('-', '_', '.'), static word => string.Equals(word, "daemon", StringComparison.OrdinalIgnoreCase));
    }

    private static SettingItem? DefaultIsolation(DataCursor options)
    {
        for (var i = 0; i < options.Count; i++)
        {
            if (options.At(i).Text is { } text && text.StartsWith(Isolation, StringComparison.OrdinalIgnoreCase))
            {
                var word = text.Substring(Isolation.Length).Trim();
                return word.Length > 0 && !string.Equals(word, "default", StringComparison.OrdinalIgnoreCase) ? new SettingItem(word, options.At(i).Range) : null;
            }
        }

        return null;
    }

    /// <summary>What the daemon gives every container that does not say otherwise itself.</summary>
    private static List<SettingFact> Settings(DataCursor document)
    {
        var settings = new List<SettingFact>();
        if (document["userns-remap"] is { Text: { Length: > 0 } users } remap)
        {
            settings.Add(SettingFact.Flag("userNamespace", true, remap.Range) with { Shown = $"\"userns-remap\": \"{users}\" of the daemon" });
        }

        if (ComposeBoolean.Of(document["no-new-privileges"]) == true)
        {
            settings.Add(SettingFact.Flag("allowPrivilegeEscalation", false, document["no-new-privileges"].Range) with { Shown = "\"no-new-privileges\": true of the daemon" });
        }

        if (document["seccomp-profile"] is { Text: { Length: > 0 } profile } seccomp)
        {
            var word = profile switch { "unconfined" => "Unconfined", "builtin" => "RuntimeDefault", _ => "Localhost" };
            settings.Add(SettingFact.Choice("seccomp", word, seccomp.Range) with { Shown = $"\"seccomp-profile\": \"{profile}\" of the daemon" });
        }

        return settings;
    }
}
