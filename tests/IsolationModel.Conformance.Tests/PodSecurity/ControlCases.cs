using static IsolationModel.Conformance.PodSecurity.Place;

namespace IsolationModel.Conformance.PodSecurity;

/// <summary>
/// What the controls forbid, in which versions and where. Source: kubernetes/kubernetes, staging/src/k8s.io/pod-security-admission/policy, one file
/// a control (check_*.go); versions by MinimumVersion, replaced controls by OverrideCheckIDs.
/// </summary>
internal static class ControlCases
{
    private const string Always = "0-";
    private const string Never = "";

    private static readonly FieldEdit Windows = new(Spec, "os: { name: windows }");
    private static readonly FieldEdit UserNamespace = new(Spec, "hostUsers: false");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<ControlCase> All { get; } =
    [
        .. HostNamespaces(), .. PrivilegedAndHostProcess(), .. Capabilities(), .. Volumes(), .. HostPorts(), .. AppArmor(), .. SELinux(), .. ProcMount(), .. Seccomp(),
        .. Sysctls(), .. HostsOfProbes(), .. PrivilegeEscalation(), .. RunAs(), .. NothingSaid(),
    ];

    // check_hostNamespaces.go
    private static IEnumerable<ControlCase> HostNamespaces() =>
        from field in new[] { "hostNetwork: «true»", "hostPID: «true»", "hostIPC: «true»", "hostPID: «yes»", "hostIPC: «On»" }
        select new ControlCase("hostNamespaces", Always, Always, new FieldEdit(Spec, field));

    // check_privileged.go, check_windowsHostProcess.go
    private static IEnumerable<ControlCase> PrivilegedAndHostProcess() =>
    [
        new("privileged", Always, Always, new FieldEdit(Context, "privileged: «true»")),
        new("privileged", Always, Always, new FieldEdit(Context, "privileged: «y»")),
        new("windowsHostProcess", Always, Always, new FieldEdit(PodContext, "windowsOptions: { hostProcess: «true» }")),
        new("windowsHostProcess", Always, Always, new FieldEdit(Context, "windowsOptions: { hostProcess: «true» }")),
        new("windowsHostProcess", Always, Always, new FieldEdit(Context, "windowsOptions: { hostProcess: «true» }"), Windows),
    ];

    // check_capabilities_baseline.go, check_capabilities_restricted.go
    private static IEnumerable<ControlCase> Capabilities()
    {
        foreach (var beyondBaseline in new[] { "«NET_RAW»", "«SYS_ADMIN»", "«CAP_CHOWN»", "«chown»", "«ALL»", "«\"\"»", "NET_BIND_SERVICE, «BPF»", "«NET_RAW», NET_RAW", "NET_RAW, «NET_RAW»" })
        {
            var edit = new FieldEdit(Context, $"capabilities: {{ drop: [ALL], add: [{beyondBaseline}] }}");
            yield return new("capabilities_baseline", Always, "0-21", edit);
            yield return new("capabilities_restricted", Never, "22-", edit);
            yield return new("capabilities_baseline", Always, "0-21", edit, Windows);
            yield return new("capabilities_restricted", Never, "22-24", edit, Windows);
        }

        foreach (var name in new[] { "AUDIT_WRITE", "CHOWN", "DAC_OVERRIDE", "FOWNER", "FSETID", "KILL", "MKNOD", "SETFCAP", "SETGID", "SETPCAP", "SETUID", "SYS_CHROOT" })
        {
            yield return new("capabilities_restricted", Never, "22-", new FieldEdit(Context, $"capabilities: {{ drop: [ALL], add: [NET_BIND_SERVICE, «{name}»] }}"));
        }

        foreach (var kept in new[] { "{ drop: [«all»] }", "{ «drop»: [CAP_ALL] }", "{ «drop»: [NET_RAW] }", "{ «drop»: [] }", "{ «drop»: null }", "{ «drop»: , add: [NET_BIND_SERVICE] }" })
        {
            yield return new("capabilities_restricted", Never, "22-", new FieldEdit(Context, "capabilities: " + kept));
            yield return new("capabilities_restricted", Never, "22-24", new FieldEdit(Context, "capabilities: " + kept), Windows);
        }

        yield return new("capabilities_restricted", Never, "22-", new FieldEdit(Context, "«capabilities»: {}"));
        yield return new("capabilities_restricted", Never, "22-", new FieldEdit(Context, "«capabilities»: { add: [] }"));
        yield return new("capabilities_restricted", Never, "22-", new FieldEdit(Context, "-capabilities"));
        yield return new("capabilities_restricted", Never, "22-24", new FieldEdit(Context, "-capabilities"), Windows);
    }

