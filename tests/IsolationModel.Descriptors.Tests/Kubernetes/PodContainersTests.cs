using IsolationModel.Workloads;

namespace IsolationModel.Descriptors.Tests.Kubernetes;

public sealed class PodContainersTests
{
    /// <summary>A spec, a setting of its first container, its value, and the text at its place.</summary>
    [Theory]
    [InlineData("  containers: [ { name: main, securityContext: { privileged: true } } ]", "privileged", "true", "true")]
    [InlineData("  containers: [ { name: main, securityContext: { privileged: yes } } ]", "privileged", "true", "yes")]
    [InlineData("  containers: [ { name: main, securityContext: { privileged: '{{x}}' } } ]", "privileged", "?", "'{{x}}'")]
    [InlineData("  securityContext: { privileged: true }\n  containers: [ { name: main } ]", "privileged", null, null)] // no such field at pod level
    [InlineData("  hostPID: true\n  containers: [ { name: main } ]", "hostPid", "true", "true")]
    [InlineData("  hostUsers: false\n  containers: [ { name: main } ]", "userNamespace", "true", "false")]
    [InlineData("  containers: [ { name: main } ]", "seccomp", "Unset", "main")]
    [InlineData("  containers: [ { name: main, securityContext: {} } ]", "seccomp", "Unset", "securityContext")]
    [InlineData("  securityContext: {}\n  containers: [ { name: main } ]", "seccomp", "Unset", "securityContext")]
    [InlineData("  securityContext: { seccompProfile: { type: RuntimeDefault } }\n  containers: [ { name: main } ]", "seccomp", "RuntimeDefault", "RuntimeDefault")]
    [InlineData("  securityContext: { seccompProfile: { type: RuntimeDefault } }\n  containers: [ { name: main, securityContext: { seccompProfile: { type: Unconfined } } } ]", "seccomp", "Unconfined", "Unconfined")]
    [InlineData("  securityContext: { seccompProfile: { type: RuntimeDefault } }\n  containers: [ { name: main, securityContext: { seccompProfile: null } } ]", "seccomp", "RuntimeDefault", "RuntimeDefault")]
    [InlineData("  securityContext: { runAsNonRoot: true }\n  containers: [ { name: main, securityContext: { runAsNonRoot: false } } ]", "runAsNonRoot", "false", "false")]
    [InlineData("  containers: [ { name: main } ]", "allowPrivilegeEscalation", "true", "main")]
    [InlineData("  containers: [ { name: main, securityContext: { allowPrivilegeEscalation: false } } ]", "allowPrivilegeEscalation", "false", "false")]
    [InlineData("  containers: [ { name: main, securityContext: { capabilities: { add: [NET_RAW, SYS_TIME] } } } ]", "addedCapabilities", "NET_RAW SYS_TIME", null)]
    [InlineData("  containers: [ { name: main, securityContext: { capabilities: { add: [NET_RAW, '${CAP}'] } } } ]", "addedCapabilities", "NET_RAW ?", null)]
    [InlineData("  containers: [ { name: main, securityContext: { procMount: Unmasked } } ]", "procMount", "Unmasked", "Unmasked")]
    [InlineData("  volumes: [ { name: v, hostPath: { path: /etc } } ]\n  containers: [ { name: main, volumeMounts: [ { name: v, mountPath: /x } ] } ]", "writableHostPaths", "/etc", "/etc")]
    [InlineData("  volumes: [ { name: v, hostPath: { path: /etc } } ]\n  containers: [ { name: main, volumeMounts: [ { name: v, mountPath: /x, readOnly: true } ] } ]", "writableHostPaths", "", null)]
    [InlineData("  volumes: [ { name: v, hostPath: { path: /etc } } ]\n  containers: [ { name: main, volumeMounts: [ { name: v, mountPath: /x, readOnly: true } ] } ]", "hostPaths", "/etc", "/etc")]
    [InlineData("  volumes: [ { name: v, hostPath: { path: /etc/ } } ]\n  containers: [ { name: main, volumeMounts: [ { name: v, mountPath: /x, subPath: ssl } ] } ]", "hostPaths", "/etc/ssl", "/etc/")]
    [InlineData("  volumes: [ { name: v, hostPath: { path: /etc } } ]\n  containers: [ { name: main } ]", "hostPaths", null, null)] // nobody mounts it
    [InlineData("  volumes: [ { name: v, emptyDir: {} } ]\n  containers: [ { name: main, volumeMounts: [ { name: v, mountPath: /x } ] } ]", "hostPaths", null, null)]
    [InlineData("  containers: [ { name: main, resources: { limits: { nvidia.com/gpu: 1 } } } ]", "gpu", "true", "nvidia.com/gpu")]
    [InlineData("  containers: [ { name: main, resources: { requests: { gpu.intel.com/i915: 1 } } } ]", "gpu", "true", "gpu.intel.com/i915")]
    [InlineData("  containers: [ { name: main, resources: { limits: { nvidia.com/mig-1g.5gb: 1 } } } ]", "gpu", "true", "nvidia.com/mig-1g.5gb")]
    [InlineData("  containers: [ { name: main, resources: { limits: { nvidia.com/gpu: 0 } } } ]", "gpu", null, null)]
    [InlineData("  containers: [ { name: main, resources: { limits: { cpu: 1, memory: 1Gi } } } ]", "gpu", null, null)]
    [InlineData("  containers: [ { name: main, resources: { limits: { nvidia.com/gpu: '{{ .Values.gpus }}' } } } ]", "gpu", "?", "nvidia.com/gpu")]
    [InlineData("  containers: [ { name: main, securityContext: { windowsOptions: { hostProcess: true } } } ]", "hostProcess", "true", "true")]
    [InlineData("  securityContext: { windowsOptions: { hostProcess: true } }\n  containers: [ { name: main } ]", "hostProcess", "true", "true")]
    [InlineData("  securityContext: { windowsOptions: { hostProcess: true } }\n  containers: [ { name: main, securityContext: { windowsOptions: { hostProcess: false } } } ]", "hostProcess", "false", "false")]
    // runAsUser: Kubernetes API, core/v1 SecurityContext; the model's setting counts a user other than 0
    [InlineData("  containers: [ { name: main, securityContext: { runAsUser: 1000 } } ]", "runAsNonRoot", "true", "1000")]
    [InlineData("  securityContext: { runAsUser: 1000 }\n  containers: [ { name: main } ]", "runAsNonRoot", "true", "1000")]
    [InlineData("  securityContext: { runAsUser: 1000 }\n  containers: [ { name: main, securityContext: { runAsUser: 0 } } ]", "runAsNonRoot", "false", "0")]
    [InlineData("  securityContext: { runAsNonRoot: false }\n  containers: [ { name: main, securityContext: { runAsUser: 7 } } ]", "runAsNonRoot", "true", "7")]
    [InlineData("  securityContext: { runAsNonRoot: true }\n  containers: [ { name: main, securityContext: { runAsUser: 0 } } ]", "runAsNonRoot", "true", "true")]
    [InlineData("  securityContext: { runAsNonRoot: true }\n  containers: [ { name: main, securityContext: { runAsNonRoot: null } } ]", "runAsNonRoot", "true", "true")]
    [InlineData("  containers: [ { name: main, securityContext: { runAsUser: 0x0 } } ]", "runAsNonRoot", "false", "0x0")]
    [InlineData("  containers: [ { name: main, securityContext: { runAsUser: 0o17 } } ]", "runAsNonRoot", "true", "0o17")]
    [InlineData("  containers: [ { name: main, securityContext: { runAsUser: '1000' } } ]", "runAsNonRoot", "?", "'1000'")] // a text is no number
    [InlineData("  containers: [ { name: main, securityContext: { runAsUser: '${UID}' } } ]", "runAsNonRoot", "?", "'${UID}'")]
    [InlineData("  containers: [ { name: main, securityContext: { runAsGroup: 1000 } } ]", "runAsNonRoot", null, null)]
    // structured fields are replaced whole (kubernetes pkg/securitycontext/util.go)
    [InlineData("  securityContext: { seccompProfile: { type: RuntimeDefault } }\n  containers: [ { name: main, securityContext: { seccompProfile: { localhostProfile: x } } } ]", "seccomp", "?", "seccompProfile")]
    [InlineData("  securityContext: { windowsOptions: { hostProcess: true } }\n  containers: [ { name: main, securityContext: { windowsOptions: { runAsUserName: x } } } ]", "hostProcess", "true", "true")] // but these, one by one
    [InlineData("  securityContext: { seLinuxOptions: { level: s0 } }\n  containers: [ { name: main } ]", "seLinuxOptions", "true", "seLinuxOptions")]
    [InlineData("  containers: [ { name: main, securityContext: { seLinuxOptions: {} } } ]", "seLinuxOptions", null, null)]
    // containerd puts names to upper case and CAP_ before them; CRI-O takes a prefix (spec_opts.go, container_create_linux.go)
    [InlineData("  containers: [ { name: main, securityContext: { capabilities: { add: [sys_admin] } } } ]", "addedCapabilities", "SYS_ADMIN", "sys_admin")]
    [InlineData("  containers: [ { name: main, securityContext: { capabilities: { add: [CAP_SYS_ADMIN] } } } ]", "addedCapabilities", "SYS_ADMIN", "CAP_SYS_ADMIN")]
    [InlineData("  containers: [ { name: main, securityContext: { capabilities: { drop: [all] } } } ]", "droppedCapabilities", "ALL", "all")]
    [InlineData("  containers: [ { name: main, securityContext: { capabilities: { drop: [CAP_ALL] } } } ]", "droppedCapabilities", "CAP_ALL", "CAP_ALL")]
    // what not every runtime can give
    [InlineData("  volumes: [ { name: v, emptyDir: {} } ]\n  containers: [ { name: main, volumeMounts: [ { name: v, mountPath: /x, subPath: part } ] } ]", "subPath", "true", "part")]
    [InlineData("  containers: [ { name: main, volumeMounts: [ { name: v, mountPath: /x, subPathExpr: part } ] } ]", "subPath", "true", "part")]
    [InlineData("  containers: [ { name: main, volumeMounts: [ { name: v, mountPath: /x, subPath: '' } ] } ]", "subPath", null, null)]
    [InlineData("  containers: [ { name: main, volumeMounts: [ { name: v, mountPath: /x, subPath: '${P}' } ] } ]", "subPath", "?", "'${P}'")]
    [InlineData("  containers: [ { name: main, volumeDevices: [ { name: v, devicePath: /dev/x } ] } ]", "blockDevice", "true", "volumeDevices")]
    [InlineData("  volumes: [ { name: v, hostPath: { path: /dev/sdb, type: BlockDevice } } ]\n  containers: [ { name: main, volumeMounts: [ { name: v, mountPath: /x } ] } ]", "blockDevice", "true", "BlockDevice")]
    [InlineData("  volumes: [ { name: v, hostPath: { path: /data, type: Directory } } ]\n  containers: [ { name: main, volumeMounts: [ { name: v, mountPath: /x } ] } ]", "blockDevice", null, null)]
    [InlineData("  volumes: [ { name: v, hostPath: { path: /dev/sdb, type: BlockDevice } } ]\n  containers: [ { name: main } ]", "blockDevice", null, null)] // nobody mounts it
    [InlineData("  os: { name: windows }\n  containers: [ { name: main } ]", "operatingSystem", "Windows", "windows")]
    [InlineData("  os: { name: linux }\n  nodeSelector: { kubernetes.io/os: windows }\n  containers: [ { name: main } ]", "operatingSystem", "Linux", "linux")]
    [InlineData("  nodeSelector: { kubernetes.io/os: windows }\n  containers: [ { name: main } ]", "operatingSystem", "Windows", "windows")]
    [InlineData("  nodeSelector: { kubernetes.io/os: '${OS}' }\n  containers: [ { name: main } ]", "operatingSystem", "?", "'${OS}'")]
    [InlineData("  containers: [ { name: main, securityContext: { windowsOptions: { hostProcess: true } } } ]", "operatingSystem", "Windows", "true")]
    [InlineData("  containers: [ { name: main } ]", "operatingSystem", null, null)]
    public void Settings_are_effective_for_their_container(string spec, string setting, string? value, string? at)
    {
        var text = Sample.Pod(spec);
        var fact = Sample.One(text).Containers[0].Find(setting);
        Assert.Equal(value, Describe(fact));
        if (at is not null)
        {
            Assert.Equal(at, Sample.At(text, fact!.Items.Count > 0 ? fact.Items[0].Range : fact.Range));
        }
    }

