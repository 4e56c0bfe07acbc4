using CsCheck;
using IsolationModel.Evaluation;
using IsolationModel.Findings;
using IsolationModel.Modeling;
using IsolationModel.Workloads;

namespace IsolationModel.Descriptors.Tests.Kubernetes;

/// <summary>Pods of Kubernetes against the runtimes that they pick: what weakens, what is refused, what does nothing.</summary>
public sealed class FitnessTests
{
    private const string Handlers = """
        apiVersion: node.k8s.io/v1
        kind: RuntimeClass
        metadata: { name: plain }
        handler: runc
        ---
        apiVersion: node.k8s.io/v1
        kind: RuntimeClass
        metadata: { name: sandbox }
        handler: runsc
        ---
        apiVersion: node.k8s.io/v1
        kind: RuntimeClass
        metadata: { name: machine }
        handler: kata-qemu
        ---
        apiVersion: node.k8s.io/v1
        kind: RuntimeClass
        metadata: { name: micro }
        handler: kata-fc
        ---
        apiVersion: node.k8s.io/v1
        kind: RuntimeClass
        metadata: { name: process }
        handler: runhcs-wcow-process
        ---

        """;

    private static readonly ModelIndex BuiltIn = new(BuiltInModel.Definition);

    /// <summary>
    /// A runtime class (or - for none), a spec, and the findings as rule and text at their place. Where no other source stands, it is that of the
    /// effect in the model: gVisor's specutils.go and network.go, Kata's Limitations.md and how-to on privileged containers, Kubernetes' types.go.
    /// </summary>
    [Theory]
    // shared kernel: settings breach it (Pod Security Standards; containerd threat model)
    [InlineData("plain", "level:medium", "  containers: [ { name: m, securityContext: { privileged: yes } } ]", "ISM2001 yes")]
    [InlineData("plain", "level:medium", "  hostPID: yes\n  containers: [ { name: m } ]", "ISM2001 yes")]
    [InlineData("plain", "level:medium", "  hostNetwork: yes\n  containers: [ { name: m } ]", "ISM2001 yes")]
    [InlineData("plain", "level:medium", "  hostUsers: false\n  hostNetwork: yes\n  containers: [ { name: m } ]", "ISM1004 false, ISM2001 yes")]
    [InlineData("plain", "level:medium", "  containers: [ { name: a }, { name: b, securityContext: { capabilities: { add: [SYS_MODULE] } } } ]", "ISM2001 SYS_MODULE")]
    [InlineData("plain", "level:medium", "  containers: [ { name: a } ]\n  initContainers: [ { name: b, securityContext: { privileged: yes } } ]", "ISM2001 yes")] // I.2
    [InlineData("plain", "level:medium", "  containers: [ { name: a } ]\n  initContainers: [ { name: b, restartPolicy: Always, securityContext: { privileged: yes } } ]", "ISM2001 yes")]
    [InlineData("plain", "level:medium", "  containers: [ { name: a } ]\n  ephemeralContainers: [ { name: b, securityContext: { privileged: yes } } ]", "ISM2001 yes")]
    [InlineData("plain", "level:medium", "  securityContext: { privileged: yes }\n  containers: [ { name: m } ]", "ISM2003 privileged")] // I.1: no such field
    [InlineData("plain", "level:medium", "  containers: [ { name: m, securityContext: { capabilities: { add: [sys_module] } } } ]", "ISM2001 sys_module, ISM2004 sys_module")]
    [InlineData("plain", "level:medium", "  containers: [ { name: m, securityContext: { capabilities: { add: [ALL], drop: [SYS_ADMIN] } } } ]", "ISM2001 ALL")]
    [InlineData("plain", "level:medium", "  containers: [ { name: m, securityContext: { capabilities: { add: [ALL], drop: [ALL] } } } ]", "")]
    [InlineData("plain", "level:medium", "  securityContext: { seccompProfile: { type: RuntimeDefault } }\n  containers: [ { name: m } ]", "")]
    [InlineData("plain", "level:medium", "  containers: [ { name: m, securityContext: { seLinuxOptions: { type: x }, appArmorProfile: { type: RuntimeDefault } } } ]", "")]
    // gVisor
    [InlineData("sandbox", "untrusted-code", "  containers: [ { name: m, securityContext: { privileged: yes } } ]", "")]
    [InlineData("sandbox", "untrusted-code", "  hostPID: yes\n  containers: [ { name: m } ]", "")]
    [InlineData("sandbox", "untrusted-code", "  hostNetwork: yes\n  containers: [ { name: m } ]", "ISM1003 yes")]
    [InlineData("sandbox", "untrusted-code", "  securityContext: { seccompProfile: { type: Localhost } }\n  containers: [ { name: m } ]", "ISM2003 Localhost")] // I.6
    [InlineData("sandbox", "untrusted-code", "  securityContext: { seccompProfile: { type: Unconfined } }\n  containers: [ { name: m } ]", "")]
    [InlineData("sandbox", "untrusted-code", "  containers: [ { name: m, securityContext: { appArmorProfile: { type: RuntimeDefault } } } ]", "ISM2003 RuntimeDefault")]
    [InlineData("sandbox", "untrusted-code", "  securityContext: { seLinuxOptions: { type: x } }\n  containers: [ { name: m } ]", "ISM1003 seLinuxOptions")]
    [InlineData("sandbox", "untrusted-code", "  hostUsers: false\n  containers: [ { name: m } ]", "ISM2003 false")] // I.10
    [InlineData("sandbox", "untrusted-code", "  containers: [ { name: m, resources: { limits: { nvidia.com/gpu: 1 } } } ]", "ISM2001 nvidia.com/gpu")]
    [InlineData("sandbox", "untrusted-code", "  os: { name: windows }\n  containers: [ { name: m } ]", "ISM1003 windows")] // I.9
    // Kata: a guest of its own
    [InlineData("machine", "untrusted-code", "  hostNetwork: yes\n  containers: [ { name: m } ]", "ISM1003 yes")] // I.6
    [InlineData("machine", "untrusted-code", "  containers: [ { name: m, volumeMounts: [ { name: v, mountPath: /x, subPath: part } ] } ]", "ISM1003 part")]
    [InlineData("machine", "untrusted-code", "  containers: [ { name: m, volumeMounts: [ { name: v, mountPath: /x, subPathExpr: part } ] } ]", "ISM1003 part")]
    [InlineData("machine", "untrusted-code", "  containers: [ { name: m, volumeMounts: [ { name: v, mountPath: /x } ] } ]", "")]
    [InlineData("machine", "untrusted-code", "  hostUsers: false\n  containers: [ { name: m } ]", "ISM2003 false")] // I.10
    [InlineData("machine", "untrusted-code", "  containers: [ { name: m, securityContext: { seccompProfile: { type: RuntimeDefault } } } ]", "ISM2003 RuntimeDefault")]
    [InlineData("machine", "untrusted-code", "  containers: [ { name: m, securityContext: { capabilities: { add: [SYS_ADMIN] }, procMount: Default } } ]", "")]
    [InlineData("machine", "untrusted-code", "  containers: [ { name: m, resources: { limits: { nvidia.com/gpu: 1 } } } ]", "")]
    [InlineData("micro", "untrusted-code", "  containers: [ { name: m, resources: { limits: { nvidia.com/gpu: 1 } } } ]", "ISM1003 nvidia.com/gpu")]
    [InlineData("micro", "untrusted-code", "  containers: [ { name: m, volumeDevices: [ { name: v, devicePath: /dev/x } ] } ]", "ISM1003 volumeDevices")]
    [InlineData("micro", "untrusted-code", "  volumes: [ { name: v, hostPath: { path: /data/disk, type: BlockDevice } } ]\n  containers: [ { name: m, volumeMounts: [ { name: v, mountPath: /x, readOnly: true } ] } ]", "ISM1003 BlockDevice")]
    [InlineData("machine", "untrusted-code", "  nodeSelector: { kubernetes.io/os: windows }\n  containers: [ { name: m } ]", "ISM1003 windows")]
    // Windows
    [InlineData("process", "level:medium", "  os: { name: windows }\n  containers: [ { name: m } ]", "")]
    [InlineData("process", "level:medium", "  os: { name: linux }\n  containers: [ { name: m } ]", "ISM1003 linux")]
    [InlineData("process", "level:medium", "  containers: [ { name: m, securityContext: { privileged: yes } } ]", "ISM1003 yes")]
    [InlineData("process", "level:medium", "  os: { name: windows }\n  containers: [ { name: m, securityContext: { privileged: yes } } ]", "ISM1004 yes")] // the API server is first
    [InlineData("process", "level:medium", "  os: { name: windows }\n  securityContext: { seccompProfile: { type: RuntimeDefault } }\n  containers: [ { name: m } ]", "ISM1004 seccompProfile")]
    [InlineData("process", "level:medium", "  os: { name: windows }\n  hostNetwork: true\n  containers: [ { name: m, securityContext: { windowsOptions: { hostProcess: yes } } } ]", "ISM2001 yes")]
    [InlineData("sandbox", "untrusted-code", "  containers: [ { name: m, securityContext: { windowsOptions: { hostProcess: yes } } } ]", "ISM1004 yes")] // without hostNetwork it gets no further
    // the assumed default is another one on nodes of another operating system, so nothing is refused by it
    [InlineData("-", "level:low", "  os: { name: windows }\n  containers: [ { name: m } ]", "")]
    [InlineData("-", "level:low", "  hostNetwork: true\n  containers: [ { name: m, securityContext: { windowsOptions: { hostProcess: yes } } } ]", "ISM2001 yes")]
    public void A_pod_is_judged_under_its_runtime(string runtimeClass, string need, string spec, string expected) =>
        Assert.Equal(expected, Observe(runtimeClass, need, spec, static finding => finding.Rule.Id is not ("ISM1001" or "ISM1501")));

