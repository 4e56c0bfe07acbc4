using IsolationModel.Text;
using IsolationModel.Workloads;

namespace IsolationModel.Conformance.PodSecurity;

/// <summary>Every control, in every version of both levels, in every sort of container and in every kind that makes pods.</summary>
public sealed class ControlTests
{
    private static readonly Dictionary<string, List<ControlCase>> Pods =
        ControlCases.All.GroupBy(one => one.Pod, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.ToList(), StringComparer.Ordinal);

    public static TheoryData<string, ContainerKind> PodsAndContainers() => new(
        from pod in Pods
        from kind in Enum.GetValues<ContainerKind>()
        where kind == ContainerKind.Main || pod.Value[0].IsOfContainer
        select (pod.Key, kind));

    public static TheoryData<string> Owners() => new(PodOwner.All.Select(owner => owner.ToString()));

    public static TheoryData<string> Controls() => new(
        "allowPrivilegeEscalation", "appArmorProfile", "capabilities_baseline", "capabilities_restricted", "hostNamespaces", "hostPathVolumes", "hostPorts", "hostProbesAndHostLifecycle", "privileged",
        "procMount", "procMount_restricted", "restrictedVolumes", "runAsNonRoot", "runAsUser", "seLinuxOptions", "seccompProfile_baseline", "seccompProfile_restricted", "sysctls", "windowsHostProcess");

    [Theory]
    [MemberData(nameof(PodsAndContainers))]
    public void Each_version_reports_what_it_forbids_where_it_stands_and_nothing_else(string pod, ContainerKind kind)
    {
        var cases = Pods[pod];
        var file = Admission.Read(SamplePod.Write(PodOwner.Pod, kind, cases[0].Edits));
        foreach (var level in Admission.Levels)
        {
            foreach (var version in Admission.Versions)
            {
                AssertFound(cases, PodOwner.Pod, kind, file, level, version);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Owners))]
    public void Every_kind_that_makes_pods_is_judged_by_its_template(string name)
    {
        var owner = PodOwner.All.Single(one => one.ToString() == name);
        foreach (var cases in Pods.Values)
        {
            var file = Admission.Read(SamplePod.Write(owner, ContainerKind.Main, cases[0].Edits));
            foreach (var (level, version) in new[] { ("baseline", 18), ("baseline", Admission.Newest), ("restricted", 18), ("restricted", Admission.Newest) })
            {
                AssertFound(cases, owner, ContainerKind.Main, file, level, version);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Controls))]
    public void Every_control_has_cases(string control) => Assert.Contains(ControlCases.All, one => one.Control == control);

    [Fact]
    public void The_finding_names_level_version_and_control()
    {
        var finding = Assert.Single(Admission.Judge(Admission.Read(SamplePod.Write(PodOwner.Pod, ContainerKind.Main, new FieldEdit(Place.Context, "privileged: true"))), "pod-security:restricted@1.30"));
        Assert.Equal(("ISM2002", "pod-security:restricted@v1.30", "privileged", "Pod shop"), (finding.Rule.Id, finding.Need, finding.Control, finding.Workload));
        Assert.Equal(
            "Pod shop needs 'pod-security:restricted@v1.30', but container 'target' sets privileged to true; control 'privileged' allows false or nothing",
            finding.Message);
    }

    private static void AssertFound(List<ControlCase> cases, PodOwner owner, ContainerKind kind, DescriptorFile file, string level, int version)
    {
        var need = Admission.Need(level, version);
        var found = Admission.Judge(file, need);
        Assert.All(found, finding => Assert.Equal(("ISM2002", need), (finding.Rule.Id, finding.Need)));
        Assert.Equal(
            cases.Where(one => one.Holds(level, version)).Select(one => Describe(one.Control, Marks.RangeIn(SamplePod.Write(owner, kind, one.Edits)))).Order(StringComparer.Ordinal),
            found.Select(finding => Describe(finding.Control!, finding.Range)).Order(StringComparer.Ordinal));

        string Describe(string control, TextRange range) => $"{need}: {control} at {range.Start}+{range.Length}";
    }
}
