using IsolationModel.Evaluation;
using IsolationModel.Workloads;

namespace IsolationModel.Descriptors.Tests.Docker;

/// <summary>Which technology runs a container of Docker or Podman, and how sure that is.</summary>
public sealed class ContainerRuntimeTests
{
    [Theory]
    [InlineData("", "runc AssumedDefault")]
    [InlineData("runtime: ''", "runc AssumedDefault")]
    [InlineData("runtime:", "runc AssumedDefault")]
    [InlineData("runtime: runc", "runc Known")] // moby: stock runtimes
    [InlineData("runtime: io.containerd.runc.v2", "runc Known")]
    [InlineData("runtime: runsc", "gvisor Likely")] // daemon.json would have to register it
    [InlineData("runtime: io.containerd.runsc.v1", "gvisor Known")] // a shim is found by its name
    [InlineData("runtime: io.containerd.kata.v2", "kata Known")]
    [InlineData("runtime: io.containerd.kata-qemu.v2", "kata Known")]
    [InlineData("runtime: kata-runtime", "kata Likely")]
    [InlineData("runtime: kata-qemu", "kata Likely")]
    [InlineData("runtime: sysbox-runc", "sysbox Likely")]
    [InlineData("runtime: nvidia", "runc Likely")]
    [InlineData("runtime: io.containerd.wasmedge.v1", "runwasi Known")]
    [InlineData("runtime: io.containerd.spin.v2", "spinkube Known")]
    [InlineData("runtime: io.containerd.nobody.v1", "Unknown")]
    [InlineData("runtime: mine", "Unknown")]
    [InlineData("runtime: RUNSC", "Unknown")] // names are case-sensitive
    [InlineData("runtime: /usr/bin/runsc", "Unknown")] // moby: a name with slashes is refused
    [InlineData("runtime: ${RUNTIME}", "Unknown")]
    [InlineData("runtime: [runsc]", "Unknown")]
    [InlineData("security_opt: [{ name: gvisor }]", "runc AssumedDefault")]
    [InlineData("environment: { RUNNER_RUNTIME: runsc }", "runc AssumedDefault")]
    [InlineData("platform: linux/amd64|isolation: default", "runc AssumedDefault")]
    [InlineData("platform: linux/amd64|isolation: ${ISOLATION}", "runc AssumedDefault")] // Linux has one isolation only
    [InlineData("isolation: ${ISOLATION}", "Unknown")]
    [InlineData("isolation: hyperv", "hyperv-isolated Known")]
    [InlineData("isolation: HyperV", "hyperv-isolated Known")] // moby: compared in lower case
    [InlineData("isolation: process", "windows-process Known")]
    [InlineData("platform: windows/amd64", "Unknown")] // Server or client
    [InlineData("platform: windows/amd64|isolation: default", "Unknown")]
    [InlineData("image: mcr.microsoft.com/windows/servercore:ltsc2022", "Unknown")]
    [InlineData("platform: linux/amd64|isolation: hyperv", "runc AssumedDefault")]
    [InlineData("isolation: vm", "runc AssumedDefault")]
    public void A_name_alone_proves_what_it_can(string service, string expected) => Assert.Equal(expected, Resolve(service));

