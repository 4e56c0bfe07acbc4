using IsolationModel.Modeling;
using IsolationModel.Text;
using IsolationModel.Workloads;

namespace IsolationModel.Descriptors.Tests.Nodes;

/// <summary>What configuration files of nodes say; each row has its source.</summary>
public sealed class NodeConfigurationTests
{
    private const string V1 = "plugins.cri";
    private const string V2 = "plugins.\"io.containerd.grpc.v1.cri\"";
    private const string V3 = "plugins.'io.containerd.cri.v1.runtime'";

    [Theory]
    [InlineData("", V1, true)] // containerd docs/PLUGINS.md: a file without a version is of version 1
    [InlineData("version = 2", V2, true)] // containerd docs/cri/config.md
    [InlineData("version = 3", V3, true)] // containerd 2.0
    [InlineData("version = 2", V1, false)] // an id of another version is the id of no plug-in
    [InlineData("version = 3", V2, false)]
    [InlineData("", V2, false)]
    [InlineData("version = 4", V3, false)]
    public void The_version_of_the_file_says_which_plug_in_counts(string version, string plugIn, bool counts)
    {
        var file = Read("containerd.toml", $"{version}\n[{plugIn}.containerd]\ndefault_runtime_name = 'x'");
        Assert.True(file.IsDescriptor);
        Assert.Equal(counts, file.NodeConfigurations.Count == 1);
        Assert.Equal(counts ? "x" : null, file.NodeConfigurations.SingleOrDefault()?.DefaultHandler?.Value);
    }

    [Theory]
    [InlineData("runtime_type = 'io.containerd.runsc.v1'", "ContainerdRuntimeType io.containerd.runsc.v1", "io.containerd.runsc.v1")] // gVisor, containerd quick start
    [InlineData("runtime_type = 'io.containerd.runc.v2'", "ContainerdRuntimeType io.containerd.runc.v2", "io.containerd.runc.v2")]
    [InlineData("runtime_type = 'io.containerd.runc.v2'\noptions = { BinaryName = '/usr/bin/runsc' }", "OciRuntime runsc", "/usr/bin/runsc")] // containerd docs/cri/config.md: BinaryName
    [InlineData("runtime_type = 'io.containerd.runc.v2'\noptions = { BinaryName = '' }", "ContainerdRuntimeType io.containerd.runc.v2", "io.containerd.runc.v2")]
    [InlineData("runtime_type = 'io.containerd.runtime.v1.linux'\nruntime_engine = '/usr/bin/crun'", "OciRuntime crun", "/usr/bin/crun")] // containerd 1.x
    [InlineData("runtime_type = 'io.containerd.runsc.v1'\noptions = { BinaryName = '/usr/bin/runc' }", "ContainerdRuntimeType io.containerd.runsc.v1", "io.containerd.runsc.v1")] // another shim's options
    [InlineData("runtime_type = 'io.containerd.x.v1'\nruntime_path = '/opt/kata/bin/containerd-shim-kata-v2'", "OciRuntime containerd-shim-kata-v2", "/opt/kata/bin/containerd-shim-kata-v2")] // kata-deploy
    [InlineData("runtime_type = '/usr/local/bin/containerd-shim-runsc-v1'", "OciRuntime containerd-shim-runsc-v1", "/usr/local/bin/containerd-shim-runsc-v1")] // containerd core/runtime/v2: an absolute path is a type
    [InlineData("runtime_type = 'io.containerd.kata.v2'\noptions = { ConfigPath = '/opt/kata/configuration-fc.toml' }", "RuntimeHandler kata-fc|ContainerdRuntimeType io.containerd.kata.v2", "io.containerd.kata.v2 with /opt/kata/configuration-fc.toml")] // kata-deploy
    [InlineData("runtime_type = 'io.containerd.kata.v2'\noptions = { ConfigPath = '/etc/kata-containers/configuration.toml' }", "ContainerdRuntimeType io.containerd.kata.v2", "io.containerd.kata.v2")]
    [InlineData("runtime_type = 'io.containerd.runsc.v1'\noptions = { ConfigPath = '/etc/configuration-fc.toml' }", "ContainerdRuntimeType io.containerd.runsc.v1", "io.containerd.runsc.v1")]
    [InlineData("runtime_type = 'io.containerd.runhcs.v1'\noptions = { SandboxIsolation = 1 }", "RuntimeHandler runhcs-wcow-hypervisor", "io.containerd.runhcs.v1")] // containerd config_windows.go
    [InlineData("runtime_type = 'io.containerd.runhcs.v1'\noptions = { SandboxIsolation = 0 }", "ContainerdRuntimeType io.containerd.runhcs.v1", "io.containerd.runhcs.v1")]
    [InlineData("runtime_type = 'io.containerd.runhcs.v1'\noptions = { SandboxIsolation = 1, SandboxPlatform = 'linux/amd64' }", "RuntimeHandler runhcs-lcow", "io.containerd.runhcs.v1")]
    [InlineData("options = { SystemdCgroup = true }", "", "")] // adds to what stands elsewhere
    public void A_runtime_of_containerd_is_known_by_what_it_starts(string body, string names, string program)
    {
        var runtime = Assert.Single(One("containerd.toml", $"version = 2\n[{V2}.containerd.runtimes.x]\n{body}").Runtimes);
        Assert.Equal(("x", names, program), (runtime.Handler, Shown(runtime.Names), runtime.Program));
    }

