using CsCheck;
using IsolationModel.Descriptors;
using IsolationModel.Evaluation;

namespace IsolationModel.SDK.Tests;

/// <summary>Settings in code leave of a boundary what the same settings in a descriptor leave of it.</summary>
public sealed class SettingsTests
{
    private static readonly Gen<bool?> Flag = Gen.Int[0, 2].Select(value => value switch { 0 => (bool?)null, 1 => true, _ => false });

    private static readonly Gen<PodSettings> Pod = Gen.Select(
        Gen.Select(Flag, Flag, Flag, Flag, Flag, Flag, Flag),
        Choice<SeccompSetting>(),
        Choice<AppArmorSetting>(),
        Choice<ProcMountSetting>(),
        Words("SYS_ADMIN", "NET_ADMIN", "NET_BIND_SERVICE", "ALL", "SYS_PTRACE"),
        Words("ALL", "CHOWN"),
        Gen.Select(Words("/", "/var/run/docker.sock", "/etc", "/data", "/dev/kvm", "/proc"), Words("/srv", "/var/lib/kubelet", "/etc/kubernetes")),
        static (flags, seccomp, appArmor, procMount, added, dropped, paths) => new PodSettings
        {
            Privileged = flags.Item1,
            HostPid = flags.Item2,
            HostIpc = flags.Item3,
            HostNetwork = flags.Item4,
            UserNamespace = flags.Item5,
            RunAsNonRoot = flags.Item6,
            AllowPrivilegeEscalation = flags.Item7,
            Seccomp = seccomp,
            AppArmor = appArmor,
            ProcMount = procMount,
            AddedCapabilities = added,
            DroppedCapabilities = dropped,
            HostPaths = paths.Item1,
            WritableHostPaths = paths.Item2,
        });

    private static readonly Gen<NodeFacts?> Node = Gen.Select(Gen.Bool, Flag, Flag, Flag, Flag).Select(facts => facts.Item1
        ? new NodeFacts { SeccompDefault = facts.Item2, PrivilegedWithoutHostDevices = facts.Item3, HostUdsNone = facts.Item4, HostSocketsNotShared = facts.Item5 }
        : null);

    [Fact]
    public void Code_and_descriptor_agree() => Gen.Select(Pod, Node).Sample(
        (settings, node) =>
        {
            settings.Node = node;
            var file = DescriptorReader.Read("pod.yaml", Yaml(settings), DescriptorExpectation.Expected);
            var workload = Assert.Single(file.Workloads);
            var index = settings.On(Model.BuiltIn.Index);
            foreach (var technology in Technologies.All)
            {
                var expected = EffectiveIsolation.Of(index, technology.Definition, workload.Containers);
                var actual = technology.Under(settings);
                Assert.Equal(ValueText.Of(index, "boundary", expected.Effective), actual.Boundary.ToString());
                Assert.Equal(expected.Effects.Select(effect => effect.Weakening.Id).Distinct(), actual.Effects.Select(effect => effect.Id));
            }
        },
        iter: 200);

    [Fact]
    public void Settings_and_node_facts_narrow_a_boundary()
    {
        var privileged = new PodSettings { Privileged = true };
        var known = new PodSettings { Privileged = true, Node = new NodeFacts { PrivilegedWithoutHostDevices = true } };

        var kata = Technologies.KataKubernetes.Under(privileged);

        Assert.Equal((Boundary.None, Boundary.HardwareVm), (kata.Boundary.Low, kata.Boundary.High));
        Assert.Contains("privileged_without_host_devices", kata.Why, StringComparison.Ordinal);
        Assert.True(Technologies.KataKubernetes.Under(known).Boundary >= Boundary.HardwareVm);
        Assert.True(Technologies.Docker.Under(privileged).Boundary <= Boundary.None);
        Assert.True(Technologies.Docker.Boundary >= Boundary.SharedKernel);
        Assert.Equal("no setting acts on it", Technologies.GVisor.Under(new PodSettings { AllowPrivilegeEscalation = false }).Why);
    }

