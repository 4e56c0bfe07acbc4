using System.Text.Json.Nodes;
using CsCheck;

namespace IsolationModel.Conformance.Cel;

/// <summary>
/// Pods that say something of every setting that the model knows, in every place where a Pod can say it. A pod is made of numbers, of which 0
/// leaves a field out, so that what is found shrinks to what matters.
/// </summary>
internal static class RandomPods
{
    /// <summary>Fields are mostly absent: a number beyond the values of a field leaves it out, too.</summary>
    private const int Most = 24;

    private const int Longest = 180;

    private static readonly string[] Capabilities =
    [
        "ALL", "all", "CAP_ALL", "SYS_ADMIN", "CAP_SYS_ADMIN", "sys_admin", "cap_Sys_Admin", "NET_ADMIN", "NET_BIND_SERVICE", "net_bind_service", "CAP_NET_BIND_SERVICE", "SYS_PTRACE",
        "CAP_SYS_PTRACE", "SYS_MODULE", "sys_module", "DAC_READ_SEARCH", "CHOWN", "NET_RAW", "cap_net_raw", "SYS_TIME", "BPF", "SETPCAP",
    ];

    /// <summary>Paths of every sort: harmless, sensitive, above and below what is, sockets, exceptions, oddly written, of Windows.</summary>
    private static readonly string[] Paths =
    [
        "/", "//", "/.", "/etc", "/etc/", "//etc//.//passwd", "/etcetera", "/var", "/var/lib", "/var/lib/", "/var/lib/kubelet/pods", "/var/lib/kubeletx", "/var/log", "/data", "/run",
        "/var/run", "/var/run/docker.sock", "/run/./docker.sock", "/run/containerd", "/run/containerd/containerd.sock", "/run/containerd/containerd.sock.ttrpc", "/run/k3s/containerd", "/dev",
        "/dev/null", "/dev/shm/x", "/dev/sda", "/dev/fuse", "/srv/me", "/proc/sys", "/sys/", "/opt/cni/bin", "/usr/local/share", "relative/etc", @"C:\", "c:/", @"C:\Windows\System32",
        "c:/program files/x", "C:/ProgramData", @"D:\data", "C:/data", @"\\.\pipe\docker_engine", "//./pipe/DOCKER_ENGINE", @"\\.\pipe\other", @"\\.\PIPE\containerd-containerd",
    ];

    private static readonly string[] Parts = ["log", "etc", "./etc", "docker.sock", "containerd/containerd.sock", "null", "a/b/", "Windows"];

    /// <summary>What may stand in the spec of a pod.</summary>
    private static readonly (string Field, string[] Values)[] Spec =
    [
        ("hostPID", ["true", "false", "true"]),
        ("hostIPC", ["true", "false"]),
        ("hostNetwork", ["true", "false", "true"]),
        ("hostUsers", ["true", "false", "false", "false"]),
        ("os", ["""{"name":"linux"}""", """{"name":"windows"}"""]),
        ("nodeSelector", ["""{"kubernetes.io/os":"windows"}""", """{"kubernetes.io/os":"linux"}""", """{"beta.kubernetes.io/os":"windows"}""", """{"disk":"ssd"}"""]),
    ];

    /// <summary>What may stand in the security context of a pod and of a container.</summary>
    private static readonly (string Field, string[] Values)[] Context =
    [
        ("seccompProfile", ["""{"type":"RuntimeDefault"}""", """{"type":"RuntimeDefault"}""", """{"type":"RuntimeDefault"}""", """{"type":"Unconfined"}""", """{"type":"Localhost","localhostProfile":"a.json"}"""]),
        ("appArmorProfile", ["""{"type":"RuntimeDefault"}""", """{"type":"Unconfined"}""", """{"type":"Localhost","localhostProfile":"a"}"""]),
        ("seLinuxOptions", ["""{"level":"s0"}""", "{}", """{"type":"container_t"}"""]),
        ("runAsNonRoot", ["true", "true", "true", "false"]),
        ("runAsUser", ["0", "1000", "1000"]),
        ("windowsOptions", ["""{"hostProcess":true}""", """{"hostProcess":false}""", """{"runAsUserName":"x"}"""]),
    ];