    // check_hostPathVolumes.go, check_restrictedVolumes.go
    private static IEnumerable<ControlCase> Volumes()
    {
        foreach (var hostPath in new[] { "{ name: data, «hostPath»: { path: /data } }", "{ «hostPath»: {}, name: data }", "{ name: cache, emptyDir: null }, { name: data, «hostPath»: {} }" })
        {
            yield return new("hostPathVolumes", Always, Never, new FieldEdit(Spec, $"volumes: [{hostPath}]"));
            yield return new("restrictedVolumes", Never, Always, new FieldEdit(Spec, $"volumes: [{hostPath}]"));
        }

        foreach (var source in new[]
        {
            "awsElasticBlockStore", "azureDisk", "azureFile", "cephfs", "cinder", "fc", "flexVolume", "flocker", "gcePersistentDisk", "gitRepo", "glusterfs", "iscsi", "nfs",
            "photonPersistentDisk", "portworxVolume", "quobyte", "rbd", "scaleIO", "storageos", "vsphereVolume",
        })
        {
            yield return new("restrictedVolumes", Never, Always, new FieldEdit(Spec, $"volumes: [{{ name: data, «{source}»: {{}} }}]"));
        }
    }

    // check_hostPorts.go; ports that hostNetwork makes host ports have tests of their own
    private static IEnumerable<ControlCase> HostPorts() =>
        from ports in new[] { "{ containerPort: 80, hostPort: «8080» }", "{ containerPort: 80 }, { hostPort: «0x50», containerPort: 80 }", "{ hostPort: «-1» }" }
        select new ControlCase("hostPorts", Always, Always, new FieldEdit(Container, $"ports: [{ports}]"));

    // check_appArmorProfile.go: fields and annotations in every version
    private static IEnumerable<ControlCase> AppArmor()
    {
        foreach (var profile in new[] { "appArmorProfile: { type: «Unconfined» }", "appArmorProfile: { type: «runtimeDefault» }", "appArmorProfile: { type: «\"\"» }", "«appArmorProfile»: {}", "appArmorProfile: { «type»: }" })
        {
            yield return new("appArmorProfile", Always, Always, new FieldEdit(PodContext, profile));
            yield return new("appArmorProfile", Always, Always, new FieldEdit(Context, profile));
        }

        foreach (var annotation in new[] { "app: «unconfined»", "absent: «docker/default»", "target: «\"localhost\"»", "target: «RuntimeDefault»" })
        {
            yield return new("appArmorProfile", Always, Always, new FieldEdit(Annotation, "container.apparmor.security.beta.kubernetes.io/" + annotation));
        }
    }

    // check_seLinuxOptions.go
    private static IEnumerable<ControlCase> SELinux() =>
        from option in new[] { ("type: «spc_t»", Always), ("type: «Container_t»", Always), ("user: «system_u»", Always), ("role: «\"system_r\"»", Always), ("type: «container_engine_t»", "0-30") }
        from place in new[] { PodContext, Context }
        select new ControlCase("seLinuxOptions", option.Item2, option.Item2, new FieldEdit(place, $"seLinuxOptions: {{ level: s0, {option.Item1} }}"));