    [Fact]
    public void Containers_of_every_sort_count()
    {
        const string spec = "  containers: [ { name: a } ]\n  initContainers: [ { name: b } ]\n  ephemeralContainers: [ { name: c } ]";
        Assert.Equal(["container 'a'", "container 'b'", "container 'c'"], Sample.One(Sample.Pod(spec)).Containers.Select(container => container.Name));
    }

    [Theory]
    [InlineData("unconfined", "Unconfined")]
    [InlineData("runtime/default", "RuntimeDefault")]
    [InlineData("localhost/shop", "Localhost")]
    public void The_legacy_AppArmor_annotation_counts_where_no_field_stands(string value, string profile)
    {
        var text = Sample.Pod("  containers: [ { name: main } ]", $"container.apparmor.security.beta.kubernetes.io/main: {value}");
        Assert.Equal(profile, Sample.One(text).Containers[0].Find("appArmor")!.Value);
    }

    /// <summary>kubernetes pkg/security/apparmor/helpers.go: the container's field, the annotation, the Pod's field.</summary>
    [Theory]
    [InlineData("  containers: [ { name: main, securityContext: { appArmorProfile: { type: RuntimeDefault } } } ]", "unconfined", "RuntimeDefault")]
    [InlineData("  securityContext: { appArmorProfile: { type: RuntimeDefault } }\n  containers: [ { name: main } ]", "unconfined", "Unconfined")]
    [InlineData("  securityContext: { appArmorProfile: { type: Unconfined } }\n  containers: [ { name: main, securityContext: { appArmorProfile: null } } ]", "localhost/x", "Localhost")]
    [InlineData("  securityContext: { appArmorProfile: { type: Unconfined } }\n  containers: [ { name: main } ]", null, "Unconfined")]
    [InlineData("  containers: [ { name: main } ]", "no such word", "?")]
    public void AppArmor_is_taken_from_the_nearest_place(string spec, string? annotation, string profile)
    {
        var text = Sample.Pod(spec, annotation is null ? string.Empty : $"container.apparmor.security.beta.kubernetes.io/main: {annotation}");
        var fact = Sample.One(text).Containers[0].Find("appArmor")!;
        Assert.Equal(profile, fact.IsUnresolved ? "?" : fact.Value);
    }

