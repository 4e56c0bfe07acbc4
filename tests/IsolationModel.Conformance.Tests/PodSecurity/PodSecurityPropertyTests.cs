using CsCheck;
using IsolationModel.Descriptors.Yaml;
using IsolationModel.Workloads;

namespace IsolationModel.Conformance.PodSecurity;

/// <summary>What holds of every pod, whatever is wrong with it.</summary>
public sealed class PodSecurityPropertyTests
{
    /// <summary>Baseline controls that a control of the restricted level replaces, and from which version on.</summary>
    private static readonly Dictionary<string, int> Replaced = new(StringComparer.Ordinal)
    {
        ["hostPathVolumes"] = 0, ["seccompProfile_baseline"] = 19, ["capabilities_baseline"] = 22, ["procMount"] = 35,
    };

    /// <summary>The versions in which a control changes (MinimumVersion in check_*.go).</summary>
    private static readonly HashSet<int> Boundaries = [8, 19, 22, 23, 25, 27, 29, 31, 32, 34, 35, 37];

    private static readonly FieldEdit[] Relaxations = [new(Place.Spec, "os: { name: windows }"), new(Place.Spec, "hostUsers: false"), new(Place.Spec, "hostNetwork: true")];

    private static readonly FieldEdit[] Lines =
        [.. ControlCases.All.SelectMany(one => one.Edits).Select(edit => edit with { Field = Marks.Remove(edit.Field) }).Distinct(), .. Relaxations, new(Place.Container, "ports: [{ containerPort: 80 }]")];

    private static readonly Gen<FieldEdit[]> Edits = Gen.OneOf(Lines).Array[0, 7].Select(edits => edits.DistinctBy(edit => (edit.Place, edit.Key)).ToArray());

    private static readonly Gen<(string Text, int Seed)> Pods =
        Gen.Select(Edits, Gen.OneOf(Enum.GetValues<ContainerKind>()), Gen.OneOf(PodOwner.All.ToArray()), Gen.Int)
            .Select((edits, kind, owner, seed) => (Marks.Remove(SamplePod.Write(owner, kind, edits)), seed));

    [Fact]
    public void The_way_of_writing_changes_nothing() =>
        Pods.Sample(pod =>
        {
            var root = Assert.Single(YamlTreeReader.Read(pod.Text, TestContext.Current.CancellationToken).Documents);
            var writer = new TreeWriter(new Random(pod.Seed));
            var expected = All(pod.Text);
            Assert.Equal(expected, All(writer.Yaml(root)));
            Assert.Equal(expected, All(writer.Json(root)));
        });

    [Fact]
    public void What_else_is_in_the_file_changes_nothing() =>
        Pods.Sample(pod =>
        {
            var others = "\n---\napiVersion: v1\nkind: Service\nmetadata:\n  name: shop\nspec:\n  hostNetwork: true\n---\n# a pod that conforms\n" + SamplePod.Write(PodOwner.Pod, ContainerKind.Main).Replace("name: shop", "name: other", StringComparison.Ordinal);
            Assert.Equal(All(pod.Text), All(pod.Text + others));
            Assert.Equal(All(pod.Text), All("---\n" + others + "\n---\n" + pod.Text));
        });

    [Fact]
    public void The_restricted_level_forbids_all_that_the_baseline_forbids_and_does_not_replace() =>
        Pods.Sample(pod =>
        {
            var file = Admission.Read(pod.Text);
            foreach (var version in Admission.Versions)
            {
                var kept = Admission.Controls(file, Admission.Need("baseline", version)).Where(control => !Replaced.TryGetValue(control, out var since) || version < since);
                Assert.Subset(Controls(file, "restricted", version), kept.ToHashSet(StringComparer.Ordinal));
                Assert.DoesNotContain(Controls(file, "restricted", version), control => Replaced.TryGetValue(control, out var since) && version >= since);
            }
        });

    [Fact]
    public void Findings_change_at_known_versions_only() =>
        Pods.Sample(pod =>
        {
            var file = Admission.Read(pod.Text);
            foreach (var level in Admission.Levels)
            {
                foreach (var version in Admission.Versions.Skip(1).Where(version => !Boundaries.Contains(version)))
                {
                    Assert.Equal(Places(level, version - 1), Places(level, version));
                }
            }

            IEnumerable<string> Places(string level, int version) =>
                Admission.Judge(file, Admission.Need(level, version)).Select(finding => $"{finding.Control} {finding.Range}");
        });

    [Fact]
    public void Every_range_stands_in_the_file() =>
        Pods.Sample(pod =>
        {
            var root = Assert.Single(YamlTreeReader.Read(pod.Text, TestContext.Current.CancellationToken).Documents);
            foreach (var text in new[] { pod.Text, new TreeWriter(new Random(pod.Seed)).Yaml(root) })
            {
                Assert.All(
                    Admission.Judge(Admission.Read(text), "pod-security:restricted"),
                    finding => Assert.True(finding.Range.Length > 0 && finding.Range.End <= text.Length, $"{finding.Control} at {finding.Range}"));
            }
        });

    private static HashSet<string> Controls(DescriptorFile file, string level, int version) =>
        Admission.Controls(file, Admission.Need(level, version)).ToHashSet(StringComparer.Ordinal);

    private static List<string> All(string text)
    {
        var file = Admission.Read(text);
        return Admission.Levels
            .SelectMany(level => new[] { 0, 8, 18, 24, 34, Admission.Newest }.Select(version => $"{level} {version}: {string.Join(' ', Controls(file, level, version).Order(StringComparer.Ordinal))}"))
            .ToList();
    }
}