    [Theory]
    [InlineData("  securityContext: { privileged: true }\n  containers: [ { name: m, securityContext: { privileged: true, allowPrivilegeEscalation: false, capabilities: { drop: [all] } } } ]")]
    [InlineData("  hostNetwork: true\n  hostUsers: false\n  containers: [ { name: m, securityContext: { seccompProfile: { type: RuntimeDefault } } } ]")]
    public void Without_a_need_nothing_is_told(string spec)
    {
        Assert.Equal(string.Empty, Observe("sandbox", string.Empty, spec, static _ => true));
        Assert.Equal(string.Empty, Observe("sandbox", "pod-security:baseline", spec, static finding => finding.Need is null)); // binds the pod, not the runtime
    }

    /// <summary>kubernetes pkg/apis/core/types.go names capabilities without the prefix; include/uapi/linux/capability.h has the names.</summary>
    [Theory]
    [InlineData("add: [CAP_NET_ADMIN]", "add: [NET_ADMIN]")]
    [InlineData("add: [\"CAP_NET_ADMIN\"]", "add: [\"NET_ADMIN\"]")]
    [InlineData("drop: [all]", "drop: [ALL]")]
    [InlineData("drop: [cap_all]", "drop: [ALL]")]
    [InlineData("drop: [net_raw]", "drop: [NET_RAW]")]
    [InlineData("drop: [NET_ROW]", "drop: [NET_RAW]")]
    [InlineData("add: [SYSADMIN]", null)] // no engine gives it, so that a guess would hand it out
    [InlineData("add: [EVERYTHING]", null)]
    [InlineData("add: [\"NET\\u005fROW\"]", null)] // an escape does not stand there character by character
    public void A_misspelt_capability_is_mended_where_the_right_name_is_known(string list, string? mended)
    {
        var text = Text("plain", "level:low", Spec(list));
        var finding = Assert.Single(Evaluate(text).Findings, finding => finding.Rule.Id == "ISM2004");
        if (mended is null)
        {
            Assert.Empty(finding.Edits);
            return;
        }

        var edit = Assert.Single(finding.Edits);
        Assert.Equal(Text("plain", "level:low", Spec(mended)), text.Remove(edit.Range.Start, edit.Range.Length).Insert(edit.Range.Start, edit.NewText));
        Assert.Equal($"Change to '{edit.NewText}'", finding.FixTitle);

        static string Spec(string list) => $"  containers: [ {{ name: m, securityContext: {{ capabilities: {{ {list} }} }} }} ]";
    }

