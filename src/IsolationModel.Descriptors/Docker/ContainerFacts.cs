using IsolationModel.Data;
using IsolationModel.Descriptors.Kubernetes;
using IsolationModel.Text;
using IsolationModel.Workloads;

namespace IsolationModel.Descriptors.Docker;

/// <summary>Collects what one container says: facts in the words of its format, and what its engine passes over or refuses.</summary>
internal sealed class ContainerFacts
{
    /// <summary>What <c>docker stack deploy</c> passes over (docker/cli cli/compose/types, UnsupportedProperties).</summary>
    private static readonly string[] PassedOverBySwarm =
    [
        "build", "cgroup_parent", "devices", "domainname", "external_links", "ipc", "links", "mac_address", "network_mode", "pid", "privileged", "restart",
        "security_opt", "shm_size", "userns_mode",
    ];

    /// <summary>What it refuses: fields that it does not know, and two that it names (docker/cli cli/compose/schema and types, ForbiddenProperties).</summary>
    private static readonly string[] RefusedBySwarm =
    [
        "annotations", "cgroup", "device_cgroup_rules", "extends", "gpus", "platform", "post_start", "pre_start", "pre_stop", "runtime", "use_api_socket", "uts", "volumes_from",
    ];

    /// <summary>The settings of the model that a field speaks of.</summary>
    private static readonly Dictionary<string, string> Settings = new(StringComparer.Ordinal)
    {
        ["ipc"] = "hostIpc",
        ["network_mode"] = "hostNetwork",
        ["pid"] = "hostPid",
        ["privileged"] = "privileged",
        ["userns_mode"] = "userNamespace",
        ["uts"] = "hostUts",
    };

    public ContainerFacts(ContainerView container, string text)
    {
        (Container, Text) = (container, text);
        IsWindows = ContainerPlatform.IsWindows(container);
        if (container.IsSwarm)
        {
            foreach (var field in PassedOverBySwarm)
            {
                // A build is not what runs.
                if (field != "build" && SettingFacts.IsSet(container.Service[field]) && !container.Service.IsUnresolved)
                {
                    AddFlaw(FlawKind.NoEffect, $"'{field}'", "docker stack deploy passes over it; remove it, and do not count on it", container.Service[field].KeyRange, field);
                }
            }

            foreach (var field in RefusedBySwarm)
            {
                if (SettingFacts.IsSet(container.Service[field]) && !container.Service.IsUnresolved)
                {
                    var advice = field == "runtime" ? "; a service of Swarm has no runtime of its own, so set default-runtime in daemon.json of the nodes" : "; remove it";
                    AddFlaw(FlawKind.Refused, $"'{field}'", $"docker stack deploy does not know the field{advice}", container.Service[field].KeyRange, field);
                }
            }
        }
    }

    /// <summary>The container.</summary>
    public ContainerView Container { get; }

    /// <summary>The file's text, which edits fit into; empty where nothing can be edited.</summary>
    public string Text { get; }

    /// <summary>Whether it is known to be a Windows container.</summary>
    public bool IsWindows { get; }

    /// <summary>The facts so far.</summary>
    public List<SettingFact> Facts { get; } = [];

    /// <summary>The flaws so far.</summary>
    public List<DescriptorFlaw> Flaws { get; } = [];

    /// <summary>A field that has an effect; missing for one that is absent or null, and for one that Swarm passes over.</summary>
    public DataCursor this[string field] =>
        Container.Service[field] is var value && SettingFacts.IsSet(value) && !(Container.IsSwarm && Array.IndexOf(PassedOverBySwarm, field) >= 0) ? value : default;

    /// <summary>How the format writes a field: <c>pid: host</c>, or <c>--pid=host</c> for arguments; without a value, the field alone.</summary>
    public string Show(string field, string? value = null)
    {
        if (!Container.IsArguments || DockerOptions.OptionOf(field) is not { } option)
        {
            return value is null ? field : $"{field}: {value}";
        }

        return value is null or "true" ? $"--{option}" : $"--{option}={value}";
    }

    /// <summary>Adds a flag that the format writes as <paramref name="shown"/>.</summary>
    public void AddFlag(string setting, bool value, string shown, TextRange range, TextEdit? mend = null) =>
        Facts.Add(SettingFact.Flag(setting, value, range) with { Shown = shown, Mend = mend });

    /// <summary>Adds a choice that the format writes as <paramref name="shown"/>.</summary>
    public void AddChoice(string setting, string value, string shown, TextRange range, TextEdit? mend = null) =>
        Facts.Add(SettingFact.Choice(setting, value, range) with { Shown = shown, Mend = mend });

    /// <summary>Adds what cannot be known: for a reason, or because a variable stands there.</summary>
    public void AddOpen(string setting, string shown, DataCursor value, string? reason = null) =>
        Facts.Add(SettingFact.Open(setting, reason ?? Unset(value), value.Range) with { Shown = shown });

    /// <summary>Adds a list, if there is anything in it.</summary>
    public void AddList(string setting, string shown, IReadOnlyList<SettingItem> items, TextRange range, bool isPartial)
    {
        if (items.Count > 0 || isPartial)
        {
            Facts.Add(SettingFact.List(setting, items, range, isPartial) with { Shown = shown });
        }
    }

    /// <summary>Adds what the engine does by itself.</summary>
    public void AddDefault(SettingFact fact) => Facts.Add(fact with { IsDefault = true });

    /// <summary>Adds a flaw; <paramref name="fields"/> are the fields that it is about.</summary>
    public void AddFlaw(FlawKind kind, string subject, string why, TextRange range, params string[] fields) =>
        Flaws.Add(new DescriptorFlaw(kind, subject, why, range)
        {
            SettingIds = Array.ConvertAll(Array.FindAll(fields, Settings.ContainsKey), field => Settings[field]),
        });

    /// <summary>Why the value of a variable is not known.</summary>
    public const string UnsetVariable = "a variable in it is set in no file of the run; set it in .env, or give it a default";

    /// <summary>Why a value that is not known is not.</summary>
    public static string Unset(DataCursor value) => value.IsUnresolved
        ? UnsetVariable
        : "its value has a wrong type";
}
