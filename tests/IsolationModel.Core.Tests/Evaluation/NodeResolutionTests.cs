using IsolationModel.Evaluation;
using IsolationModel.Modeling;
using IsolationModel.Text;
using IsolationModel.Values;
using IsolationModel.Workloads;

namespace IsolationModel.Core.Tests.Evaluation;

/// <summary>What configuration files of nodes, profiles and operating systems change in the resolution of a runtime.</summary>
public sealed class NodeResolutionTests
{
    private static readonly TextRange Range = new(2, 3);

    /// <summary>The handler's name commonly means gVisor; the row is what the nodes' files say of it (containerd docs/cri/config.md).</summary>
    [Theory]
    [InlineData("runsc", "gvisor", RuntimeConfidence.Known, "which a.toml runs as 'runsc'")]
    [InlineData("runc", "runc", RuntimeConfidence.Known, "which a.toml runs as 'runc'")] // a configuration contradicts the name
    [InlineData("fort-knox", null, RuntimeConfidence.Unknown, "a.toml runs it as 'fort-knox', which the model does not know; name it in an overlay under names.ociRuntime")]
    [InlineData("crun-vm", null, RuntimeConfidence.Unknown, "which says nothing certain")]
    [InlineData("runsc runsc", "gvisor", RuntimeConfidence.Known, "which a.toml runs as 'runsc'")]
    [InlineData("runsc runc", null, RuntimeConfidence.Unknown, "disagree about handler 'gvisor': 'runsc' in a.toml, 'runc' in b.toml")]
    [InlineData("", "gvisor", RuntimeConfidence.Known, "RuntimeClass 'mine' with handler 'gvisor'")] // no file: by the handler's name
    public void A_handler_is_what_the_nodes_start(string programs, string? technology, RuntimeConfidence confidence, string reason)
    {
        var files = programs.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select((program, i) => Node($"{(char)('a' + i)}.toml", Containerd(Runtime("gvisor", program))));
        var resolution = Resolve(TestModel.BuiltIn, RunSample.Pod("mine"), [Classes("gvisor"), .. files]);
        Expect(resolution, technology, confidence, reason);
        Assert.Equal(1 + programs.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length, resolution.Related.Count);
    }

    [Fact]
    public void An_overlay_speaks_before_the_nodes()
    {
        var model = TestModel.With(""" "names": { "runtimeHandler": { "gvisor": { "technology": "kata" } } } """);
        Expect(Resolve(model, RunSample.Pod("mine"), Classes("gvisor"), Node("a.toml", Containerd(Runtime("gvisor", "runc")))), "kata", RuntimeConfidence.Known, "as the overlay says");
    }

    /// <summary>The annotation for untrusted workloads selects a handler that only the nodes can explain (containerd cri config.go).</summary>
    [Theory]
    [InlineData("runsc", "gvisor")]
    [InlineData(null, null)]
    public void The_handler_of_untrusted_workloads_is_what_the_nodes_start(string? program, string? technology)
    {
        var pod = RunSample.Pod() with { Runtime = new RuntimeReference(RuntimeReferenceState.Named, RuntimeNameKind.RuntimeHandler, "untrusted", Range, "annotation") };
        Assert.Equal(technology, Resolve(TestModel.BuiltIn, pod, program is null ? [] : [Node("a.toml", Containerd(Runtime("untrusted", program)))]).Technology?.Id);
    }

    [Fact]
    public void Names_of_a_runtime_are_tried_the_most_exact_one_first()
    {
        var runtime = Runtime("kata", "x") with { Names = [(RuntimeNameKind.RuntimeHandler, "kata-fc"), (RuntimeNameKind.ContainerdRuntimeType, "io.containerd.kata.v2")] };
        Assert.Equal("kata-fc", Resolve(TestModel.BuiltIn, RunSample.Pod("mine"), Classes("kata"), Node("a.toml", Containerd(runtime))).Technology?.Id);
        runtime = runtime with { Names = [(RuntimeNameKind.RuntimeHandler, "kata-own"), (RuntimeNameKind.ContainerdRuntimeType, "io.containerd.kata.v2")] };
        Assert.Equal("kata", Resolve(TestModel.BuiltIn, RunSample.Pod("mine"), Classes("kata"), Node("a.toml", Containerd(runtime))).Technology?.Id);
    }