    [Fact]
    public void Version_1_has_tables_of_its_own_for_two_handlers()
    {
        var configuration = One("containerd.toml", $"[{V1}.containerd.default_runtime]\nruntime_type = 'io.containerd.runc.v1'\n[{V1}.containerd.untrusted_workload_runtime]\nruntime_type = 'io.containerd.kata.v2'");
        Assert.Equal(["untrusted", "default"], configuration.Runtimes.Select(runtime => runtime.Handler));
        Assert.Equal("default", configuration.DefaultHandler?.Value);
    }

    [Theory]
    [InlineData("runtime_path = '/usr/bin/runsc'", "OciRuntime runsc")] // crio.conf.5
    [InlineData("", "OciRuntime x")] // crio.conf.5: without a path, the program of the handler's name
    [InlineData("runtime_path = '/usr/bin/containerd-shim-kata-v2'\nruntime_type = 'vm'\nruntime_config_path = '/opt/configuration-clh.toml'", "RuntimeHandler kata-clh|OciRuntime containerd-shim-kata-v2")] // kata-deploy
    public void A_runtime_of_CRI_O_is_known_by_its_program(string body, string names)
    {
        var configuration = One("etc/crio/crio.conf.d/10-x.conf", $"[crio.runtime]\ndefault_runtime = 'x'\n[crio.runtime.runtimes.x]\n{body}");
        Assert.Equal(NodeComponent.CriO, configuration.Component);
        Assert.Equal("x", configuration.DefaultHandler?.Value);
        Assert.Equal(names, Shown(Assert.Single(configuration.Runtimes).Names));
    }

    [Theory]
    [InlineData("", "gvisorAnnotationsWithheld kataAnnotationsWithheld? !privilegedWithoutHostDevices")] // containerd docs/cri/config.md: both empty or off by default
    [InlineData("pod_annotations = ['dev.gvisor.*']", "!gvisorAnnotationsWithheld kataAnnotationsWithheld? !privilegedWithoutHostDevices")]
    [InlineData("pod_annotations = ['io.katacontainers.*']\nprivileged_without_host_devices = true", "gvisorAnnotationsWithheld !kataAnnotationsWithheld? privilegedWithoutHostDevices")]
    [InlineData("pod_annotations = ['*']", "!gvisorAnnotationsWithheld !kataAnnotationsWithheld? !privilegedWithoutHostDevices")]
    [InlineData("pod_annotations = ['dev.gvisor.flag.host-ud?', 'x']", "!gvisorAnnotationsWithheld kataAnnotationsWithheld? !privilegedWithoutHostDevices")]
    [InlineData("pod_annotations = ['dev.gvisor.flag.debug*']", "gvisorAnnotationsWithheld kataAnnotationsWithheld? !privilegedWithoutHostDevices")]
    public void A_runtime_of_containerd_decides_facts(string body, string facts) => Assert.Equal(
        facts,
        Shown(Assert.Single(One("containerd.toml", $"version = 2\n[{V2}.containerd.runtimes.x]\nruntime_type = 'y'\n{body}").Runtimes).Evidence));

