using CsCheck;
using IsolationModel.Conformance.PodSecurity;
using IsolationModel.Descriptors.Yaml;
using IsolationModel.Evaluation;
using IsolationModel.Findings;
using IsolationModel.Modeling;
using IsolationModel.Workloads;

namespace IsolationModel.Conformance.Properties;

/// <summary>What holds of the verdict on any pod, under any runtime, whatever it needs.</summary>
public sealed class VerdictPropertyTests
{
    private static readonly ModelIndex Model = new(BuiltInModel.Definition);

    private static readonly FieldEdit[] Lines =
    [
        .. ControlCases.All.SelectMany(one => one.Edits).Select(edit => edit with { Field = Marks.Remove(edit.Field) }).Distinct(),
        new(Place.Spec, "runtimeClassName: sandbox"),
        new(Place.Spec, "runtimeClassName: machine"),
        new(Place.Spec, "runtimeClassName: unheard-of"),
        new(Place.Spec, "os: { name: windows }"),
        new(Place.Spec, "hostUsers: false"),
        new(Place.Spec, "volumes: [{ name: host, hostPath: { path: /etc } }]"),
        new(Place.Container, "volumeMounts: [{ name: host, mountPath: /host }]"),
        new(Place.Container, "volumeMounts: [{ name: host, mountPath: /host, readOnly: true }]"),
        new(Place.Container, "resources: { limits: { nvidia.com/gpu: 1 } }"),
        new(Place.Context, "capabilities: { add: [ALL], drop: [SYS_ADMIN] }"),
    ];

    private static readonly Gen<(string Text, string Need, int Seed)> Pods = Gen.Select(
        Gen.OneOf(Lines).Array[0, 7].Select(edits => edits.DistinctBy(edit => (edit.Place, edit.Key)).ToArray()),
        Gen.OneOf(Enum.GetValues<ContainerKind>()),
        Gen.OneOf(PodOwner.All.ToArray()),
        Gen.OneOf("untrusted-code", "level:medium", "level:low", "hostile-tenants", "gpu, level:high", "pod-security:restricted", "scenario:multi-tenant-cloud"),
        Gen.Int,
        (edits, kind, owner, need, seed) => (Marks.Remove(SamplePod.Write(owner, kind, edits)), need, seed));

    private static readonly string Classes = string.Concat(
        new[] { ("sandbox", "runsc"), ("machine", "kata-qemu") }.Select(one => $"\n---\napiVersion: node.k8s.io/v1\nkind: RuntimeClass\nmetadata: {{ name: {one.Item1} }}\nhandler: {one.Item2}\n"));

    [Fact]
    public void The_way_of_writing_changes_nothing() =>
        Pods.Sample(pod =>
        {
            var root = Assert.Single(YamlTreeReader.Read(pod.Text, TestContext.Current.CancellationToken).Documents);
            var writer = new TreeWriter(new Random(pod.Seed));
            var expected = Subjects(pod.Text, pod.Need);
            Assert.Equal(expected, Subjects(writer.Yaml(root), pod.Need));
            Assert.Equal(expected, Subjects(writer.Anchored(root), pod.Need));
            // JSON is no document of a YAML stream with others here, so the classes are another file.
            Assert.Equal(expected, Subjects(Judge([writer.Json(root), Classes], pod.Need)));
        });

    [Fact]
    public void An_unrelated_object_changes_nothing() =>
        Pods.Sample(pod =>
        {
            const string others = "\n---\napiVersion: v1\nkind: Namespace\nmetadata: { name: elsewhere, labels: { pod-security.kubernetes.io/enforce: restricted } }\n---\napiVersion: node.k8s.io/v1\nkind: RuntimeClass\nmetadata: { name: other }\nhandler: runc\n";
            Assert.Equal(Subjects(pod.Text, pod.Need), Subjects(pod.Text + others, pod.Need));
        });

    [Fact]
    public void Every_finding_stands_in_the_file_and_every_fix_fits_into_it() =>
        Pods.Sample(pod =>
        {
            var text = pod.Text + Classes;
            Assert.All(Judge([text], pod.Need), finding =>
            {
                Assert.InRange(finding.Range.End, finding.Range.Start, text.Length);
                Assert.All(finding.Edits, edit => Assert.InRange(edit.Range.End, edit.Range.Start, text.Length));
                Assert.Equal(finding.FixTitle is null, finding.Edits.Count == 0);
            });
        });

    /// <summary>The restricted level is what lifts a shared kernel to a hardened one, and nothing less does.</summary>
    [Fact]
    public void A_restricted_pod_has_a_hardened_kernel() =>
        Pods.Sample(pod =>
        {
            var result = Evaluate([pod.Text + Classes], "pod-security:restricted");
            var workload = Assert.Single(result.Workloads);
            if (workload.Runtime.Technology?.Id == "runc" && result.Findings.Count == 0)
            {
                var hardened = Model.BoundaryScale.Levels.Select(level => level.Id).ToList().IndexOf("hardened-kernel");
                Assert.Equal((hardened, hardened), (workload.Assessment!.Isolation.Effective!.Low, workload.Assessment.Isolation.Effective.High));
            }
        });

    private static List<string> Subjects(string text, string need) => Subjects(Judge([text + Classes], need));

    private static List<string> Subjects(IEnumerable<Finding> findings) =>
        findings.Select(finding => $"{finding.Rule.Id} {finding.Workload} {finding.Need} {finding.Control} {finding.TechnologyId}").Distinct().Order(StringComparer.Ordinal).ToList();

    private static IReadOnlyList<Finding> Judge(IReadOnlyList<string> texts, string need) => Evaluate(texts, need).Findings;

    private static EvaluationResult Evaluate(IReadOnlyList<string> texts, string need) => Evaluator.Evaluate(
        Model,
        texts.Select((text, index) => Admission.Read(text, $"deploy/{index}.yaml")).ToList(),
        [NeedDeclaration.ForRun(NeedCarrier.Needs, need)],
        TestContext.Current.CancellationToken);
}