    // check_procMount_baseline.go, check_procMount_restricted.go
    private static IEnumerable<ControlCase> ProcMount()
    {
        foreach (var field in new[] { "procMount: «Unmasked»", "procMount: «default»", "procMount: «\"\"»" })
        {
            var edit = new FieldEdit(Context, field);
            yield return new("procMount", Always, "0-34", edit);
            yield return new("procMount_restricted", Never, "35-", edit);
            yield return new("procMount", "0-34", "0-34", edit, UserNamespace);
            yield return new("procMount_restricted", Never, "35-", edit, UserNamespace);
        }
    }

    // check_seccompProfile_baseline.go, check_seccompProfile_restricted.go
    private static IEnumerable<ControlCase> Seccomp()
    {
        foreach (var place in new[] { PodContext, Context })
        {
            foreach (var profile in new[] { "seccompProfile: { type: «Unconfined» }", "seccompProfile: { type: «localhost» }", "«seccompProfile»: {}", "seccompProfile: { «type»: , localhostProfile: p }" })
            {
                var edit = new FieldEdit(place, profile);
                yield return new("seccompProfile_baseline", "19-", Never, edit);
                yield return new("seccompProfile_restricted", Never, "19-", edit);
                yield return new("seccompProfile_baseline", "19-", Never, edit, Windows);
                yield return new("seccompProfile_restricted", Never, "19-24", edit, Windows);
            }
        }

        foreach (var annotation in new[] { "seccomp.security.alpha.kubernetes.io/pod: «unconfined»", "seccomp.security.alpha.kubernetes.io/pod: «\"\"»", "seccomp.security.alpha.kubernetes.io/pod: «RuntimeDefault»", "container.seccomp.security.alpha.kubernetes.io/app: «unconfined»" })
        {
            yield return new("seccompProfile_baseline", "0-18", "0-18", new FieldEdit(Annotation, annotation));
        }

        yield return new("seccompProfile_baseline", "0-18", "0-18", new FieldEdit(Annotation, "container.seccomp.security.alpha.kubernetes.io/target: «unconfined»"), new FieldEdit(Container, "tty: false"));
        foreach (var own in new[] { "-seccompProfile", "seccompProfile: null" })
        {
            yield return new("seccompProfile_restricted", Never, "19-", new FieldEdit(Context, own), new FieldEdit(PodContext, "-seccompProfile"));
            yield return new("seccompProfile_restricted", Never, "19-24", new FieldEdit(Context, own), new FieldEdit(PodContext, "-seccompProfile"), Windows);
        }

        yield return new("seccompProfile_restricted", Never, "19-", new FieldEdit(Context, "-seccompProfile"), new FieldEdit(PodContext, "seccompProfile: { type: Unconfined }"));
        yield return new("seccompProfile_restricted", Never, "19-", new FieldEdit(Context, "-seccompProfile"), new FieldEdit(PodContext, "seccompProfile: { type: «Unconfined» }"));
        yield return new("seccompProfile_baseline", "19-", Never, new FieldEdit(Context, "-seccompProfile"), new FieldEdit(PodContext, "seccompProfile: { type: «Unconfined» }"));
    }

    // check_sysctls.go
    private static IEnumerable<ControlCase> Sysctls()
    {
        foreach (var (name, versions) in new[]
        {
            ("kernel.msgmax", Always), ("net.core.somaxconn", Always), ("NET.ipv4.tcp_syncookies", Always), ("net.ipv4.ip_local_reserved_ports", "0-26"),
            ("net.ipv4.tcp_keepalive_time", "0-28"), ("net.ipv4.tcp_fin_timeout", "0-28"), ("net.ipv4.tcp_keepalive_intvl", "0-28"), ("net.ipv4.tcp_keepalive_probes", "0-28"),
            ("net.ipv4.tcp_rmem", "0-31"), ("net.ipv4.tcp_wmem", "0-31"), ("net.ipv4.tcp_slow_start_after_idle", "0-36"), ("net.ipv4.tcp_notsent_lowat", "0-36"),
        })
        {
            yield return new("sysctls", versions, versions, new FieldEdit(PodContext, $"sysctls: [{{ name: kernel.shm_rmid_forced, value: '0' }}, {{ value: '1', name: «{name}» }}]"));
        }

        yield return new("sysctls", Always, Always, new FieldEdit(PodContext, "sysctls: [{ name: «\"\"», value: '1' }]"));
        yield return new("sysctls", Always, Always, new FieldEdit(PodContext, "sysctls: [{ «name»: , value: '1' }]"));
    }