    [Theory]
    [InlineData("add: [NET_ADMIN], drop: [ALL]")]
    [InlineData("add: [CHECKPOINT_RESTORE, BPF, PERFMON]")]
    [InlineData("add: ['${CAP}', '{{ .Values.cap }}']")]
    public void A_right_capability_is_not_told(string list) =>
        Assert.Equal(string.Empty, Observe("plain", "level:low", $"  containers: [ {{ name: m, securityContext: {{ capabilities: {{ {list} }} }} }} ]", static finding => finding.Rule.Id == "ISM2004"));

    [Fact]
    public void The_order_of_keys_and_containers_does_not_change_a_verdict()
    {
        string[] keys = ["hostPID: true", "hostUsers: false", "hostNetwork: false", "nodeSelector: { kubernetes.io/os: linux }", "securityContext: { runAsUser: 5, seccompProfile: { type: RuntimeDefault } }"];
        string[] containers =
        [
            "{ name: a, securityContext: { capabilities: { drop: [ALL], add: [SYS_ADMIN] } } }",
            "{ name: b, securityContext: { privileged: true, allowPrivilegeEscalation: false } }",
            "{ securityContext: { seccompProfile: { type: Unconfined }, runAsUser: 0 }, name: c }",
            "{ name: d, resources: { limits: { nvidia.com/gpu: 1 } } }",
        ];
        Gen.Select(Gen.Shuffle(keys), Gen.Shuffle(containers), Gen.Int[0, keys.Length], Gen.Int[1, containers.Length], Gen.OneOf("plain", "sandbox", "machine", "micro", "process")).Sample(
            (shuffledKeys, shuffledContainers, keyCount, containerCount, runtimeClass) =>
            {
                var someKeys = shuffledKeys.Take(keyCount).ToList();
                var someContainers = shuffledContainers.Take(containerCount).ToList();
                Assert.Equal(Verdicts(runtimeClass, someKeys.Order(StringComparer.Ordinal), someContainers.Order(StringComparer.Ordinal)), Verdicts(runtimeClass, someKeys, someContainers));
            },
            iter: 200);
    }

