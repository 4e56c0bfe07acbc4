using IsolationModel.Findings;
using IsolationModel.Modeling;
using IsolationModel.Text;
using IsolationModel.Workloads;

namespace IsolationModel.Core.Tests.Evaluation;

/// <summary>Rules ISM1005 and ISM1006: what a workload says about its runtime beside its class.</summary>
public sealed class RuntimeSelectionTests
{
    private static readonly TextRange Range = new(2, 3);

    /// <summary>containerd cri sandbox_run.go: no handler but 'untrusted', and no namespace of the host.</summary>
    [Theory]
    [InlineData("mine", "runsc", "", "RuntimeClass 'mine' with handler 'runsc': containerd refuses the pod")]
    [InlineData("mine", "untrusted", "", null)]
    [InlineData("gvisor", null, "", "RuntimeClass 'gvisor': containerd refuses the pod")]
    [InlineData("untrusted", null, "", null)] // by habit its handler has the same name
    [InlineData("untrusted", "runsc", "", "with handler 'runsc'")]
    [InlineData(null, null, "hostNetwork", "beside hostNetwork: containerd refuses the pod")]
    [InlineData(null, null, "hostPid", "beside hostPID")]
    [InlineData(null, null, "hostIpc", "beside hostIPC")]
    [InlineData(null, null, "", null)]
    public void An_untrusted_workload_has_one_handler_and_no_namespace_of_the_host(string? name, string? handler, string setting, string? message)
    {
        var pod = Pod(name) with { Containers = [TestModel.Container(setting.Length == 0 ? [] : [setting])] };
        pod = pod with
        {
            Runtime = name is null
                ? new RuntimeReference(RuntimeReferenceState.Named, RuntimeNameKind.RuntimeHandler, "untrusted", Range, "annotation") { UntrustedRange = Range }
                : pod.Runtime with { UntrustedRange = Range },
        };
        Expect(Find("ISM1005", pod, handler is null ? [] : [new RuntimeClassObject(name!, handler, Range)]), message);
    }

    /// <summary>kubernetes plugin/pkg/admission/runtimeclass and scheduling.go: a key with two values is a conflict.</summary>
    [Theory]
    [InlineData("pool=a", "pool=b", "'pool: a' contradicts RuntimeClass 'mine', which schedules on 'pool: b'")]
    [InlineData("pool=a", "pool=a", null)]
    [InlineData("zone=a", "pool=b", null)]
    [InlineData("pool=a", "pool=b|pool=a", null)] // two clusters: one of them takes it
    [InlineData("pool=a", "pool=b|pool=c", "contradicts")]
    [InlineData("pool=a", "", null)]
    public void A_node_selector_may_not_contradict_the_class(string own, string classes, string? message)
    {
        var pod = Pod("mine") with { Placement = new PodPlacement { NodeSelector = Values(own) } };
        Expect(Find("ISM1005", pod, classes.Split('|').Select(values => new RuntimeClassObject("mine", "runsc", Range) { NodeSelector = Values(values) })), message);
    }

    /// <summary>The same admission: the overhead of the pod equals that of the class, or the pod is refused.</summary>
    [Theory]
    [InlineData("cpu=250m", "cpu=250m", null)]
    [InlineData("cpu=0.25", "cpu=250m", null)]
    [InlineData("memory=1Gi", "memory=1024Mi", null)]
    [InlineData("memory=1G", "memory=1Gi", "declares the overhead 'memory: 1G' beside RuntimeClass 'mine', which has 'memory: 1Gi'")]
    [InlineData("cpu=1", "cpu=1,memory=1Mi", "which has 'cpu: 1, memory: 1Mi'")]
    [InlineData("cpu=1", "memory=1", "which has 'memory: 1'")]
    [InlineData("cpu=1", "", "which has none")]
    [InlineData("cpu=99999999999999999999T", "cpu=1", "which has 'cpu: 1'")]
    [InlineData("", "cpu=1", null)]
    public void An_overhead_is_that_of_the_class(string own, string other, string? message)
    {
        var pod = Pod("mine") with { Placement = new PodPlacement { Overhead = Values(own) } };
        Expect(Find("ISM1005", pod, [new RuntimeClassObject("mine", "runsc", Range) { Overhead = Values(other) }]), message);
    }