    [Theory]
    [InlineData("containerd.toml", $"version = 2\n[{V2}]\nunset_seccomp_profile = 'runtime/default'", "seccompDefault")] // containerd docs/cri/config.md
    [InlineData("containerd.toml", $"version = 2\n[{V2}]\nunset_seccomp_profile = ''", "!seccompDefault?")]
    [InlineData("containerd.toml", $"version = 2\n[{V2}]\nunset_seccomp_profile = 'localhost/x.json'", "")]
    [InlineData("containerd.toml", $"version = 2\n[{V2}]\n", "")]
    [InlineData("runsc.toml", "[runsc_config]\n", "hostUdsNone")] // gVisor flags.go: none by default
    [InlineData("runsc.toml", "[runsc_config]\nhost-uds = 'none'", "hostUdsNone")]
    [InlineData("runsc.toml", "[runsc_config]\nhost-uds = 'open'", "!hostUdsNone")]
    [InlineData("runsc.toml", "[runsc_config]\nhost-uds = '${UDS}'", "")]
    [InlineData("configuration-qemu.toml", "[hypervisor.qemu]\nenable_annotations = ['enable_iommu', 'kernel_params']", "kataAnnotationsWithheld?")] // Kata configuration-qemu.toml.in
    [InlineData("configuration-qemu.toml", "[hypervisor.qemu]\n", "kataAnnotationsWithheld?")]
    [InlineData("configuration-qemu.toml", "[hypervisor.qemu]\nenable_annotations = ['virtio_fs_daemon']", "!kataAnnotationsWithheld?")]
    [InlineData("configuration-qemu.toml", "[hypervisor.qemu]\nenable_annotations = ['.*']", "!kataAnnotationsWithheld?")]
    [InlineData("kubelet.yaml", "apiVersion: kubelet.config.k8s.io/v1beta1\nkind: KubeletConfiguration\nseccompDefault: true", "seccompDefault?")] // kubelet config v1beta1
    [InlineData("kubelet.yaml", "apiVersion: kubelet.config.k8s.io/v1beta1\nkind: KubeletConfiguration\nseccompDefault: false", "!seccompDefault?")]
    public void A_file_decides_facts(string path, string text, string facts) => Assert.Equal(facts, Shown(One(path, text).Evidence));

    [Theory]
    [InlineData("kubelet.config.k8s.io/v1beta1", "KubeletConfiguration")] // says nothing: a flag of the kubelet may
    [InlineData("example.com/v1", "KubeletConfiguration")]
    public void Other_objects_of_a_kubelet_decide_nothing(string apiVersion, string kind) =>
        Assert.Empty(Read("kubelet.yaml", $"apiVersion: {apiVersion}\nkind: {kind}\n").NodeConfigurations);

    [Theory]
    [InlineData("runsc.toml", "[runsc_config]\nnetwork = 'host'", "sandboxHostNetwork=true sandboxSeccomp=false")]
    [InlineData("runsc.toml", "[runsc_config]\noci-seccomp = 'true'", "sandboxHostNetwork=false sandboxSeccomp=true")]
    [InlineData("configuration-qemu.toml", "[hypervisor.qemu]\n[runtime]\ndisable_guest_seccomp = false", "guestSeccomp=true kataHostNetworkNamespace=false")]
    [InlineData("configuration-qemu.toml", "[hypervisor.qemu]\n[runtime]\ndisable_new_netns = true", "guestSeccomp=false kataHostNetworkNamespace=true")]
    public void A_file_gives_settings(string path, string text, string settings) =>
        Assert.Equal(settings, string.Join(' ', One(path, text).Settings.Select(fact => $"{fact.SettingId}={fact.Value}")));