    [Fact]
    public void A_sidecar_is_a_container_like_any_other()
    {
        const string spec = "  containers: [ { name: a } ]\n  initContainers: [ { name: b, restartPolicy: Always, securityContext: { privileged: true } } ]";
        Assert.Equal("true", Sample.One(Sample.Pod(spec)).Containers[1].Find("privileged")!.Value);
    }

    /// <summary>A placeholder where a mapping or list should stand hides everything that could be in it.</summary>
    [Theory]
    [InlineData("  containers: [ { name: main, securityContext: {{ toYaml .Values.sc }} } ]", "privileged")]
    [InlineData("  containers:\n  - name: main\n    securityContext: {{ toYaml .Values.sc | nindent 6 }}", "privileged")]
    [InlineData("  containers:\n  - name: main\n    securityContext: ${SC}", "addedCapabilities")]
    [InlineData("  securityContext: {{ .Values.sc }}\n  containers: [ { name: main } ]", "seccomp")]
    [InlineData("  containers: {{ .Values.containers }}", "privileged")]
    [InlineData("  containers: {{ .Values.containers }}", "writableHostPaths")]
    [InlineData("  initContainers: {{ .Values.init }}\n  containers: [ { name: main } ]", "privileged")]
    [InlineData("  volumes: {{ .Values.volumes }}\n  containers: [ { name: main, volumeMounts: [ { name: v, mountPath: /x } ] } ]", "writableHostPaths")]
    [InlineData("  volumes: [ {{ .Values.volume }} ]\n  containers: [ { name: main, volumeMounts: [ { name: v, mountPath: /x } ] } ]", "writableHostPaths")]
    [InlineData("  volumes: [ { name: v, hostPath: {{ .Values.path }} } ]\n  containers: [ { name: main, volumeMounts: [ { name: v, mountPath: /x } ] } ]", "writableHostPaths")]
    [InlineData("  containers: [ { name: main, volumeMounts: {{ .Values.mounts }} } ]", "writableHostPaths")]
    [InlineData("  {{ .Values.spec }}: 1", null)]
    public void What_a_placeholder_hides_is_unknown(string spec, string? setting)
    {
        var containers = Sample.One(Sample.Pod(spec)).Containers;
        Assert.Equal(setting is not null, containers.Any(container => setting is not null && container.Find(setting) is { IsUnresolved: true }));
    }

    private static string? Describe(SettingFact? fact) =>
        fact is null ? null : fact.Value ?? string.Join(' ', fact.Items.Select(item => item.Value).Concat(fact.IsUnresolved ? ["?"] : []));
}
