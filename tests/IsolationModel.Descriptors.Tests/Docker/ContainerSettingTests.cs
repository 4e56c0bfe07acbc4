using IsolationModel.Workloads;

namespace IsolationModel.Descriptors.Tests.Docker;

/// <summary>What each field of a service means; the rows follow the Compose specification, with the source where another one decides.</summary>
public sealed class ContainerSettingTests
{
    [Theory]
    [InlineData("privileged: true", "privileged")]
    [InlineData("privileged: 'true'", "privileged")] // compose-spec: boolean or text
    [InlineData("privileged: yes", "privileged")] // compose-go interpolation: with a warning
    [InlineData("privileged: false", "privileged=false")]
    [InlineData("privileged: 'no'", "privileged=false")]
    [InlineData("privileged: ${PRIVILEGED}", "privileged?")]
    [InlineData("privileged:", "")]
    [InlineData("privileged: []", "privileged?")]
    public void Privileged_is_a_boolean_or_a_text(string service, string facts) => Assert.Equal(facts, DockerSample.Facts(service));

    [Theory]
    [InlineData("pid: host", "hostPid")]
    [InlineData("pid: ${PID}", "hostPid?")]
    [InlineData("pid: container:other", "hostPid?")]
    [InlineData("ipc: host", "hostIpc")]
    [InlineData("ipc: shareable", "")]
    [InlineData("ipc: private", "")]
    [InlineData("ipc: none", "")]
    [InlineData("ipc: container:other", "hostIpc?")]
    [InlineData("network_mode: host", "hostNetwork")]
    [InlineData("network_mode: 'none'", "")]
    [InlineData("network_mode: bridge", "")]
    [InlineData("network_mode: container:other", "hostNetwork?")]
    [InlineData("uts: host", "hostUts")]
    [InlineData("cgroup: host", "hostCgroup")]
    [InlineData("cgroup: private", "")]
    [InlineData("cgroup_parent: m-executor-abcd", "")]
    [InlineData("userns_mode: host", "userNamespace=false")]
    [InlineData("userns_mode: ''", "")]
    public void A_namespace_is_shared_with_the_host_or_not(string service, string facts) => Assert.Equal(facts, DockerSample.Facts(service));

    /// <summary>A service that shares the namespace of another one shares what that one shares.</summary>
    [Theory]
    [InlineData("network_mode: service:db", "  db:|    network_mode: host", "hostNetwork")]
    [InlineData("network_mode: service:db", "  db: {}", "")]
    [InlineData("pid: service:db", "  db:|    pid: service:log|  log:|    pid: host", "hostPid")]
    [InlineData("ipc: service:db", "  db:|    ipc: shareable", "")]
    [InlineData("ipc: service:db", "  db:|    pid: host", "")]
    [InlineData("ipc: service:db", "  db:|    ipc: ${IPC}", "hostIpc?")]
    [InlineData("network_mode: service:db", "  db:|    network_mode: container:vpn", "hostNetwork?")]
    [InlineData("network_mode: service:db", "", "hostNetwork?")]
    [InlineData("network_mode: service:web", "", "")]
    [InlineData("network_mode: service:db", "  db:|    network_mode: service:web", "")]
    public void A_shared_namespace_is_the_other_service_s(string service, string rest, string facts) => Assert.Equal(facts, DockerSample.Facts(service, rest));

