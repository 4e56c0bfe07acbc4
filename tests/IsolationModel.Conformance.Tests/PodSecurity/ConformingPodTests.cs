namespace IsolationModel.Conformance.PodSecurity;

/// <summary>What no version of any level forbids: no rule says anything about it.</summary>
public sealed class ConformingPodTests
{
    private static readonly (Place Place, string Field)[] Fields =
    [
        // Nothing, null and the value that is the default are one (Kubernetes API conventions).
        (Place.Spec, "hostNetwork: false"), (Place.Spec, "hostPID: null"), (Place.Spec, "hostIPC: off"), (Place.Spec, "volumes: null"), (Place.Spec, "os: null"), (Place.Spec, "hostUsers: true"),
        (Place.Context, "privileged: false"), (Place.Context, "privileged: ~"), (Place.Context, "procMount: Default"), (Place.Context, "procMount: null"), (Place.Context, "readOnlyRootFilesystem: false"),
        (Place.Container, "ports: null"), (Place.Container, "livenessProbe: null"), (Place.Container, "lifecycle: {}"),
        // check_hostPorts.go
        (Place.Container, "ports: [{ containerPort: 80 }, { containerPort: 81, hostPort: 0 }, { containerPort: 82, hostPort: null }]"),
        // check_hostProbesAndhostLifecycle.go
        (Place.Container, "livenessProbe: { httpGet: { port: 80, host: \"\" }, tcpSocket: { port: 80, host: null } }"), (Place.Container, "readinessProbe: { exec: { command: [\"true\"] } }"),
        (Place.Container, "startupProbe: { grpc: { port: 80 } }"), (Place.Container, "lifecycle: { preStop: { httpGet: { port: 80, httpHeaders: [{ name: Host, value: shop.example }] } } }"),
        // check_capabilities_restricted.go
        (Place.Context, "capabilities: { drop: [ALL], add: [NET_BIND_SERVICE, NET_BIND_SERVICE] }"), (Place.Context, "capabilities: { drop: [NET_RAW, \"ALL\"], add: null }"),
        (Place.Context, "capabilities: { add: [], drop: ['ALL', ALL, CHOWN] }"),
        // check_restrictedVolumes.go, and the default of the API: a volume without a source it knows is an emptyDir
        (Place.Spec, "volumes: [{ name: a, configMap: {} }, { name: b, csi: {} }, { name: c, downwardAPI: {} }, { name: d, emptyDir: {} }, { name: e, ephemeral: {} }]"),
        (Place.Spec, "volumes: [{ name: a, image: {} }, { name: b, persistentVolumeClaim: {} }, { name: c, projected: {} }, { name: d, secret: {} }]"),
        (Place.Spec, "volumes: [{ name: a }, { name: b, hostPath: null }, { name: c, nfs: ~, emptyDir: null }, { name: d, hostpath: { path: / } }]"),
        // check_appArmorProfile.go
        (Place.PodContext, "appArmorProfile: { type: Localhost, localhostProfile: p }"), (Place.Context, "appArmorProfile: { type: \"RuntimeDefault\" }"), (Place.Context, "appArmorProfile: null"),
        (Place.Annotation, "container.apparmor.security.beta.kubernetes.io/target: runtime/default"), (Place.Annotation, "container.apparmor.security.beta.kubernetes.io/app: localhost/p"),
        (Place.Annotation, "container.apparmor.security.beta.kubernetes.io/app: \"\""), (Place.Annotation, "Container.apparmor.security.beta.kubernetes.io/app: unconfined"),
        // check_seLinuxOptions.go
        (Place.PodContext, "seLinuxOptions: { type: container_t, user: \"\", role: null, level: s0 }"), (Place.Context, "seLinuxOptions: { type: container_init_t }"),
        (Place.Context, "seLinuxOptions: { type: container_kvm_t }"), (Place.Context, "seLinuxOptions: { type: \"\" }"), (Place.Context, "seLinuxOptions: {}"),
        // check_seccompProfile_*.go: an annotation for a container that is not there says nothing
        (Place.Context, "seccompProfile: { type: Localhost, localhostProfile: p }"), (Place.PodContext, "-seccompProfile"), (Place.Context, "-seccompProfile"), (Place.Context, "seccompProfile: null"),
        (Place.Annotation, "seccomp.security.alpha.kubernetes.io/pod: docker/default"), (Place.Annotation, "container.seccomp.security.alpha.kubernetes.io/app: localhost/"),
        (Place.Annotation, "container.seccomp.security.alpha.kubernetes.io/other: unconfined"),
        // check_sysctls.go
        (Place.PodContext, "sysctls: [{ name: kernel.shm_rmid_forced, value: '1' }, { name: net.ipv4.ip_local_port_range, value: 1024 65535 }]"),
        (Place.PodContext, "sysctls: [{ name: net.ipv4.tcp_syncookies, value: '1' }, { name: net.ipv4.ping_group_range, value: 0 0 }, { name: net.ipv4.ip_unprivileged_port_start, value: '0' }]"),
        // check_runAsNonRoot.go, check_runAsUser.go
        (Place.PodContext, "-runAsNonRoot"), (Place.Context, "-runAsNonRoot"), (Place.Context, "runAsNonRoot: yes"), (Place.PodContext, "runAsUser: 1000"), (Place.Context, "runAsUser: null"), (Place.Context, "runAsUser: 0x10"),
        (Place.PodContext, "runAsGroup: 0"), (Place.PodContext, "fsGroup: 0"),
        // check_windowsHostProcess.go; os, and what is no os
        (Place.PodContext, "windowsOptions: { hostProcess: false }"), (Place.Context, "windowsOptions: { hostProcess: null, runAsUserName: ContainerUser }"), (Place.Spec, "os: { name: windows }"),
        // The API server does not know these fields at these places.
        (Place.PodContext, "privileged: true"), (Place.PodContext, "capabilities: { add: [SYS_ADMIN] }"), (Place.PodContext, "procMount: Unmasked"), (Place.PodContext, "allowPrivilegeEscalation: true"),
        (Place.Container, "privileged: true"), (Place.Container, "hostPort: 80"), (Place.Context, "sysctls: [{ name: kernel.msgmax, value: '1' }]"), (Place.Spec, "HostNetwork: true"), (Place.Spec, "privileged: true"),
        // A level does not ask what runs the pod.
        (Place.Spec, "runtimeClassName: gvisor"), (Place.Spec, "runtimeClassName: nobody-knows"), (Place.Spec, "runtimeClassName: \"\""), (Place.Spec, "runtimeClassName: \"{{ .Values.runtime }}\""),
        (Place.Spec, "shareProcessNamespace: true"), (Place.Spec, "automountServiceAccountToken: true"),
    ];

