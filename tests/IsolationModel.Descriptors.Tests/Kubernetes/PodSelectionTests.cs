using IsolationModel.Evaluation;
using IsolationModel.Modeling;
using IsolationModel.Workloads;

namespace IsolationModel.Descriptors.Tests.Kubernetes;

/// <summary>Near misses of runtime selection, placement and annotations, as the API server and the runtimes take them.</summary>
public sealed class PodSelectionTests
{
    [Theory]
    [InlineData("  runtimeClassName: ''", RuntimeReferenceState.Empty)] // kubernetes validation: a pointer that is not nil is checked
    [InlineData("  runtimeClassName: ~", RuntimeReferenceState.Absent)]
    [InlineData("  runtimeClassName:", RuntimeReferenceState.Absent)]
    [InlineData("  containers: []", RuntimeReferenceState.Absent)]
    public void Empty_null_and_absent_are_told_apart(string spec, RuntimeReferenceState state) => Assert.Equal(state, Sample.One(Sample.Pod(spec)).Runtime.State);

    [Theory]
    [InlineData("RuntimeClassName")]
    [InlineData("runtimeclassname")]
    [InlineData("runtimeClassname")]
    public void A_key_of_another_case_is_another_field(string key)
    {
        var text = Sample.Pod($"  {key}: gvisor");
        var runtime = Sample.One(text).Runtime;
        Assert.Equal((RuntimeReferenceState.Absent, key), (runtime.State, runtime.Misspelt?.Value));
        Assert.Equal(key, Sample.At(text, runtime.Misspelt!.Range));
        Assert.Null(Sample.One(Sample.Pod($"  {key}: gvisor\n  runtimeClassName: x")).Runtime.Misspelt);
    }

    [Theory]
    [InlineData("\"true\"", true)] // containerd compares with exactly "true"
    [InlineData("\"True\"", false)]
    [InlineData("\"yes\"", false)]
    [InlineData("\"\"", false)]
    [InlineData("\"false\"", false)]
    public void Only_the_exact_word_makes_a_workload_untrusted(string value, bool selects)
    {
        var annotation = $"io.kubernetes.cri.untrusted-workload: {value}";
        Assert.Equal(selects ? "untrusted" : string.Empty, Sample.One(Sample.Pod("  containers: []", annotation)).Runtime.Name);
        var named = Sample.One(Sample.Pod("  runtimeClassName: x", annotation)).Runtime;
        Assert.Equal(("x", selects), (named.Name, named.UntrustedRange is not null));
    }

    [Theory]
    [InlineData("  os: { name: windows }", "windows")]
    [InlineData("  nodeSelector: { kubernetes.io/os: windows }", "windows")]
    [InlineData("  nodeSelector: { beta.kubernetes.io/os: windows }", "windows")]
    [InlineData("  os: { name: linux }\n  nodeSelector: { kubernetes.io/os: windows }", "linux")]
    [InlineData("  securityContext: { windowsOptions: { hostProcess: true } }", "windows")]
    [InlineData("  containers: [ { name: a }, { name: b, securityContext: { windowsOptions: { hostProcess: true } } } ]", "windows")]
    [InlineData("  os: { name: \"${OS}\" }", null)]
    [InlineData("  containers: []", null)]
    public void The_operating_system_is_that_of_the_pod_or_of_its_nodes(string spec, string? system) =>
        Assert.Equal(system, Sample.One(Sample.Pod(spec)).Placement.OperatingSystem);

    /// <summary>Kubernetes, Create a Windows HostProcess Pod: such a container is a process of the host.</summary>
    [Theory]
    [InlineData("  os: { name: windows }\n  containers: [ { name: main } ]", "windows-process", "shared-kernel")]
    [InlineData("  hostNetwork: true\n  securityContext: { windowsOptions: { hostProcess: true } }\n  containers: [ { name: main } ]", "windows-process", "none")]
    public void A_pod_of_Windows_is_judged_as_one(string spec, string technology, string left)
    {
        var model = new ModelIndex(BuiltInModel.Definition);
        var assessment = Assert.Single(Evaluator.Evaluate(model, [Sample.Read(Sample.Pod(spec))], [], TestContext.Current.CancellationToken).Workloads);
        Assert.Equal(technology, assessment.Runtime.Technology?.Id);
        Assert.Equal(left, ValueText.Levels(model.BoundaryScale, assessment.Assessment!.Isolation.Effective!));
    }

    [Fact]
    public void Marks_of_nodes_are_read_from_selector_affinity_and_tolerations()
    {
        const string spec = """
              nodeSelector: { a: x, hidden: "${X}" }
              tolerations: [ { key: b }, { operator: Exists } ]
              affinity:
                nodeAffinity:
                  requiredDuringSchedulingIgnoredDuringExecution:
                    nodeSelectorTerms: [ { matchExpressions: [ { key: c, operator: In }, { key: d, operator: NotIn }, { key: e, operator: DoesNotExist } ] } ]
                  preferredDuringSchedulingIgnoredDuringExecution:
                    - preference: { matchExpressions: [ { key: f, operator: Exists } ] }
              overhead: { cpu: 250m }
            """;
        var text = Sample.Pod(spec);
        var placement = Sample.One(text).Placement;
        Assert.Equal(["a node selector", "c node affinity", "f node affinity", "b toleration"], placement.Marks.Select(mark => $"{mark.Key} {mark.Value}"));
        Assert.All(placement.Marks, mark => Assert.Equal(mark.Key, Sample.At(text, mark.Range)));
        Assert.Equal(("cpu", "250m", "cpu"), Assert.Single(placement.Overhead) is var overhead ? (overhead.Key, overhead.Value, Sample.At(text, overhead.Range)) : default);
        Assert.Equal([("a", "x")], placement.NodeSelector.Select(value => (value.Key, value.Value)));
    }