    /// <summary>containerd docs/cri/config.md: default_runtime_name, runc unless it says otherwise.</summary>
    [Theory]
    [InlineData("kata", "kata", RuntimeConfidence.Known, "the default of the nodes, since runtimeClassName is not set: handler 'kata'")]
    [InlineData("", "gvisor", RuntimeConfidence.Known, "handler 'runc', which a.toml runs as 'runsc'")] // runc in name only
    [InlineData("own", null, RuntimeConfidence.Unknown, "handler 'own': the handler is not known")]
    [InlineData("runhcs-wcow-process", "runc", RuntimeConfidence.AssumedDefault, "the default, since")] // a node of Windows says nothing of a pod of Linux
    public void Pods_without_a_class_run_as_the_nodes_say(string handler, string? technology, RuntimeConfidence confidence, string reason)
    {
        var configuration = Containerd(Runtime("runc", "runsc")) with { DefaultHandler = handler.Length == 0 ? null : new SettingItem(handler, Range) };
        var resolution = Resolve(TestModel.BuiltIn, RunSample.Pod(), Node("a.toml", configuration));
        Expect(resolution, technology, confidence, reason);
    }

    [Fact]
    public void Nodes_that_disagree_about_the_default_say_nothing()
    {
        var resolution = Resolve(TestModel.BuiltIn, RunSample.Pod(), Node("a.toml", Default("kata")), Node("b.toml", Default("runc")));
        Expect(resolution, null, RuntimeConfidence.Unknown, "disagree about the default: 'kata' in a.toml, 'runc' in b.toml");
        Assert.Equal(2, resolution.Related.Count);
        Assert.Equal("kata", Resolve(TestModel.BuiltIn, RunSample.Pod(), Node("a.toml", Default("kata")), Node("b.toml", Default("kata"))).Technology?.Id);
    }

    [Theory]
    [InlineData("windows", "windows-process", "the default on Windows, since runtimeClassName is not set")] // containerd config_windows.go
    [InlineData("linux", "runc", "the default, since runtimeClassName is not set")]
    [InlineData(null, "runc", "the default, since runtimeClassName is not set")]
    public void The_default_is_that_of_the_operating_system(string? system, string technology, string reason) =>
        Expect(Resolve(TestModel.BuiltIn, RunSample.Pod() with { Placement = new PodPlacement { OperatingSystem = system } }), technology, RuntimeConfidence.AssumedDefault, reason);

    [Fact]
    public void A_workload_of_Windows_is_given_runtimes_of_Windows_instead()
    {
        var pod = RunSample.Pod(null, null, TestModel.Declare(NeedScope.Template, "hostile-tenants")) with
        {
            Placement = new PodPlacement { OperatingSystem = "windows" },
            Containers = [TestModel.Container()],
        };
        var assessment = Assert.Single(RunSample.Evaluate(TestModel.BuiltIn, RunSample.File("a.yaml", pod)).Workloads);
        Assert.Contains("hyperv-isolated", assessment.Alternatives.Select(alternative => alternative.TechnologyId));
        Assert.DoesNotContain("kata", assessment.Alternatives.Select(alternative => alternative.TechnologyId));
    }

    /// <summary>Windows handlers, with build numbers (containerd config_windows.go; A handler of a build that nobody knows proves nothing).</summary>
    [Theory]
    [InlineData("runhcs-wcow-process", "windows-process")]
    [InlineData("runhcs-wcow-hypervisor", "hyperv-isolated")]
    [InlineData("runhcs-wcow-hypervisor-17763", "hyperv-isolated")]
    [InlineData("runhcs-wcow-hypervisor-20348", "hyperv-isolated")]
    [InlineData("runhcs-lcow", null)]
    public void Handlers_of_Windows_are_known(string handler, string? technology) =>
        Assert.Equal(technology, Resolve(TestModel.BuiltIn, RunSample.Pod("mine"), Classes(handler)).Technology?.Id);

    /// <summary>Classes that managed clusters create themselves, so that their objects are never among the files (GKE Sandbox; AKS pod sandboxing and confidential containers).</summary>
    [Theory]
    [InlineData("gvisor", "gvisor")]
    [InlineData("kata-vm-isolation", "kata")]
    [InlineData("kata-mshv-vm-isolation", "kata")]
    [InlineData("kata-cc-isolation", "coco")]
    public void Classes_of_managed_clusters_are_likely(string name, string technology) =>
        Expect(Resolve(TestModel.BuiltIn, RunSample.Pod(name)), technology, RuntimeConfidence.Likely, "by the name of RuntimeClass");