    /// <summary>What may stand in the security context of a container alone.</summary>
    private static readonly (string Field, string[] Values)[] OwnContext =
    [
        ("privileged", ["true", "false", "true"]),
        ("procMount", ["\"Default\"", "\"Unmasked\"", "\"Unmasked\""]),
        ("allowPrivilegeEscalation", ["true", "false", "false", "false", "false", "false"]),
    ];

    private static readonly (string Field, string[] Values)[] OfContainer =
    [
        ("resources",
        [
            """{"limits":{"nvidia.com/gpu":"1"}}""", """{"limits":{"nvidia.com/gpu":"0"},"requests":{"nvidia.com/gpu.shared":"2"}}""", """{"requests":{"amd.com/gpu":"0"}}""",
            """{"limits":{"gpu.intel.com/i915":"1"}}""", """{"limits":{"nvidia.com/mig-1g.5gb":"1"}}""", """{"limits":{"cpu":"1","memory":"1Gi"}}""",
        ]),
        ("volumeDevices", ["""[{"name":"data","devicePath":"/dev/xvda"}]"""]),
    ];

    private static readonly (string Field, string[] Values)[] Annotations =
    [
        ("io.kubernetes.cri.untrusted-workload", ["\"true\"", "\"True\""]),
        ("userns-mode.crio.io", ["\"auto\"", "\"host\"", "\"\""]),
        ("io.kubernetes.cri-o.userns-mode", ["\"auto:size=65536\"", "\"host\""]),
        ("dev.gvisor.flag.host-uds", ["\"open\"", "\"all\"", "\"none\"", "\"create\""]),
        ("dev.gvisor.spec.mount", ["\"x\""]),
        ("io.katacontainers.config.hypervisor.path", ["\"/bin/sh\""]),
        ("io.katacontainers.config.hypervisor.virtio_fs_daemon", ["\"/bin/sh\""]),
        ("io.katacontainers.config.hypervisor.kernel_params", ["\"quiet\""]),
        ("io.katacontainers.config.hypervisor.default_vcpus", ["\"2\""]),
        ("io.katacontainers.config.agent.policy", ["\"x\""]),
        ("io.katacontainers.config.runtime.disable_guest_seccomp", ["\"false\"", "\"true\""]),
        ("io.katacontainers.config.runtime.disable_new_netns", ["\"true\""]),
        ("container.apparmor.security.beta.kubernetes.io/app", ["\"unconfined\"", "\"runtime/default\"", "\"localhost/a\"", "\"odd\""]),
        ("container.apparmor.security.beta.kubernetes.io/setup", ["\"unconfined\""]),
    ];

    private static readonly string[] MountFlags = ["true", "false"];

    /// <summary>Pods as JSON.</summary>
    /// <param name="classes">The runtime classes that they may name.</param>
    public static Gen<string> Of(IReadOnlyList<string> classes) =>
        Gen.Select(Gen.Int[0, Most].Array[Longest], Gen.Int[0, classes.Count], (numbers, at) => Write(new Numbers(numbers), at == classes.Count ? null : classes[at]));

    private static string Write(Numbers numbers, string? runtimeClass)
    {
        var metadata = new JsonObject { ["name"] = "pod" };
        var annotations = new JsonObject();
        Add(annotations, Annotations, numbers);
        if (annotations.Count > 0)
        {
            metadata["annotations"] = annotations;
        }

        var spec = new JsonObject();
        Add(spec, Spec, numbers);
        if (runtimeClass is not null)
        {
            spec["runtimeClassName"] = runtimeClass;
        }

        // Many settings count only where others are in order, so that half of the pods start from the restricted profile.
        var isRestricted = numbers.Next() % 2 == 1;
        var context = new JsonObject();
        if (isRestricted)
        {
            context["runAsNonRoot"] = true;
            context["seccompProfile"] = new JsonObject { ["type"] = "RuntimeDefault" };
        }

        Add(context, Context, numbers);
        AddTo(spec, "securityContext", context, numbers);
        var volumes = new JsonArray();
        foreach (var name in (string[])["host", "other"])
        {
            if (numbers.Next() is > 0 and <= 12)
            {
                var hostPath = new JsonObject { ["path"] = numbers.Pick(Paths) };
                if (numbers.Next() is 1 or 2)
                {
                    hostPath["type"] = "BlockDevice";
                }

                volumes.Add(new JsonObject { ["name"] = name, ["hostPath"] = hostPath });
            }
        }

        if (numbers.Next() % 4 == 1)
        {
            volumes.Add(new JsonObject { ["name"] = "data", ["emptyDir"] = new JsonObject() });
        }

        if (volumes.Count > 0)
        {
            spec["volumes"] = volumes;
        }

        spec["containers"] = Containers("app", numbers, isRestricted, always: true);
        foreach (var (list, name) in ((string, string)[])[("initContainers", "setup"), ("ephemeralContainers", "shell")])
        {
            if (Containers(name, numbers, isRestricted, always: false) is { Count: > 0 } containers)
            {
                spec[list] = containers;
            }
        }

        return new JsonObject { ["apiVersion"] = "v1", ["kind"] = "Pod", ["metadata"] = metadata, ["spec"] = spec }.ToJsonString();
    }