    [Fact]
    public void A_need_is_judged_under_settings()
    {
        var need = Need.Of(Threats.UntrustedCode);
        var privileged = need.Under(new PodSettings { Privileged = true });

        Assert.True(need.Judge(Technologies.KataKubernetes).IsSuitable);
        Assert.IsType<Suitability.Unproven>(privileged.Judge(Technologies.KataKubernetes));
        Assert.True(privileged.Under(new PodSettings { Privileged = true, Node = new NodeFacts { PrivilegedWithoutHostDevices = true } }).Judge(Technologies.KataKubernetes).IsSuitable);
        Assert.Equal(
            privileged.Recommend().Ranked.Select(candidate => candidate.ToString()),
            privileged.Recommend().Ranked.Select(candidate => privileged.Judge(candidate.Technology).ToString()));
    }

    private static Gen<TEnum?> Choice<TEnum>()
        where TEnum : struct, Enum => Gen.Int[-1, Enum.GetValues<TEnum>().Length - 1].Select(index => index < 0 ? (TEnum?)null : Enum.GetValues<TEnum>()[index]);

    private static Gen<List<string>> Words(params string[] words) => Gen.Int[0, (1 << words.Length) - 1].Select(bits => words.Where((_, index) => (bits & (1 << index)) != 0).ToList());

    private static string Yaml(PodSettings settings)
    {
        var lines = new List<string> { "apiVersion: v1", "kind: Pod", "metadata:", "  name: a", "spec:" };
        Add("  hostPID", settings.HostPid);
        Add("  hostIPC", settings.HostIpc);
        Add("  hostNetwork", settings.HostNetwork);
        Add("  hostUsers", settings.UserNamespace is { } own ? !own : null);
        lines.AddRange(["  containers:", "    - name: a", "      image: a", "      securityContext:", "        runAsGroup: 1"]);
        Add("        privileged", settings.Privileged);
        Add("        runAsNonRoot", settings.RunAsNonRoot);
        Add("        allowPrivilegeEscalation", settings.AllowPrivilegeEscalation);
        Profile("seccompProfile", settings.Seccomp is SeccompSetting.Unset ? null : settings.Seccomp?.ToString());
        Profile("appArmorProfile", settings.AppArmor is AppArmorSetting.Unset ? null : settings.AppArmor?.ToString());
        if (settings.ProcMount is { } procMount)
        {
            lines.Add($"        procMount: {procMount}");
        }

        lines.Add($"        capabilities: {{ add: [{string.Join(", ", settings.AddedCapabilities)}], drop: [{string.Join(", ", settings.DroppedCapabilities)}] }}");
        var mounts = settings.HostPaths.Select(path => (Path: path, IsReadOnly: true)).Concat(settings.WritableHostPaths.Select(path => (Path: path, IsReadOnly: false))).ToList();
        lines.Add("      volumeMounts:" + (mounts.Count == 0 ? " []" : string.Empty));
        lines.AddRange(mounts.Select((mount, index) => $"        - {{ name: v{index}, mountPath: /m{index}, readOnly: {(mount.IsReadOnly ? "true" : "false")} }}"));
        lines.Add("  volumes:" + (mounts.Count == 0 ? " []" : string.Empty));
        lines.AddRange(mounts.Select((mount, index) => $"    - {{ name: v{index}, hostPath: {{ path: {mount.Path} }} }}"));
        return string.Join("\n", lines) + "\n";

        void Add(string key, bool? value)
        {
            if (value is { } flag)
            {
                lines.Add($"{key}: {(flag ? "true" : "false")}");
            }
        }

        void Profile(string key, string? type)
        {
            if (type is not null)
            {
                lines.Add($"        {key}: {{ type: {type}, localhostProfile: a }}");
            }
        }
    }
}