    public static TheoryData<int, ContainerKind> Pods() => new(
        from index in Enumerable.Range(0, Fields.Length)
        from kind in Enum.GetValues<ContainerKind>()
        where kind == ContainerKind.Main || Fields[index].Place is Place.Container or Place.Context
        select (index, kind));

    [Theory]
    [MemberData(nameof(Pods))]
    public void What_conforms_is_no_finding_of_any_rule(int index, ContainerKind kind)
    {
        var file = Admission.Read(SamplePod.Write(PodOwner.Pod, kind, new FieldEdit(Fields[index].Place, Fields[index].Field), new FieldEdit(Place.Container, "tty: false")));
        Assert.Single(file.Workloads);
        foreach (var need in Admission.Levels.SelectMany(level => Admission.Versions.Select(version => Admission.Need(level, version))))
        {
            Assert.Empty(Admission.Judge(file, need).Select(finding => finding.Message));
        }
    }

    [Fact]
    public void A_Windows_pod_needs_no_Linux_settings_from_v25_on()
    {
        var file = Admission.Read("""
            apiVersion: v1
            kind: Pod
            metadata:
              name: shop
            spec:
              os:
                name: windows
              runtimeClassName: runhcs-wcow-hypervisor
              securityContext:
                runAsNonRoot: true
                windowsOptions:
                  runAsUserName: ContainerUser
              containers:
                - name: app
                  image: registry.example/app:1
            """);
        Assert.Empty(Admission.Judge(file, "pod-security:restricted@v1.25"));
        Assert.Equal(["allowPrivilegeEscalation", "capabilities_restricted", "seccompProfile_restricted"], Admission.Controls(file, "pod-security:restricted@v1.24"));
    }

    [Fact]
    public void The_privileged_level_forbids_nothing() =>
        Assert.Empty(Admission.Judge(Admission.Read(SamplePod.Write(PodOwner.Pod, ContainerKind.Main, new FieldEdit(Place.Context, "privileged: true"), new FieldEdit(Place.Spec, "hostPID: true"))), "pod-security:privileged"));
}
