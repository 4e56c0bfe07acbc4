using IsolationModel.Evaluation;
using IsolationModel.Modeling;
using IsolationModel.Workloads;

namespace IsolationModel.Descriptors.Tests.Kubernetes;

/// <summary>Virtual machines of KubeVirt.</summary>
public sealed class KubeVirtMachineTests
{
    private static readonly ModelIndex Model = new(BuiltInModel.Definition);

    [Theory]
    [InlineData("kubevirt.io/v1", "VirtualMachineInstance", "SPEC")]
    [InlineData("kubevirt.io/v1", "VirtualMachine", "{ template: { spec: SPEC } }")]
    [InlineData("kubevirt.io/v1", "VirtualMachineInstanceReplicaSet", "{ template: { spec: SPEC } }")]
    [InlineData("pool.kubevirt.io/v1alpha1", "VirtualMachinePool", "{ virtualMachineTemplate: { spec: { template: { spec: SPEC } } } }")]
    public void A_machine_is_a_guest_of_KVM_and_an_encrypted_one_excludes_the_host(string apiVersion, string kind, string spec)
    {
        string Text(string domain) => $"apiVersion: {apiVersion}\nkind: {kind}\nmetadata: {{ name: vm, annotations: {{ isolationmodel.dev/needs: untrusted-code }} }}\nspec: {spec.Replace("SPEC", $"{{ domain: {{ {domain} }} }}", StringComparison.Ordinal)}\n";
        var plain = Assert.Single(Evaluate(Text("devices: {}")).Workloads);
        Assert.Equal(("kubevirt", RuntimeConfidence.Known, "hardware-vm"), (plain.Runtime.Technology!.Id, plain.Runtime.Confidence, Boundary(plain)));
        Assert.Equal(kind, Sample.At(Text("devices: {}"), plain.Workload.Runtime.Range));
        Assert.Empty(Evaluate(Text("devices: {}")).Findings);

        foreach (var word in new[] { "snp", "tdx" })
        {
            var text = Text($"launchSecurity: {{ {word}: {{}} }}");
            var encrypted = Assert.Single(Evaluate(text).Workloads);
            Assert.Equal("kubevirt-confidential", encrypted.Runtime.Technology!.Id);
            Assert.Equal(word, Sample.At(text, encrypted.Workload.Runtime.Range));
        }
    }

    /// <summary>What a machine says, and what the need of a host that cannot look in finds.</summary>
    [Theory]
    [InlineData("launchSecurity: { snp: {} }", null)]
    [InlineData("launchSecurity: { tdx: {} }", null)]
    [InlineData("launchSecurity: { sev: {} }", "ISM1501")] // encrypted, but the host may replay and remap
    [InlineData("launchSecurity: {}", "ISM1501")]
    [InlineData("devices: {}", "ISM1501")] // may be switched on elsewhere: hostExcluded is 'config' for KubeVirt
    [InlineData("launchSecurity: '{{ .Values.security }}'", "ISM1502")]
    public void A_need_of_a_host_that_cannot_look_in_tells_them_apart(string domain, string? rule)
    {
        var text = $"apiVersion: kubevirt.io/v1\nkind: VirtualMachine\nmetadata: {{ name: vm, annotations: {{ isolationmodel.dev/needs: host-admin }} }}\nspec: {{ template: {{ spec: {{ domain: {{ {domain} }} }} }} }}\n";
        Assert.Equal(rule, Evaluate(text).Findings.SingleOrDefault()?.Rule.Id);
    }

    [Theory]
    [InlineData("domain: { devices: { gpus: [ { name: g } ] } }", "gpu", "true", "gpus")]
    [InlineData("domain: { devices: { hostDevices: [ { name: d } ] } }", "hostDevices", "true", "hostDevices")]
    [InlineData("domain: { devices: { filesystems: [ { name: f, virtiofs: {} } ] } }", "sharedFileSystem", "true", "filesystems")]
    [InlineData("domain: { devices: { gpus: [] } }", "gpu", null, null)]
    [InlineData("domain: { devices: '{{ x }}' }", "gpu", "?", "'{{ x }}'")]
    [InlineData("'{{ x }}'", "hostDevices", "?", "'{{ x }}'")]
    [InlineData("volumes: [ { name: v, hostDisk: { path: /data/disk.img, type: Disk } } ]", "writableHostPaths", "/data/disk.img", "volumes")]
    [InlineData("domain: { devices: { disks: [ { name: v, disk: { readonly: true } } ] } }, volumes: [ { name: v, hostDisk: { path: /data/disk.img } } ]", "writableHostPaths", "", "volumes")]
    [InlineData("domain: { devices: { disks: [ { name: v, cdrom: {} } ] } }, volumes: [ { name: v, hostDisk: { path: /data/disk.img } } ]", "hostPaths", "/data/disk.img", "volumes")]
    [InlineData("volumes: [ { name: v, containerDisk: { image: i } } ]", "hostPaths", null, null)]
    [InlineData("volumes: [ { name: v, hostDisk: { path: '{{ x }}' } } ]", "hostPaths", "?", "volumes")]
    [InlineData("volumes: '{{ x }}'", "hostPaths", "?", "volumes")]
    public void What_the_guest_has_of_the_host_weakens_it(string spec, string setting, string? value, string? at)
    {
        var text = $"apiVersion: kubevirt.io/v1\nkind: VirtualMachineInstance\nmetadata: {{ name: vm }}\nspec: {(spec[0] == '\'' ? spec : $"{{ {spec} }}")}\n";
        var fact = Assert.Single(Sample.One(text).Containers).Find(setting);
        Assert.Equal(value, fact is null ? null : fact.IsUnresolved ? "?" : fact.Value ?? string.Join(' ', fact.Items.Select(item => item.Value)));
        Assert.Equal(at, fact is null ? null : Sample.At(text, fact.Range));
    }

    [Theory]
    [InlineData("domain: { devices: { hostDevices: [ { name: d } ] } }", "host-devices", "hardware-vm")]
    [InlineData("domain: { devices: { filesystems: [ { name: f } ] } }", "shared-file-system", "hardware-vm")]
    [InlineData("domain: { devices: { gpus: [ { name: g } ] } }", "gpu", "hardware-vm")]
    [InlineData("volumes: [ { name: v, hostDisk: { path: /data/disk.img } } ]", "host-path", "hardware-vm")]
    [InlineData("volumes: [ { name: v, hostDisk: { path: /etc/disk.img } } ]", "host-path-sensitive", "none")]
    public void The_model_knows_what_each_of_them_leaves(string spec, string weakening, string boundary)
    {
        var machine = Assert.Single(Evaluate($"apiVersion: kubevirt.io/v1\nkind: VirtualMachineInstance\nmetadata: {{ name: vm }}\nspec: {{ {spec} }}").Workloads);
        Assert.Contains(machine.Assessment!.Isolation.Effects, effect => effect.Weakening.Id == weakening);
        Assert.Equal(boundary, Boundary(machine));
    }

    private static string Boundary(WorkloadAssessment workload) => Model.BoundaryScale.Levels[workload.Assessment!.Isolation.Effective!.Low].Id;

    private static EvaluationResult Evaluate(string text) => Evaluator.Evaluate(Model, [Sample.Read(text)], [], TestContext.Current.CancellationToken);
}