    [Theory]
    [InlineData("isolation: vm", "there is no such isolation")]
    [InlineData("platform: linux/amd64|isolation: hyperv", "only Windows containers have it")]
    [InlineData("platform: windows/amd64|privileged: true|isolation: hyperv", "Windows has no privileged containers")]
    public void An_isolation_that_the_platform_does_not_have_is_refused(string service, string why)
    {
        var flaw = Assert.Single(DockerSample.Read(DockerSample.Text(service)).Flaws);
        Assert.Equal(FlawKind.Refused, flaw.Kind);
        Assert.Contains(why, flaw.Why, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("runtime: gvisor", """{ "runtimes": { "gvisor": { "path": "/usr/local/bin/runsc" } } }""", "gvisor Known")]
    [InlineData("runtime: gvisor", """{ "runtimes": { "gvisor": { "path": "/usr/bin/runc" } } }""", "runc Known")] // a name proves nothing
    [InlineData("runtime: runsc", """{ "runtimes": { "runsc": { "path": "/usr/bin/runc" } } }""", "runc Known")]
    [InlineData("runtime: box", """{ "runtimes": { "box": { "runtimeType": "io.containerd.runsc.v1", "options": { "TypeUrl": "io.containerd.runsc.v1.options", "ConfigPath": "/etc/runsc.toml" } } } }""", "gvisor Known")]
    [InlineData("runtime: box", """{ "runtimes": { "box": { "runtimeType": "io.containerd.kata.v2", "options": { "ConfigPath": "/opt/kata/configuration-clh.toml" } } } }""", "kata-clh Known")]
    [InlineData("runtime: box", """{ "runtimes": { "box": { "runtimeType": "io.containerd.runc.v2", "options": { "BinaryName": "/usr/bin/crun" } } } }""", "crun Known")]
    [InlineData("runtime: box", """{ "runtimes": { "box": { "path": "fort-knox" } } }""", "Unknown")]
    [InlineData("runtime: box", """{ "runtimes": { "box": { "path": "runsc", "runtimeType": "io.containerd.runc.v2" } } }""", "Unknown")] // moby refuses both
    [InlineData("runtime: runsc", """{ "runtimes": { "other": { "path": "runsc" } } }""", "gvisor Likely")]
    [InlineData("", """{ "default-runtime": "runsc", "runtimes": { "runsc": { "path": "/usr/local/bin/runsc" } } }""", "gvisor Known")]
    [InlineData("", """{ "default-runtime": "runsc" }""", "gvisor Likely")]
    [InlineData("", """{ "default-runtime": "mine" }""", "Unknown")]
    [InlineData("runtime: runc", """{ "default-runtime": "runsc", "runtimes": { "runsc": { "path": "/usr/local/bin/runsc" } } }""", "runc Known")]
    [InlineData("platform: windows/amd64", """{ "exec-opts": ["isolation=hyperv"] }""", "hyperv-isolated Known")]
    [InlineData("platform: windows/amd64", """{ "exec-opts": ["native.cgroupdriver=systemd", "isolation=process"] }""", "windows-process Known")]
    [InlineData("platform: windows/amd64", """{ "exec-opts": ["isolation=default"] }""", "Unknown")]
    [InlineData("platform: windows/amd64|isolation: process", """{ "exec-opts": ["isolation=hyperv"] }""", "windows-process Known")]
    public void The_configuration_of_the_daemon_says_what_a_name_means(string service, string daemon, string expected) =>
        Assert.Equal(expected, Resolve(service, DockerSample.Daemon(daemon)));

    [Fact]
    public void Two_configurations_that_disagree_say_nothing()
    {
        var runc = DockerReader("a/daemon.json", """{ "runtimes": { "box": { "path": "runc" } } }""");
        var runsc = DockerReader("b/daemon.json", """{ "runtimes": { "box": { "path": "runsc" } } }""");
        Assert.Equal("Unknown", Resolve("runtime: box", runc, runsc));
    }

    [Theory]
    [InlineData("daemon.json", """{ "runtimes": {} }""", true)]
    [InlineData("etc/docker/daemon-gvisor.json", """{ "runtimes": {} }""", true)]
    [InlineData("windows.daemon.json", """{ "exec-opts": [] }""", true)]
    [InlineData("daemonset.json", """{ "runtimes": {} }""", false)]
    [InlineData("daemon.json", """{ "name": "x" }""", false)]
    [InlineData("package.json", """{ "runtimes": {} }""", false)]
    public void A_daemon_s_configuration_is_known_by_its_name_and_its_keys(string path, string text, bool isOne) =>
        Assert.Equal(isOne, DockerReader(path, text).NodeConfigurations.Count == 1);

    [Fact]
    public void A_file_that_may_configure_a_daemon_may_hold_objects_as_well() =>
        Assert.Single(DockerReader("daemon.json", """{ "apiVersion": "v1", "kind": "Pod", "metadata": { "name": "x" }, "spec": { "containers": [] } }""").Workloads);

    [Theory]
    [InlineData("runtime: crun", "", "crun Known")]
    [InlineData("runtime: /usr/bin/runsc", "", "gvisor Known")] // podman-run.1: a path is a runtime
    [InlineData("", "", "crun AssumedDefault")]
    [InlineData("", "[engine]\nruntime = 'krun'", "libkrun Known")]
    [InlineData("runtime: box", "[engine.runtimes]\nbox = ['/usr/local/bin/runsc', '/usr/bin/runsc']", "gvisor Known")]
    [InlineData("runtime: runsc", "[engine.runtimes]\nrunsc = ['/usr/bin/runc']", "runc Known")]
    [InlineData("runtime: mine", "", "Unknown")]
    public void Podman_knows_runtimes_by_their_programs(string service, string configuration, string expected) => Assert.Equal(
        expected,
        Resolve(DockerSample.Assess(
            DockerSample.Text(service),
            view => view with { PlatformId = "podman" },
            configuration.Length == 0 ? [] : [DockerReader("etc/containers/containers.conf", configuration)])));

    /// <summary>What configures one engine says nothing of another.</summary>
    [Fact]
    public void A_daemon_configures_its_own_containers_only()
    {
        var podman = DockerReader("containers.conf", "[engine]\nruntime = 'krun'\n[containers]\npidns = 'host'");
        Assert.Equal("runc AssumedDefault", Resolve(string.Empty, podman));
        Assert.Equal("shared-kernel", DockerSample.Left(DockerSample.Text(string.Empty), null, podman));
        var containerd = DockerReader("containerd.toml", "version = 2\n[plugins.'io.containerd.grpc.v1.cri'.containerd]\ndefault_runtime_name = 'runsc'");
        Assert.Equal("runc AssumedDefault", Resolve(string.Empty, containerd));
    }

    [Theory]
    [InlineData("", "{ \"userns-remap\": \"default\" }", "shared-kernel")]
    [InlineData("cap_add: [SYS_MODULE]", "{ \"userns-remap\": \"default\" }", "weakened")] // counts inside the user namespace only
    [InlineData("cap_add: [SYS_MODULE]|userns_mode: host", "{ \"userns-remap\": \"default\" }", "none")]
    [InlineData("", "{ \"seccomp-profile\": \"unconfined\" }", "weakened")]
    [InlineData("security_opt: [seccomp=builtin]", "{ \"seccomp-profile\": \"unconfined\" }", "shared-kernel")]
    [InlineData("", "{ \"seccomp-profile\": \"/etc/docker/profile.json\" }", "shared-kernel")]
    [InlineData("user: '1000'|cap_drop: [ALL]", "{ \"no-new-privileges\": true }", "hardened-kernel")]
    [InlineData("user: '1000'|cap_drop: [ALL]", "{ \"no-new-privileges\": false }", "shared-kernel")]
    [InlineData("user: '1000'|cap_drop: [ALL]|security_opt: [no-new-privileges:false]", "{ \"no-new-privileges\": true }", "shared-kernel")]
    [InlineData("runtime: runsc", """{ "runtimes": { "runsc": { "path": "runsc", "runtimeArgs": ["--network=host"] } } }""", "hardened-kernel")]
    [InlineData("runtime: runsc", """{ "runtimes": { "runsc": { "path": "runsc", "runtimeArgs": ["-network", "host"] } } }""", "hardened-kernel")]
    [InlineData("runtime: runsc", """{ "runtimes": { "runsc": { "path": "runsc", "runtimeArgs": ["--network-x=host", "--network=host", "--network=sandbox"] } } }""", "software-sandbox")]
    [InlineData("runtime: runsc|use_api_socket: true", """{ "runtimes": { "runsc": { "path": "runsc" } } }""", "software-sandbox")] // runsc flags.go: host-uds none
    [InlineData("runtime: runsc|use_api_socket: true", """{ "runtimes": { "runsc": { "path": "runsc", "runtimeArgs": ["--host-uds=open"] } } }""", "none")]
    [InlineData("runtime: runsc|use_api_socket: true", """{ "runtimes": { "runsc": { "path": "runsc", "runtimeArgs": ["--fsgofer-host-uds"] } } }""", "none")]
    [InlineData("runtime: runsc|use_api_socket: true", """{ "runtimes": { "x": { "path": "runsc" } } }""", "none..software-sandbox")]
    public void The_daemon_decides_where_a_container_is_silent(string service, string daemon, string left) =>
        Assert.Equal(left, DockerSample.Left(DockerSample.Text(service), null, DockerSample.Daemon(daemon)));

    [Theory]
    [InlineData("pidns = 'host'", "weakened")]
    [InlineData("netns = 'host'", "weakened")]
    [InlineData("seccomp_profile = 'unconfined'", "weakened")]
    [InlineData("label = false", "weakened")]
    [InlineData("privileged = true", "none")]
    [InlineData("userns = 'auto'", "shared-kernel")]
    [InlineData("pidns = 'private'", "shared-kernel")]
    public void Podman_decides_where_a_container_is_silent(string configuration, string left) => Assert.Equal(
        left,
        DockerSample.Left(DockerSample.Text(string.Empty), view => view with { PlatformId = "podman" }, DockerReader("containers.conf", $"[containers]\n{configuration}\n")));

    /// <summary>Docker has no option that withholds devices from a privileged container, and it hands annotations on.</summary>
    [Theory]
    [InlineData("", "shared-kernel")]
    [InlineData("privileged: true", "none")]
    [InlineData("pid: host", "weakened")]
    [InlineData("pid: host|cap_add: [SYS_PTRACE]", "none")]
    [InlineData("uts: host", "weakened")]
    [InlineData("cgroup: host", "shared-kernel")]
    [InlineData("cap_add: [CAP_NET_ADMIN]", "weakened")]
    [InlineData("cap_add: [ALL]|cap_drop: [ALL]", "none")]
    [InlineData("security_opt: [label=disable]", "weakened")]
    [InlineData("devices: [/dev/sda1]", "none")]
    [InlineData("devices: [/dev/nvme0n1p1]", "none")]
    [InlineData("devices: [/dev]", "none")]
    [InlineData("devices: [/dev/ttyUSB0]", "shared-kernel")]
    [InlineData("devices: [/dev/net/tun]", "shared-kernel")]
    [InlineData("device_cgroup_rules: ['b *:* rwm']", "none")]
    [InlineData("post_start: [{ command: a, privileged: true }]", "none")]
    [InlineData("user: '1000'|cap_drop: [ALL]|security_opt: [no-new-privileges]", "hardened-kernel")]
    [InlineData("user: node|cap_drop: [ALL]|security_opt: [no-new-privileges]", "shared-kernel..hardened-kernel")]
    [InlineData("runtime: io.containerd.kata.v2|privileged: true", "none")]
    [InlineData("runtime: io.containerd.kata.v2|pid: host", "hardware-vm")]
    [InlineData("runtime: io.containerd.kata.v2|devices: [/dev/sda]", "none")]
    [InlineData("runtime: io.containerd.kata.v2|volumes: ['/etc:/x']", "none")]
    [InlineData("runtime: io.containerd.runsc.v1|privileged: true", "software-sandbox")]
    [InlineData("runtime: io.containerd.runsc.v1|pid: host", "software-sandbox")]
    [InlineData("runtime: io.containerd.runsc.v1|gpus: all", "hardened-kernel")]
    [InlineData("runtime: io.containerd.runsc.v1|use_api_socket: true|annotations: { dev.gvisor.flag.host-uds: open }", "none")]
    [InlineData("runtime: io.containerd.wasmedge.v1", "shared-kernel..software-sandbox")]
    [InlineData("runtime: io.containerd.wasmedge.v1|platform: wasi/wasm", "shared-kernel..software-sandbox")]
    [InlineData("runtime: io.containerd.wasmedge.v1|platform: wasi/wasm|privileged: true", "none")]
    [InlineData("isolation: hyperv", "hardware-vm")]
    [InlineData("isolation: process", "shared-kernel")]
    public void What_a_service_says_decides_what_is_left(string service, string left) => Assert.Equal(left, DockerSample.Left(DockerSample.Text(service)));

    private static DescriptorFile DockerReader(string path, string text) => DescriptorReader.Read(path, text, DescriptorExpectation.Found, CancellationToken.None);

    private static string Resolve(string service, params DescriptorFile[] others) => Resolve(DockerSample.Assess(DockerSample.Text(service), null, others));

    private static string Resolve(WorkloadAssessment workload) => $"{workload.Runtime.Technology?.Id} {workload.Runtime.Confidence}".Trim();
}