    [Fact]
    public void Services_that_share_a_namespace_in_a_circle_are_refused()
    {
        var flaw = Assert.Single(DockerSample.Read(DockerSample.Text("pid: service:db", "  db:|    pid: service:web")).Flaws);
        Assert.Equal(FlawKind.Refused, flaw.Kind);
        Assert.Contains("circle", flaw.Why, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cap_add: [SYS_ADMIN]", "addedCapabilities=[SYS_ADMIN]")]
    [InlineData("cap_add: [cap_sys_admin]", "addedCapabilities=[SYS_ADMIN]")] // moby caps.NormalizeLegacyCapabilities: case and prefix are free
    [InlineData("cap_add: [all]", "addedCapabilities=[ALL]")]
    [InlineData("cap_drop: [ALL]", "droppedCapabilities=[ALL]")]
    [InlineData("cap_add: [NET_ADMIN]|cap_drop: [ALL]", "addedCapabilities=[NET_ADMIN] droppedCapabilities=[ALL]")]
    [InlineData("cap_add: [NET_ADMIN]|cap_drop: [NET_ADMIN, MKNOD]", "addedCapabilities=[NET_ADMIN] droppedCapabilities=[MKNOD]")] // TweakCapabilities: dropped first, then added
    [InlineData("cap_add: [ALL]|cap_drop: [ALL]", "addedCapabilities=[ALL]")] // TweakCapabilities: all except those named in drop
    [InlineData("cap_add: [ALL]|cap_drop: [SYS_ADMIN]", "addedCapabilities=[ALL] droppedCapabilities=[SYS_ADMIN]")]
    [InlineData("cap_add: ['${CAP}', CHOWN]", "addedCapabilities=[CHOWN]?")]
    [InlineData("cap_add: ${CAPS}", "addedCapabilities?")]
    public void Capabilities_are_added_and_dropped_as_Docker_does(string service, string facts) => Assert.Equal(facts, DockerSample.Facts(service));

    [Theory]
    [InlineData("seccomp:unconfined", "seccomp=Unconfined")]
    [InlineData("seccomp=unconfined", "seccomp=Unconfined")]
    [InlineData("seccomp=./profile.json", "seccomp=Localhost")]
    [InlineData("seccomp=builtin", "seccomp=RuntimeDefault")]
    [InlineData("seccomp:${PROFILE}", "seccomp?")]
    [InlineData("apparmor:unconfined", "appArmor=Unconfined")]
    [InlineData("apparmor=docker-default", "appArmor=RuntimeDefault")]
    [InlineData("apparmor=mine", "appArmor=Localhost")]
    [InlineData("label:disable", "seLinuxDisabled")]
    [InlineData("label=type:svirt_apache_t", "seLinuxOptions")]
    [InlineData("no-new-privileges", "allowPrivilegeEscalation=false")]
    [InlineData("no-new-privileges:true", "allowPrivilegeEscalation=false")]
    [InlineData("no-new-privileges=true", "allowPrivilegeEscalation=false")]
    [InlineData("no-new-privileges:false", "allowPrivilegeEscalation")]
    [InlineData("systempaths=unconfined", "procMount=Unmasked")]
    [InlineData("credentialspec=file://gmsa.json", "")]
    [InlineData("${OPTION}", "allowPrivilegeEscalation? appArmor? procMount? seLinuxDisabled? seccomp?")]
    public void Security_options_are_texts_with_a_colon_or_an_equals_sign(string option, string facts)
    {
        var text = DockerSample.Text($"security_opt: [\"{option}\"]");
        Assert.Equal(facts, DockerSample.Facts(DockerSample.Read(text).Containers[0]));
        Assert.Empty(DockerSample.Read(text).Flaws);
    }

    [Fact]
    public void Of_two_security_options_of_one_name_the_later_counts() =>
        Assert.Equal("seccomp=Unconfined", DockerSample.Facts("security_opt: [seccomp=builtin, seccomp=unconfined]"));

    [Theory]
    [InlineData("[{ name: gvisor }]", "an item of security_opt that is no text")]
    [InlineData("[gvisor]", "'gvisor' in security_opt")]
    [InlineData("[runtime=runsc]", "'runtime=runsc' in security_opt")]
    [InlineData("[seccomp]", "'seccomp' in security_opt")]
    [InlineData("[no-new-privileges=maybe]", "'no-new-privileges=maybe' in security_opt")]
    public void What_is_no_security_option_selects_nothing_and_is_refused(string options, string subject)
    {
        var web = DockerSample.Read(DockerSample.Text($"security_opt: {options}"));
        Assert.Equal(string.Empty, DockerSample.Facts(web.Containers[0]));
        Assert.Equal((FlawKind.Refused, subject), (Assert.Single(web.Flaws).Kind, web.Flaws[0].Subject));
        Assert.Equal(RuntimeReferenceState.Absent, web.Runtime.State);
    }

    /// <summary>Docker has a profile of its own and lets processes gain privileges (Docker Engine, security); on Windows there is neither.</summary>
    [Theory]
    [InlineData("", "allowPrivilegeEscalation=true seccomp=RuntimeDefault")]
    [InlineData("security_opt: [seccomp=unconfined]", "allowPrivilegeEscalation=true")]
    [InlineData("security_opt: [no-new-privileges]", "seccomp=RuntimeDefault")]
    [InlineData("isolation: process", "")]
    public void Where_a_service_is_silent_Docker_s_defaults_hold(string service, string defaults) => Assert.Equal(
        defaults,
        string.Join(' ', DockerSample.Read(DockerSample.Text(service)).Containers[0].Settings.Where(fact => fact.IsDefault).Select(fact => $"{fact.SettingId}={fact.Value}").Order(StringComparer.Ordinal)));

    [Theory]
    [InlineData("user: '1000'", "runAsNonRoot")]
    [InlineData("user: 1000:1000", "runAsNonRoot")]
    [InlineData("user: '0:1000'", "runAsNonRoot=false")]
    [InlineData("user: root", "runAsNonRoot=false")]
    [InlineData("user: node", "runAsNonRoot?")] // the number stands in the image
    [InlineData("user: ${UID}:${GID}", "runAsNonRoot?")]
    [InlineData("user: ''", "")]
    [InlineData("group_add: [docker]|pids_limit: 10|oom_kill_disable: true|ulimits: { nproc: 1 }|read_only: true|tmpfs: /run", "")]
    public void The_user_is_root_or_not(string service, string facts) => Assert.Equal(facts, DockerSample.Facts(service));

    [Theory]
    [InlineData("devices: ['/dev/sda:/dev/xvda:rwm']", "devicePaths=[/dev/sda] hostDevices")]
    [InlineData("devices: [{ source: /dev/sda, target: /dev/sda }]", "devicePaths=[/dev/sda] hostDevices")]
    [InlineData("devices: [/dev/ttyUSB0]", "devicePaths=[/dev/ttyUSB0] hostDevices")]
    [InlineData("devices: ['/dev/dri:/dev/dri']", "gpu")]
    [InlineData("devices: [nvidia.com/gpu=all]", "gpu")] // CDI
    [InlineData("devices: ['${DISK}']", "devicePaths?")]
    [InlineData("device_cgroup_rules: ['b 8:* rmw']", "devicePaths=[/dev/block]")]
    [InlineData("device_cgroup_rules: ['a *:* rwm']", "devicePaths=[/dev/block]")]
    [InlineData("device_cgroup_rules: ['b 8:0 m']", "")] // making a node opens nothing
    [InlineData("device_cgroup_rules: ['c 188:* rmw']", "")]
    [InlineData("gpus: all", "gpu")]
    [InlineData("gpus: [{ driver: nvidia, count: 1 }]", "gpu")]
    [InlineData("gpus: []", "")]
    [InlineData("deploy: { resources: { reservations: { devices: [{ capabilities: [gpu] }] } } }", "gpu")]
    [InlineData("deploy: { resources: { reservations: { cpus: '1' } } }", "")]
    public void Devices_of_the_host_are_given(string service, string facts) => Assert.Equal(facts, DockerSample.Facts(service));

    [Theory]
    [InlineData("platform: linux/amd64", "operatingSystem=Linux")]
    [InlineData("platform: windows/amd64", "operatingSystem=Windows")]
    [InlineData("platform: wasi/wasm", "")] // what is in the image is not known
    [InlineData("platform: ${PLATFORM}", "operatingSystem?")]
    [InlineData("isolation: hyperv", "operatingSystem=Windows")]
    [InlineData("image: mcr.microsoft.com/windows/nanoserver:ltsc2022", "operatingSystem=Windows")]
    [InlineData("credential_spec: { file: gmsa.json }", "operatingSystem=Windows")]
    [InlineData("isolation: default", "")]
    public void The_platform_is_named_or_follows(string service, string facts) => Assert.Equal(facts, DockerSample.Facts(service));

    [Theory]
    [InlineData("annotations: { dev.gvisor.flag.host-uds: open }", "sandboxSocketAccess=open")]
    [InlineData("annotations: [dev.gvisor.flag.host-uds=open]", "sandboxSocketAccess=open")]
    [InlineData("annotations: { io.katacontainers.config.hypervisor.path: /bin/sh }", "kataHostPrograms=[path]")]
    [InlineData("annotations: { userns-mode.crio.io: auto }", "")] // CRI-O's own; Docker knows none
    [InlineData("labels: { dev.gvisor.flag.host-uds: open }", "")] // labels do not reach the runtime
    public void Annotations_reach_the_runtime(string service, string facts) => Assert.Equal(facts, DockerSample.Facts(service));

    [Theory]
    [InlineData("post_start")]
    [InlineData("pre_stop")]
    [InlineData("pre_start")]
    public void A_privileged_hook_is_judged_beside_its_service(string field)
    {
        var web = DockerSample.Read(DockerSample.Text($"user: '1000'|{field}:|  - command: a|  - command: b|    privileged: true|  - command: c|    privileged: ${{P}}"));
        Assert.Equal([string.Empty, $"a {field} hook", $"a {field} hook"], web.Containers.Select(container => container.Name));
        Assert.Equal("addedCapabilities=[ALL] appArmor=Unconfined runAsNonRoot", DockerSample.Facts(web.Containers[1]));
        Assert.Equal("addedCapabilities? appArmor? runAsNonRoot", DockerSample.Facts(web.Containers[2]));
        Assert.Equal("runAsNonRoot", DockerSample.Facts(web.Containers[0]));
    }

    /// <summary>What docker/cli passes over (UnsupportedProperties), and what its schema does not know.</summary>
    [Theory]
    [InlineData("privileged: true", FlawKind.NoEffect, "privileged")]
    [InlineData("devices: [/dev/sda]", FlawKind.NoEffect, "")]
    [InlineData("security_opt: [seccomp=unconfined]", FlawKind.NoEffect, "")]
    [InlineData("pid: host", FlawKind.NoEffect, "hostPid")]
    [InlineData("userns_mode: host", FlawKind.NoEffect, "userNamespace")]
    [InlineData("runtime: runsc", FlawKind.Refused, "")]
    public void Swarm_has_fewer_fields(string service, FlawKind kind, string setting)
    {
        var web = DockerSample.Read(DockerSample.Text(service), view => view with { IsSwarm = true });
        var flaw = Assert.Single(web.Flaws);
        Assert.Equal((kind, setting), (flaw.Kind, string.Concat(flaw.SettingIds)));
        Assert.Equal(string.Empty, DockerSample.Facts(web.Containers[0]));
        Assert.Equal(RuntimeReferenceState.Absent, web.Runtime.State);
        Assert.Empty(DockerSample.Read(DockerSample.Text(service)).Flaws);
    }

    [Fact]
    public void Swarm_takes_capabilities() =>
        Assert.Equal("addedCapabilities=[SYS_ADMIN]", DockerSample.Facts("cap_add: [SYS_ADMIN]", with: view => view with { IsSwarm = true }));

    [Theory]
    [InlineData("userns_mode: keep-id", "podman", "userNamespace", 0)]
    [InlineData("userns_mode: keep-id", "docker", "", 1)] // moby: "invalid USER mode"
    [InlineData("network_mode: host|sysctls: { net.core.somaxconn: 1 }", "docker", "hostNetwork", 1)] // runc validate: not allowed in host network namespace
    [InlineData("network_mode: host|sysctls: [net.core.somaxconn=1, kernel.shm_rmid_forced=1]", "docker", "hostNetwork", 1)]
    [InlineData("sysctls: { net.core.somaxconn: 1 }", "docker", "", 0)]
    public void What_the_engine_refuses_is_told(string service, string platform, string facts, int flaws)
    {
        var web = DockerSample.Read(DockerSample.Text(service), view => view with { PlatformId = platform });
        Assert.Equal((facts, flaws), (DockerSample.Facts(web.Containers[0]), web.Flaws.Count(flaw => flaw.Kind == FlawKind.Refused)));
    }

    [Fact]
    public void A_service_that_is_only_a_variable_is_open_throughout()
    {
        var web = DockerSample.Read("services:\n  web: ${SERVICE}\n");
        Assert.Equal(RuntimeReferenceState.Unresolved, web.Runtime.State);
        Assert.Contains("privileged?", DockerSample.Facts(web.Containers[0]), StringComparison.Ordinal);
    }
}