    [Theory]
    [InlineData("configuration-x.toml", "[hypervisor]")]
    [InlineData("containerd-images.toml", "[plugins.other]\ncri = 1")]
    [InlineData("Cargo.toml", "[package]\nname = 'x'")]
    [InlineData("runsc.toml", "[other]")]
    public void What_is_something_else_is_passed_over(string path, string text)
    {
        var file = Read(path, text);
        Assert.False(file.IsDescriptor);
        Assert.Empty(file.Findings);
    }

    [Theory]
    [InlineData("containerd.toml", "[plugins.cri", true)]
    [InlineData("containerd.toml", "[package", false)]
    [InlineData("crio.conf", "[crio.runtime]\ndefault_runtime = runc", true)]
    [InlineData("runsc.toml", "[runsc_config]\nnetwork = host", true)]
    public void A_found_file_that_is_broken_is_told_where_it_looks_like_a_configuration(string path, string text, bool isTold)
    {
        Assert.Equal(isTold ? ["ISM9006"] : [], DescriptorReader.Read(path, text, DescriptorExpectation.Found, TestContext.Current.CancellationToken).Findings.Select(finding => finding.Rule.Id));
        Assert.Equal("ISM9006", Assert.Single(Read(path, text).Findings).Rule.Id);
    }

    /// <summary>Far more than anybody has; a step for each that looked at all others would take minutes.</summary>
    [Fact]
    public void Many_runtimes_are_read_in_one_pass()
    {
        var text = string.Concat(Enumerable.Range(0, 200_000).Select(i => $"[plugins.cri.containerd.runtimes.r{i}]\n"));
        Assert.Equal(200_000, One("containerd.toml", text).Runtimes.Count);
    }

    [Fact]
    public void Facts_stand_at_their_keys_and_absent_ones_at_the_table()
    {
        const string text = $"version = 2\r\n[{V2}.containerd.runtimes.kata]\r\nruntime_type = 'io.containerd.kata.v2'\r\n";
        var runtime = Assert.Single(One("containerd.toml", text).Runtimes);
        Assert.All(runtime.Evidence, evidence => Assert.Equal($"[{V2}.containerd.runtimes.kata]", At(text, evidence.Range)));
        Assert.Equal($"[{V2}.containerd.runtimes.kata]", At(text, runtime.Range));
    }

    [Fact]
    public void Fargate_profiles_are_read_from_eksctl()
    {
        const string text = """
            apiVersion: eksctl.io/v1alpha5
            kind: ClusterConfig
            fargateProfiles:
              - name: apps
                selectors:
                  - namespace: prod-*
                    labels: { tier: web }
                  - namespace: ${SPACE}
              - name: none
            """;
        var profile = Assert.Single(Read("cluster.yaml", text).Profiles);
        Assert.Equal(("fargate", "apps"), (profile.PlatformId, profile.Name));
        Assert.Equal("apps", At(text, profile.Range));
        var selector = Assert.Single(profile.Selectors); // a placeholder takes nobody knows whom
        Assert.Equal(("prod-*", new LabelMatch("tier", "web")), (selector.Namespace, Assert.Single(selector.Labels)));
    }

    private static string At(string text, TextRange range) => Sample.At(text, range);

    private static DescriptorFile Read(string path, string text) => DescriptorReader.Read(path, text, DescriptorExpectation.Expected, TestContext.Current.CancellationToken);

    private static NodeConfiguration One(string path, string text)
    {
        var file = Read(path, text);
        Assert.Empty(file.Findings.Select(finding => finding.Message));
        return Assert.Single(file.NodeConfigurations);
    }

    private static string Shown(IEnumerable<(RuntimeNameKind Kind, string Name)> names) => string.Join('|', names.Select(name => $"{name.Kind} {name.Name}"));

    /// <summary><c>!</c>: does not hold; <c>?</c>: another program may still bring it about.</summary>
    private static string Shown(IEnumerable<NodeEvidence> evidence) => string.Join(
        ' ',
        evidence.OrderBy(entry => entry.FactId, StringComparer.Ordinal).Select(entry => $"{(entry.Holds ? string.Empty : "!")}{entry.FactId}{(entry.IsDecisive ? string.Empty : "?")}"));
}