    // check_hostProbesAndhostLifecycle.go
    private static IEnumerable<ControlCase> HostsOfProbes() =>
        from caller in new[] { "livenessProbe: {0}", "readinessProbe: {0}", "startupProbe: {0}", "lifecycle: {{ postStart: {0} }}", "lifecycle: {{ preStop: {0} }}" }
        from handler in new[] { "{ httpGet: { port: 80, host: «10.0.0.1» } }", "{ tcpSocket: { host: «localhost», port: 80 } }" }
        select new ControlCase("hostProbesAndHostLifecycle", "34-", "34-", new FieldEdit(Container, string.Format(System.Globalization.CultureInfo.InvariantCulture, caller, handler)));

    // check_allowPrivilegeEscalation.go
    private static IEnumerable<ControlCase> PrivilegeEscalation()
    {
        foreach (var field in new[] { "allowPrivilegeEscalation: «true»", "allowPrivilegeEscalation: null", "-allowPrivilegeEscalation" })
        {
            var edit = new FieldEdit(Context, field);
            yield return new("allowPrivilegeEscalation", Never, "8-", edit);
            yield return new("allowPrivilegeEscalation", Never, "8-24", edit, Windows);
            yield return new("allowPrivilegeEscalation", Never, "8-", edit, new FieldEdit(Spec, "os: { name: linux }"));
            yield return new("allowPrivilegeEscalation", Never, "8-", edit, new FieldEdit(Spec, "nodeSelector: { kubernetes.io/os: windows }"));
        }
    }

    // check_runAsNonRoot.go, check_runAsUser.go
    private static IEnumerable<ControlCase> RunAs()
    {
        foreach (var place in new[] { PodContext, Context })
        {
            foreach (var (control, field, since) in new[]
            {
                ("runAsNonRoot", "runAsNonRoot: «false»", 0), ("runAsNonRoot", "runAsNonRoot: «No»", 0),
                ("runAsUser", "runAsUser: «0»", 23), ("runAsUser", "runAsUser: «0x0»", 23), ("runAsUser", "runAsUser: «0o0»", 23), ("runAsUser", "runAsUser: «+0»", 23), ("runAsUser", "runAsUser: «000»", 23),
            })
            {
                var edit = new FieldEdit(place, field);
                yield return new(control, Never, $"{since}-", edit);
                yield return new(control, Never, $"{since}-34", edit, UserNamespace);
                yield return new(control, Never, $"{since}-", edit, new FieldEdit(Spec, "hostUsers: true"));
                yield return new(control, Never, $"{since}-", edit, Windows);
            }
        }

        foreach (var own in new[] { "-runAsNonRoot", "runAsNonRoot: ~" })
        {
            yield return new("runAsNonRoot", Never, Always, new FieldEdit(Context, own), new FieldEdit(PodContext, "-runAsNonRoot"));
            yield return new("runAsNonRoot", Never, "0-34", new FieldEdit(Context, own), new FieldEdit(PodContext, "-runAsNonRoot"), UserNamespace);
        }
    }

    // A container without a security context has what the pod gives it, and nothing else
    private static IEnumerable<ControlCase> NothingSaid()
    {
        var edit = new FieldEdit(Container, "-securityContext");
        yield return new("allowPrivilegeEscalation", Never, "8-", edit);
        yield return new("capabilities_restricted", Never, "22-", edit);
    }
}