    [Fact]
    public void Near_misses_are_told_from_an_absent_name()
    {
        var pod = RunSample.Pod();
        Expect(
            Resolve(TestModel.BuiltIn, pod with { Runtime = pod.Runtime with { State = RuntimeReferenceState.Empty } }),
            "runc", RuntimeConfidence.AssumedDefault, "since runtimeClassName is empty, which the API server refuses");
        Expect(
            Resolve(TestModel.BuiltIn, pod with { Runtime = pod.Runtime with { Misspelt = new SettingItem("RuntimeClassName", Range) } }),
            "runc", RuntimeConfidence.AssumedDefault, "since runtimeClassName is not set: 'RuntimeClassName' is another field, which the API server ignores");
    }

    /// <summary>Amazon EKS, Fargate profiles: namespace and labels with the wildcards * and ?; DaemonSets stay on the nodes.</summary>
    [Theory]
    [InlineData("Pod", "prod", "web", "prod", "web", true)]
    [InlineData("Pod", "prod-eu", "web", "prod-*", "w?b", true)]
    [InlineData("Pod", "prod", "web", "prod", "api", false)]
    [InlineData("Pod", "prod", "web", "test", "web", false)]
    [InlineData("Pod", null, "web", "prod", "web", false)] // its namespace is decided elsewhere
    [InlineData("Pod", null, "web", "*", "web", true)]
    [InlineData("DaemonSet", "prod", "web", "prod", "web", false)]
    public void A_Fargate_profile_takes_pods_by_namespace_and_labels(string kind, string? space, string tier, string wantedSpace, string wantedTier, bool takes)
    {
        var profile = new PlatformProfile("fargate", "apps", [new ProfileSelector(wantedSpace, [new LabelMatch("tier", wantedTier)])], Range);
        var pod = RunSample.Pod(null, space) with { Kind = kind, Labels = [new LabelMatch("tier", tier)] };
        var resolution = Resolve(TestModel.BuiltIn, pod, RunSample.File("cluster.yaml") with { Profiles = [profile] });
        Assert.Equal(takes ? "firecracker" : "runc", resolution.Technology?.Id);
        Assert.Equal(takes, resolution.Reason.Contains("profile 'apps' of cluster.yaml gives it to AWS Fargate", StringComparison.Ordinal));
        Assert.Equal(takes ? 1 : 0, resolution.Related.Count);
    }

    [Fact]
    public void A_profile_does_not_take_what_names_a_class() => Assert.Equal(
        "gvisor",
        Resolve(TestModel.BuiltIn, RunSample.Pod("gvisor", "prod"), RunSample.File("cluster.yaml") with { Profiles = [new PlatformProfile("fargate", "apps", [new ProfileSelector("*", [])], Range)] }).Technology?.Id);

    /// <summary>What is left of Kata's boundary around a privileged container, by what containerd's files say (Kata, privileged.md).</summary>
    [Theory]
    [InlineData("+", "hardware-vm")]
    [InlineData("-", "none")]
    [InlineData("", "none..hardware-vm")]
    [InlineData("+-", "none..hardware-vm")] // two files that disagree
    public void Files_of_nodes_decide_facts(string files, string left)
    {
        var nodes = files.Select((sign, i) => Node($"{i}.toml", Containerd(Runtime("kata", "kata-runtime") with { Evidence = [new NodeEvidence("privilegedWithoutHostDevices", sign == '+', Range)] })));
        Assert.Equal(left, Left(TestModel.BuiltIn, RunSample.Pod("mine") with { Containers = [TestModel.Container("privileged")] }, [Classes("kata"), .. nodes]));
    }

    [Fact]
    public void An_overlay_decides_facts_before_files_do()
    {
        var model = TestModel.With(""" "nodes": { "privilegedWithoutHostDevices": true } """);
        var node = Node("a.toml", Containerd(Runtime("kata", "kata-runtime") with { Evidence = [new NodeEvidence("privilegedWithoutHostDevices", false, Range)] }));
        Assert.Equal("hardware-vm", Left(model, RunSample.Pod("mine") with { Containers = [TestModel.Container("privileged")] }, Classes("kata"), node));
    }