    /// <summary>What is told of a pod, without its places, and what is left of the boundary.</summary>
    private static IEnumerable<string> Verdicts(string runtimeClass, IEnumerable<string> keys, IEnumerable<string> containers)
    {
        var spec = string.Concat(keys.Select(key => $"  {key}\n")) + $"  containers: [ {string.Join(", ", containers)} ]";
        var result = Evaluate(Text(runtimeClass, "untrusted-code", spec));
        var workload = Assert.Single(result.Workloads);
        var told = result.Findings.Select(finding => (finding.Rule.Id, Name: Name(finding.Message))).Distinct().Select(finding => $"{finding.Id} {finding.Name}");
        return told.Append(ValueText.Of(BuiltIn, ModelDefinition.BoundaryAttributeId, workload.Assessment!.Isolation.Effective)).Order(StringComparer.Ordinal);

        // A setting of the whole pod is told with its first container, so the container is left out.
        static string Name(string message) => string.Join(' ', message.Split('\'').Where((_, index) => index % 2 == 1).Where(word => word.Length > 1).Take(1));
    }

    private static string Observe(string runtimeClass, string need, string spec, Func<Finding, bool> which)
    {
        var text = Text(runtimeClass, need, spec);
        return string.Join(", ", Evaluate(text).Findings.Where(which).OrderBy(finding => finding.Rule.Id, StringComparer.Ordinal).Select(finding => $"{finding.Rule.Id} {Sample.At(text, finding.Range)}").Distinct());
    }

    private static string Text(string runtimeClass, string need, string spec) =>
        Handlers + Sample.Pod((runtimeClass == "-" ? string.Empty : $"  runtimeClassName: {runtimeClass}\n") + spec, need.Length == 0 ? string.Empty : $"isolationmodel.dev/needs: {need}");

    private static EvaluationResult Evaluate(string text) => Evaluator.Evaluate(BuiltIn, [Sample.Read(text)], [], TestContext.Current.CancellationToken);
}
