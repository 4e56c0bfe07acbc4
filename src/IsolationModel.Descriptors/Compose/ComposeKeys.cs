using IsolationModel.Descriptors.Docker;

namespace IsolationModel.Descriptors.Compose;

/// <summary>The words of Compose files (compose-spec.json of the Compose Specification), as far as they tell such a file from others.</summary>
internal static class ComposeKeys
{
    public const string Services = "services";
    public const string Include = "include";
    public const string Extends = "extends";
    public const string Volumes = "volumes";
    public const string Name = "name";
    public const string Isolation = IsolationExtension.Field;

    private static readonly HashSet<string> TopLevel = new(StringComparer.Ordinal)
    {
        "version", Name, Include, Services, "models", "networks", Volumes, "secrets", "configs",
    };

    private static readonly HashSet<string> OfService = new(StringComparer.Ordinal)
    {
        "annotations", "attach", "blkio_config", "build", "cap_add", "cap_drop", "cgroup", "cgroup_parent", "command", "configs", "container_name",
        "cpu_count", "cpu_percent", "cpu_period", "cpu_quota", "cpu_rt_period", "cpu_rt_runtime", "cpu_shares", "cpus", "cpuset", "credential_spec",
        "depends_on", "deploy", "develop", "device_cgroup_rules", "devices", "dns", "dns_opt", "dns_search", "domainname", "entrypoint", "env_file",
        "environment", "expose", Extends, "external_links", "extra_hosts", "gpus", "group_add", "healthcheck", "hostname", "image", "init", "ipc",
        "isolation", "label_file", "labels", "links", "logging", "mac_address", "mem_limit", "mem_reservation", "mem_swappiness", "memswap_limit",
        "models", "network_mode", "networks", "oom_kill_disable", "oom_score_adj", "pid", "pids_limit", "platform", "ports", "post_start", "pre_start",
        "pre_stop", "privileged", "profiles", "provider", "pull_policy", "pull_refresh_after", "read_only", "restart", "runtime", "scale", "secrets",
        "security_opt", "shm_size", "stdin_open", "stop_grace_period", "stop_signal", "storage_opt", "sysctls", "tmpfs", "tty", "ulimits",
        "use_api_socket", "user", "userns_mode", "uts", Volumes, "volumes_from", "working_dir",
    };

    /// <summary>Words of a service that hardly anything else has.</summary>
    private static readonly HashSet<string> Telling = new(StringComparer.Ordinal)
    {
        "build", "cap_add", "cap_drop", "cgroup_parent", "container_name", "depends_on", "devices", "entrypoint", "env_file", Extends, "extra_hosts",
        "group_add", "healthcheck", "image", "init", "ipc", "isolation", "network_mode", "pid", "pids_limit", "privileged", "read_only", "restart",
        "runtime", "security_opt", "shm_size", "stdin_open", "sysctls", "tmpfs", "tty", "ulimits", "use_api_socket", "userns_mode", "uts",
        "volumes_from", "working_dir",
    };

    /// <summary>Whether Compose takes a key at the top of a file.</summary>
    public static bool IsTopLevel(string key) => TopLevel.Contains(key) || IsExtension(key);

    /// <summary>Whether Compose takes a key in a service.</summary>
    public static bool IsOfService(string key) => OfService.Contains(key) || IsExtension(key);

    /// <summary>Whether a key of a service tells that it is one.</summary>
    public static bool IsTelling(string key) => Telling.Contains(key);

    /// <summary>Whether a key is the author's own.</summary>
    public static bool IsExtension(string key) => key.StartsWith("x-", StringComparison.Ordinal);
}