    /// <summary>The kubelet's default counts before the engine's; without either a container is unconfined (kubelet seccompDefault; containerd unset_seccomp_profile).</summary>
    [Theory]
    [InlineData("+", "", "shared-kernel")]
    [InlineData("-", "", "weakened..shared-kernel")] // the engine may still have a profile for the unset
    [InlineData("", "-", "weakened..shared-kernel")]
    [InlineData("-", "-", "weakened")]
    [InlineData("-", "+", "shared-kernel")]
    [InlineData("+", "-", "shared-kernel")]
    [InlineData("+-", "-", "weakened..shared-kernel")]
    public void A_fact_that_two_programs_bring_about_needs_the_word_of_both_to_fail(string kubelet, string engine, string left)
    {
        var nodes = kubelet.Select((sign, i) => Node($"k{i}.yaml", new NodeConfiguration(NodeComponent.Kubelet) { Evidence = [new NodeEvidence("seccompDefault", sign == '+', Range, IsDecisive: false)] }))
            .Concat(engine.Select((sign, i) => Node($"c{i}.toml", new NodeConfiguration(NodeComponent.Containerd) { Evidence = [new NodeEvidence("seccompDefault", sign == '+', Range, IsDecisive: false)] })));
        Assert.Equal(left, Left(TestModel.BuiltIn, RunSample.Pod() with { Containers = [TestModel.Container()] }, [.. nodes]));
    }

    /// <summary>gVisor security model and flags.go: the annotation opens the socket where it passes, whatever runsc.toml says.</summary>
    [Theory]
    [InlineData("", "", null, "none..software-sandbox")]
    [InlineData("hostUds+", "", null, "software-sandbox")]
    [InlineData("hostUds+", "", "open", "none..software-sandbox")]
    [InlineData("hostUds+", "", "create", "none..software-sandbox")]
    [InlineData("hostUds+", "", "none", "software-sandbox")]
    [InlineData("hostUds+", "withheld+", "all", "software-sandbox")]
    [InlineData("hostUds+", "withheld-", "all", "none")]
    [InlineData("hostUds-", "withheld+", null, "none")]
    public void A_socket_of_the_engine_opens_by_flag_or_by_annotation(string flag, string annotations, string? access, string left)
    {
        var gvisor = flag.Length == 0 ? [] : new[] { Node("runsc.toml", new NodeConfiguration(NodeComponent.GVisor) { Evidence = [new NodeEvidence("hostUdsNone", flag[^1] == '+', Range)] }) };
        var runtime = Runtime("runsc", "runsc") with { Evidence = annotations.Length == 0 ? [] : [new NodeEvidence("gvisorAnnotationsWithheld", annotations[^1] == '+', Range)] };
        string[] settings = ["hostPaths=[/var/run/docker.sock]", .. access is null ? Array.Empty<string>() : [$"sandboxSocketAccess={access}"]];
        var pod = RunSample.Pod("mine") with { Containers = [TestModel.Container(settings)] };
        Assert.Equal(left, Left(TestModel.BuiltIn, pod, [Classes("runsc"), Node("containerd.toml", Containerd(runtime)), .. gvisor]));
    }

    /// <summary>Kata, configuration-qemu.toml.in: annotations are followed only where enable_annotations names them.</summary>
    [Theory]
    [InlineData("engine-", "", "none..hardware-vm")]
    [InlineData("engine-", "kata-", "none")]
    [InlineData("engine-", "kata+", "hardware-vm")]
    [InlineData("engine+", "kata-", "hardware-vm")]
    public void A_program_of_the_host_is_named_only_where_engine_and_Kata_let_it(string engine, string kata, string left)
    {
        var runtime = Runtime("kata", "kata-runtime") with { Evidence = [new NodeEvidence("kataAnnotationsWithheld", engine[^1] == '+', Range, IsDecisive: false)] };
        var files = kata.Length == 0 ? [] : new[] { Node("configuration-qemu.toml", new NodeConfiguration(NodeComponent.Kata) { Evidence = [new NodeEvidence("kataAnnotationsWithheld", kata[^1] == '+', Range, IsDecisive: false)] }) };
        var pod = RunSample.Pod("mine") with { Containers = [TestModel.Container("kataHostPrograms=[path]")] };
        Assert.Equal(left, Left(TestModel.BuiltIn, pod, [Classes("kata"), Node("containerd.toml", Containerd(runtime)), .. files]));
    }

    [Theory]
    [InlineData("host", "hardened-kernel")] // gVisor, networking: pass-through
    [InlineData("host sandbox", "hardened-kernel..software-sandbox")]
    [InlineData("sandbox", "software-sandbox")]
    [InlineData("", "software-sandbox")]
    public void A_sandbox_on_the_network_of_the_host_is_less_of_one(string networks, string left)
    {
        var files = networks.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select((network, i) => Node($"{i}/runsc.toml", new NodeConfiguration(NodeComponent.GVisor) { Settings = [SettingFact.Flag("sandboxHostNetwork", network == "host", Range)] }));
        Assert.Equal(left, Left(TestModel.BuiltIn, RunSample.Pod("gvisor"), [.. files]));
    }