    [Fact]
    public void An_overhead_without_a_class_is_refused()
    {
        var placement = new PodPlacement { Overhead = Values("cpu=1") };
        Expect(Find("ISM1005", Pod(null) with { Placement = placement }, []), "an overhead without a class");
        Expect(Find("ISM1005", Pod("elsewhere") with { Placement = placement }, []), null);
    }

    [Theory]
    [InlineData("sandbox.gke.io/runtime", null, "may place it on nodes with gVisor, but selects nothing, so it runs on runc")] // GKE Sandbox
    [InlineData("katacontainers.io/kata-runtime", null, "nodes with Kata Containers")] // kata-deploy
    [InlineData("kubernetes.azure.com/kata-vm-isolation", null, "nodes with Kata Containers")] // AKS pod sandboxing
    [InlineData("sandbox.gke.io/runtime", "gvisor", null)]
    [InlineData("katacontainers.io/kata-runtime", "kata-clh", null)] // one label for all hypervisors
    [InlineData("sandbox.gke.io/runtime", "kata", "so it runs on Kata Containers")]
    [InlineData("sandbox.gke.io/runtime", "nobody-knows", null)] // ISM1502 speaks
    [InlineData("kubernetes.io/arch", null, null)]
    public void Placement_selects_nothing(string label, string? name, string? message)
    {
        var pod = Pod(name) with { Placement = new PodPlacement { Marks = [new PlacedValue(label, "toleration", Range), new PlacedValue(label, "node selector", Range)] } };
        Expect(Find("ISM1006", pod, []), message);
    }

    [Fact]
    public void Without_a_need_nothing_is_said()
    {
        var pod = Pod(null) with { Needs = [], Placement = new PodPlacement { Marks = [new PlacedValue("sandbox.gke.io/runtime", "toleration", Range)], Overhead = Values("cpu=1") } };
        pod = pod with { Runtime = pod.Runtime with { State = RuntimeReferenceState.Empty, UntrustedRange = Range } };
        Assert.Empty(RunSample.Evaluate(TestModel.BuiltIn, RunSample.File("a.yaml", pod)).Findings);
    }

    [Fact]
    public void A_level_of_the_Pod_Security_Standards_asks_nothing_of_the_runtime()
    {
        var podSecurity = BuiltInModel.Definition.Needs.First(need => need.Kind == NeedKind.PodSecurity).Id;
        var pod = Pod(null) with { Needs = [TestModel.Declare(NeedScope.Template, podSecurity)] };
        pod = pod with { Runtime = pod.Runtime with { State = RuntimeReferenceState.Empty } };
        Assert.DoesNotContain(RunSample.Evaluate(TestModel.BuiltIn, RunSample.File("a.yaml", pod)).Findings, finding => finding.Rule.Id is "ISM1005" or "ISM1006");
    }

    private static Workload Pod(string? name) => RunSample.Pod(name, null, TestModel.Declare(NeedScope.Template, "untrusted-code"));

    private static List<PlacedValue> Values(string text) =>
        text.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(pair => new PlacedValue(pair.Split('=')[0], pair.Split('=')[1], Range)).ToList();

    private static List<Finding> Find(string rule, Workload pod, IEnumerable<RuntimeClassObject> classes) =>
        RunSample.Evaluate(TestModel.BuiltIn, RunSample.File("a.yaml", pod), RunSample.File("b.yaml") with { RuntimeClasses = classes.ToList() })
            .Findings.Where(finding => finding.Rule.Id == rule).ToList();

    private static void Expect(List<Finding> findings, string? message)
    {
        if (message is null)
        {
            Assert.Empty(findings.Select(finding => finding.Message));
            return;
        }

        var finding = Assert.Single(findings);
        Assert.Contains(message, finding.Message, StringComparison.Ordinal);
        Assert.Equal((FindingSeverity.Warning, Range), (finding.Severity, finding.Range));
    }
}
