namespace IsolationModel.Descriptors.Docker;

/// <summary>
/// The options of <c>docker run</c>, <c>docker create</c> and <c>podman run</c> (their reference pages): which take a value, which of them say the
/// same as a field of a Compose service, and the short ones.
/// </summary>
internal static class DockerOptions
{
    /// <summary>The long form of a volume.</summary>
    public const string Mount = "mount";

    /// <summary>Short options and the long ones that they stand for; <c>-h</c> is the host name, not help.</summary>
    private static readonly Dictionary<char, string> Short = new()
    {
        ['a'] = "attach", ['c'] = "cpu-shares", ['d'] = "detach", ['e'] = "env", ['h'] = "hostname", ['i'] = "interactive", ['l'] = "label", ['m'] = "memory", ['p'] = "publish",
        ['P'] = "publish-all", ['q'] = "quiet", ['t'] = "tty", ['u'] = "user", ['v'] = "volume", ['w'] = "workdir",
    };

    /// <summary>Options that are on by their name alone; a value needs an equals sign.</summary>
    private static readonly HashSet<string> Flags = new(StringComparer.Ordinal)
    {
        "detach", "disable-content-trust", "help", "init", "interactive", "no-healthcheck", "no-hosts", "no-hostname", "oom-kill-disable", "privileged", "publish-all", "quiet", "read-only",
        "read-only-tmpfs", "replace", "rm", "rmi", "rootfs", "sig-proxy", "tls-verify", "tty", "env-host", "http-proxy", "passwd", "unsetenv-all", "use-api-socket",
    };

    /// <summary>Options that take a value and mean nothing here. An unknown option must not take what follows it for its value.</summary>
    private static readonly HashSet<string> Values = new(StringComparer.Ordinal)
    {
        "add-host", "annotation-file", "arch", "attach", "authfile", "blkio-weight", "blkio-weight-device", "cert-dir", "cgroup-conf", "cgroup-parent", "chrootdirs", "cidfile", "conmon-pidfile",
        "cpu-count", "cpu-percent", "cpu-period", "cpu-quota", "cpu-rt-period", "cpu-rt-runtime", "cpu-shares", "cpus", "cpuset-cpus", "cpuset-mems", "creds", "decryption-key", "detach-keys",
        "device-read-bps", "device-read-iops", "device-write-bps", "device-write-iops", "dns", "dns-opt", "dns-option", "dns-search", "domainname", "entrypoint", "env", "env-file", "env-merge", "expose",
        "gidmap", "group-add", "group-entry", "health-cmd", "health-interval", "health-retries", "health-start-interval", "health-start-period", "health-timeout", "hostname", "hostuser", "image-volume",
        "init-path", "io-maxbandwidth", "io-maxiops", "ip", "ip6", "kernel-memory", "label-file", "link", "link-local-ip", "log-driver", "log-opt", "mac-address", "memory", "memory-reservation",
        "memory-swap", "memory-swappiness", "network-alias", "net-alias", "oom-score-adj", "os", "passwd-entry", "personality", "pidfile", "pids-limit", "pod", "pod-id-file", "preserve-fd",
        "preserve-fds", "publish", "pull", "rdt-class", "requires", "restart", "retry", "retry-delay", "sdnotify", "secret", "shm-size", "shm-size-systemd", "stop-signal", "stop-timeout", "storage-opt",
        "subgidname", "subuidname", "systemd", "timeout", "tmpfs", "tz", "uidmap", "ulimit", "umask", "unsetenv", "variant", "volume-driver", "workdir",
    };

    /// <summary>Options that say the same as a field: the field, and whether they may be repeated, so that the field is a list.</summary>
    private static readonly Dictionary<string, (string Field, bool IsList)> Fields = new(StringComparer.Ordinal)
    {
        ["annotation"] = ("annotations", true),
        ["cap-add"] = ("cap_add", true),
        ["cap-drop"] = ("cap_drop", true),
        ["cgroupns"] = ("cgroup", false),
        ["device"] = ("devices", true),
        ["device-cgroup-rule"] = ("device_cgroup_rules", true),
        ["gpus"] = ("gpus", false),
        ["ipc"] = ("ipc", false),
        ["isolation"] = ("isolation", false),
        ["label"] = ("labels", true),
        [Mount] = ("volumes", true),
        ["name"] = ("container_name", false),
        ["net"] = ("network_mode", false),
        ["network"] = ("network_mode", false),
        ["pid"] = ("pid", false),
        ["platform"] = ("platform", false),
        ["privileged"] = ("privileged", false),
        ["read-only"] = ("read_only", false),
        ["runtime"] = ("runtime", false),
        ["security-opt"] = ("security_opt", true),
        ["sysctl"] = ("sysctls", true),
        ["use-api-socket"] = ("use_api_socket", false),
        ["user"] = ("user", false),
        ["userns"] = ("userns_mode", false),
        ["uts"] = ("uts", false),
        ["volume"] = ("volumes", true),
        ["volumes-from"] = ("volumes_from", true),
    };

    /// <summary>The long option of a letter, or null.</summary>
    public static string? OfLetter(char letter) => Short.TryGetValue(letter, out var name) ? name : null;

    /// <summary>Whether an option takes the next argument for its value; an unknown one does not.</summary>
    public static bool TakesValue(string name) => !Flags.Contains(name) && (Values.Contains(name) || Fields.ContainsKey(name));

    /// <summary>The option that fills in a field, the usual one of several; null where there is none.</summary>
    public static string? OptionOf(string field)
    {
        string? found = null;
        foreach (var option in Fields)
        {
            if (string.Equals(option.Value.Field, field, StringComparison.Ordinal) && option.Key is not ("net" or Mount))
            {
                found = option.Key;
            }
        }

        return found;
    }

    /// <summary>The field that an option fills in, or null.</summary>
    public static (string Field, bool IsList)? FieldOf(string name) => Fields.TryGetValue(name, out var field) ? field : null;
}