    /// <summary>CRI-O takes its annotations only where allowed_annotations has them (crio.conf.5); containerd knows none of them.</summary>
    [Theory]
    [InlineData(NodeComponent.CriO, "userns-mode.crio.io", "weakened")]
    [InlineData(NodeComponent.CriO, "", "none")]
    [InlineData(NodeComponent.Containerd, "userns-mode.crio.io", "none")]
    [InlineData(null, "", "none..shared-kernel")] // open: each of two weakenings may act, so neither caps the upper end
    public void A_user_namespace_by_annotation_counts_where_CRI_O_takes_it(NodeComponent? component, string allowed, string left)
    {
        var container = TestModel.Container("privileged");
        container = container with { Settings = [.. container.Settings, SettingFact.ByAnnotation("userNamespace", "userns-mode.crio.io", Range)] };
        var runtime = Runtime("crun", "crun") with { Annotations = allowed.Length == 0 ? [] : [allowed] };
        var files = component is { } known ? new[] { Node("a.conf", new NodeConfiguration(known) { Runtimes = [runtime] }) } : [];
        Assert.Equal(left, Left(TestModel.BuiltIn, RunSample.Pod("mine") with { Containers = [container] }, [Classes("crun"), .. files]));
    }

    [Fact]
    public void Places_of_the_files_that_decide_stand_with_the_finding()
    {
        var node = Node("containerd.toml", Containerd(Runtime("kata", "kata-runtime") with { Evidence = [new NodeEvidence("privilegedWithoutHostDevices", false, Range)] }));
        var pod = RunSample.Pod("mine", null, TestModel.Declare(NeedScope.Template, "hostile-tenants")) with { Containers = [TestModel.Container("privileged")] };
        var finding = Assert.Single(RunSample.Evaluate(TestModel.BuiltIn, RunSample.File("a.yaml", pod), Classes("kata"), node).Findings);
        Assert.Equal("ISM2001", finding.Rule.Id);
        Assert.Equal(
            ["classes.yaml: RuntimeClass 'mine' has handler 'kata'", "containerd.toml: handler 'kata' runs as 'kata-runtime'", "containerd.toml: node fact 'privilegedWithoutHostDevices' does not hold by this file"],
            finding.Related.Skip(1).Select(place => $"{place.File}: {place.Message}"));
    }

    [Fact]
    public void Other_platforms_do_not_run_by_the_files_of_the_nodes()
    {
        var pod = RunSample.Pod();
        var service = pod with { PlatformId = "docker", Runtime = pod.Runtime with { NameKind = RuntimeNameKind.ComposeRuntime } };
        Assert.Equal(RuntimeConfidence.AssumedDefault, Resolve(TestModel.BuiltIn, service, Node("a.toml", Default("kata"))).Confidence);
    }

    private static string Left(ModelIndex model, Workload pod, params DescriptorFile[] files)
    {
        var assessment = Assert.Single(RunSample.Evaluate(model, [RunSample.File("a.yaml", pod), .. files]).Workloads);
        return ValueText.Levels(model.BoundaryScale, assessment.Assessment!.Isolation.Effective!);
    }

    private static RuntimeResolution Resolve(ModelIndex model, Workload pod, params DescriptorFile[] files) =>
        Assert.Single(RunSample.Evaluate(model, [RunSample.File("a.yaml", pod), .. files]).Workloads).Runtime;

    private static NodeConfiguration Default(string handler) => new(NodeComponent.Containerd) { DefaultHandler = new SettingItem(handler, Range) };

    private static NodeConfiguration Containerd(params NodeRuntime[] runtimes) => new(NodeComponent.Containerd) { Runtimes = runtimes, ImpliedDefaultHandler = "runc" };

    private static NodeRuntime Runtime(string handler, string program) => new(handler, Range, program) { Names = [(RuntimeNameKind.OciRuntime, program)] };

    private static DescriptorFile Node(string path, NodeConfiguration configuration) => RunSample.File(path) with { NodeConfigurations = [configuration] };

    private static DescriptorFile Classes(string handler) => RunSample.File("classes.yaml") with { RuntimeClasses = [new RuntimeClassObject("mine", handler, Range)] };

    private static void Expect(RuntimeResolution resolution, string? technology, RuntimeConfidence confidence, string reason)
    {
        Assert.Equal((technology, confidence), (resolution.Technology?.Id, resolution.Confidence));
        Assert.Contains(reason, resolution.Reason, StringComparison.Ordinal);
    }
}