    [Fact]
    public void Members_are_each_there_once_with_the_last_value()
    {
        var text = Sample.Pod("  nodeSelector: { a: x, b: y, a: z }");
        var selector = Sample.One(text).Placement.NodeSelector;
        Assert.Equal([("b", "y"), ("a", "z")], selector.Select(value => (value.Key, value.Value)));
        Assert.Equal(text.LastIndexOf("a: z", StringComparison.Ordinal), selector[1].Range.Start);
    }

    [Fact]
    public void A_RuntimeClass_tells_its_schedule_and_overhead()
    {
        const string text = "apiVersion: node.k8s.io/v1\nkind: RuntimeClass\nmetadata: { name: vm }\nhandler: kata\nscheduling: { nodeSelector: { pool: x } }\noverhead: { podFixed: { cpu: 250m } }";
        var found = Assert.Single(Sample.Read(text).RuntimeClasses);
        Assert.Equal([("pool", "x"), ("cpu", "250m")], found.NodeSelector.Concat(found.Overhead).Select(value => (value.Key, value.Value)));
    }

    [Fact]
    public void A_RuntimeClass_has_no_namespace_even_where_one_is_written()
    {
        const string text = "apiVersion: node.k8s.io/v1\nkind: RuntimeClass\nmetadata: { name: mine, namespace: b }\nhandler: runsc\n---\n"
            + "apiVersion: v1\nkind: Pod\nmetadata: { name: shop, namespace: a }\nspec: { runtimeClassName: mine }";
        var result = Evaluator.Evaluate(new ModelIndex(BuiltInModel.Definition), [Sample.Read(text)], [], TestContext.Current.CancellationToken);
        Assert.Equal("gvisor", Assert.Single(result.Workloads).Runtime.Technology?.Id);
    }

    [Theory]
    [InlineData("apiVerion: node.k8s.io/v1")] // a typo that a public repository has: the object does not exist
    [InlineData("apiVersion: node.k8s.io")]
    [InlineData("apiVersion: v1")]
    public void A_RuntimeClass_of_a_wrong_apiVersion_does_not_exist(string apiVersion) =>
        Assert.Empty(Sample.Read($"{apiVersion}\nkind: RuntimeClass\nmetadata: {{ name: gvisor }}\nhandler: runsc").RuntimeClasses);

    [Theory]
    [InlineData("dev.gvisor.flag.host-uds: open", "sandboxSocketAccess=open")] // gVisor config.go: overridable without the administrator's consent
    [InlineData("dev.gvisor.flag.host-uds: \"${UDS}\"", "sandboxSocketAccess?")]
    [InlineData("io.katacontainers.config.runtime.disable_guest_seccomp: \"false\"", "guestSeccomp?")] // Kata, how-to-set-sandbox-config-kata.md
    [InlineData("io.katacontainers.config.runtime.disable_guest_seccomp: \"true\"", "")]
    [InlineData("io.katacontainers.config.runtime.disable_new_netns: \"true\"", "kataHostNetworkNamespace?")]
    [InlineData("io.katacontainers.config.hypervisor.path: /opt/other/qemu", "kataHostPrograms=[path]")]
    [InlineData("io.katacontainers.config.hypervisor.virtio_fs_extra_args: '[\"-d\"]'", "kataHostPrograms=[virtio_fs_extra_args]")]
    [InlineData("io.katacontainers.config.hypervisor.kernel: /opt/other/vmlinux", "kataGuestChanges=[kernel]")]
    [InlineData("io.katacontainers.config.agent.kernel_modules: e1000e", "kataGuestChanges=[kernel_modules]")]
    [InlineData("io.katacontainers.config.hypervisor.default_vcpus: \"4\"", "")]
    [InlineData("userns-mode.crio.io: auto", "userNamespace? by userns-mode.crio.io")] // crio.conf.5
    [InlineData("io.kubernetes.cri-o.userns-mode: \"auto:size=65536\"", "userNamespace? by io.kubernetes.cri-o.userns-mode")]
    [InlineData("userns-mode.crio.io: host", "")]
    public void Annotations_for_the_runtime_become_settings(string annotation, string settings)
    {
        string[] known = ["sandboxSocketAccess", "guestSeccomp", "kataHostNetworkNamespace", "kataHostPrograms", "kataGuestChanges", "userNamespace"];
        var facts = Assert.Single(Sample.One(Sample.Pod("  containers: [ { name: main } ]", annotation)).Containers).Settings;
        Assert.Equal(settings, string.Join(' ', facts.Where(fact => known.Contains(fact.SettingId)).Select(Shown)));
    }

    [Fact]
    public void The_field_of_the_pod_goes_before_the_annotation()
    {
        var facts = Assert.Single(Sample.One(Sample.Pod("  hostUsers: true", "userns-mode.crio.io: auto")).Containers).Settings;
        Assert.Equal("false", Assert.Single(facts, fact => fact.SettingId == "userNamespace").Value);
    }

    private static string Shown(SettingFact fact) =>
        fact.IsUnresolved ? $"{fact.SettingId}?{(fact.Annotation is null ? string.Empty : $" by {fact.Annotation}")}"
        : fact.Value is not null ? $"{fact.SettingId}={fact.Value}"
        : $"{fact.SettingId}=[{string.Join(',', fact.Items.Select(item => item.Value))}]";
}