    private static JsonArray Containers(string name, Numbers numbers, bool isRestricted, bool always)
    {
        var containers = new JsonArray();
        for (var i = 0; i < 2; i++)
        {
            if ((i == 0 && always) || numbers.Next() is > 0 and <= 6)
            {
                containers.Add(Container(i == 0 ? name : name + "-2", numbers, isRestricted));
            }
        }

        return containers;
    }

    private static JsonObject Container(string name, Numbers numbers, bool isRestricted)
    {
        var container = new JsonObject { ["name"] = name, ["image"] = "registry.example/app:1" };
        Add(container, OfContainer, numbers);
        var context = new JsonObject();
        var capabilities = new JsonObject();
        if (isRestricted)
        {
            context["allowPrivilegeEscalation"] = false;
            capabilities["drop"] = new JsonArray("ALL");
        }

        Add(context, Context, numbers);
        Add(context, OwnContext, numbers);
        foreach (var list in (string[])["add", "drop"])
        {
            // What no kernel knows is added here and never dropped.
            if (Words(numbers, list == "add" ? [.. Capabilities, "UNHEARD_OF"] : [.. Capabilities, "CAP_NET_ADMIN", "OTHER"]) is { Count: > 0 } words)
            {
                capabilities[list] = words;
            }
        }

        AddTo(context, "capabilities", capabilities, numbers);
        AddTo(container, "securityContext", context, numbers);
        var mounts = new JsonArray();
        foreach (var volume in (string[])["host", "other", "data"])
        {
            if (numbers.Next() is > 0 and <= 9)
            {
                var mount = new JsonObject { ["name"] = volume, ["mountPath"] = "/" + volume };
                AddOne(mount, "readOnly", MountFlags, numbers);
                if (numbers.Next() is > 0 and <= 6)
                {
                    mount[numbers.Next() % 2 == 0 ? "subPath" : "subPathExpr"] = numbers.Pick(Parts);
                }

                mounts.Add(mount);
            }
        }

        if (mounts.Count > 0)
        {
            container["volumeMounts"] = mounts;
        }

        return container;
    }

    private static JsonArray Words(Numbers numbers, string[] words)
    {
        var list = new JsonArray();
        while (list.Count < 4 && numbers.Next() is > 0 and <= 7)
        {
            list.Add(numbers.Pick(words));
        }

        return list;
    }

    private static void AddTo(JsonObject owner, string field, JsonObject value, Numbers numbers)
    {
        if (value.Count > 0 || numbers.Next() == 1)
        {
            owner[field] = value;
        }
    }

    private static void Add(JsonObject owner, (string Field, string[] Values)[] fields, Numbers numbers)
    {
        foreach (var (field, values) in fields)
        {
            AddOne(owner, field, values, numbers);
        }
    }

    private static void AddOne(JsonObject owner, string field, string[] values, Numbers numbers)
    {
        var number = numbers.Next();
        if (number > 0 && number <= values.Length)
        {
            owner[field] = JsonNode.Parse(values[number - 1]);
        }
    }

    /// <summary>Numbers one after another; 0 once they are used up.</summary>
    private sealed class Numbers(int[] numbers)
    {
        private int _at;

        public int Next() => _at < numbers.Length ? numbers[_at++] : 0;

        public string Pick(string[] words) => words[((Next() * (Most + 1)) + Next()) % words.Length];
    }
}
