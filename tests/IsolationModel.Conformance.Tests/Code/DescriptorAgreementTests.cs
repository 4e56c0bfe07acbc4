using System.Globalization;
using System.Text;
using CsCheck;
using IsolationModel.Conformance.FrontEnds;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace IsolationModel.Conformance.Code;

/// <summary>The compiler and the running program judge the same descriptor alike: the same findings with the same words, need and alternatives.</summary>
public sealed class DescriptorAgreementTests
{
    private static readonly Gen<bool?> Flag = OneOf<bool?>(null, true, false);

    private static readonly Gen<NodeFacts?> Nodes = Gen.Select(Gen.Bool, Flag, Flag).Select(facts => facts.Item1
        ? new NodeFacts { SeccompDefault = facts.Item2, PrivilegedWithoutHostDevices = facts.Item3 }
        : null);

    private static readonly Gen<PodSettings?> Settings = Gen.Select(
        Gen.Select(Gen.Bool, Flag, Flag, Flag, Flag, Flag),
        Choice<SeccompSetting>(),
        Choice<AppArmorSetting>(),
        Words("SYS_ADMIN", "NET_ADMIN", "ALL", "SYS_PTRACE"),
        Words("ALL", "SYS_ADMIN"),
        Gen.Select(Words("/", "/var/run/docker.sock", "/data"), Words("/srv", "/etc/kubernetes")),
        Nodes,
        static (flags, seccomp, appArmor, added, dropped, paths, nodes) => flags.Item1 ? null : new PodSettings
        {
            Privileged = flags.Item2,
            HostPid = flags.Item3,
            HostNetwork = flags.Item4,
            RunAsNonRoot = flags.Item5,
            AllowPrivilegeEscalation = flags.Item6,
            Seccomp = seccomp,
            AppArmor = appArmor,
            AddedCapabilities = added,
            DroppedCapabilities = dropped,
            HostPaths = paths.Item1,
            WritableHostPaths = paths.Item2,
            Node = nodes,
        });

    private static readonly Gen<DescriptorCode> Descriptors = Gen.Select(
        OneOf<Technology?>([null, .. Technologies.All]),
        OneOf<string?>(null, null, "gvisor", "kata-qemu", "acme", ""),
        OneOf<Platform?>(null, Platforms.Kubernetes, Platforms.K3s),
        OneOf([.. DescriptorCode.Terms]).Array[0, 3],
        Gen.Bool,
        Settings,
        OneOf<decimal?>(null, null, 0.5m, 125m, 5000m),
        static (technology, runtime, platform, terms, asText, settings, startup) => DescriptorCode.Of(
            "payments", technology, runtime, platform, [.. terms.DistinctBy(term => term.Term.Token)], asText, settings, startup));

    [Fact]
    public void Generated_descriptors_are_judged_alike() => Descriptors.Array[40].Sample(descriptors => AssertAlike(descriptors), iter: 12);

    [Fact]
    public void Every_technology_and_every_need_is_judged_alike() => AssertAlike(
    [
        .. from technology in Technologies.All
           from term in DescriptorCode.Terms
           select DescriptorCode.Of($"{technology.Id}-{term.Term.Token.Replace(':', '-')}", technology, null, null, [term], false, null, null),
    ]);

    /// <summary>All descriptors in one program, each in a field on a line of its own.</summary>
    private static void AssertAlike(DescriptorCode[] descriptors)
    {
        var code = new StringBuilder("using IsolationModel; public static class Deploy {\n");
        foreach (var (descriptor, index) in descriptors.Select((descriptor, index) => (descriptor, index)))
        {
            code.Append(CultureInfo.InvariantCulture, $"public static readonly WorkloadDescriptor D{index} = {descriptor.Code};\n");
        }

        var compilation = CodeProgram.Compile(code.Append("}\n").ToString(), "Deploy.cs", new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        var diagnostics = CodeProgram.Judge(compilation).GetAwaiter().GetResult().ToLookup(diagnostic => diagnostic.Location.GetLineSpan().StartLinePosition.Line - 1);
        Assert.NotEmpty(diagnostics);
        for (var i = 0; i < descriptors.Length; i++)
        {
            // That no need reaches a descriptor is told by the compiler alone, which sees the attributes around it.
            var compiled = diagnostics[i].Where(diagnostic => diagnostic.Id != "ISM3004").Select(Describe);
            var verdict = descriptors[i].Descriptor.Evaluate();
            var run = verdict.Findings.Select(finding => Describe(
                finding.Rule.Id, finding.Message, finding.Need, finding.TechnologyId, string.Join(",", finding.Alternatives.Select(alternative => alternative.TechnologyId))));
            Assert.Equal(run.Order(StringComparer.Ordinal), compiled.Order(StringComparer.Ordinal));
            Assert.All(verdict.Findings.Where(finding => finding.Alternatives.Count > 0), finding => Assert.Equal(
                verdict.Alternatives.Select(alternative => alternative.Technology.Id), finding.Alternatives.Select(alternative => alternative.TechnologyId)));
            AssertVerdictFollowsFindings(verdict);
        }
    }

    /// <summary>Findings and verdict say the same: what fails is told by a warning, and what is suitable has nothing told against it.</summary>
    private static void AssertVerdictFollowsFindings(WorkloadVerdict verdict)
    {
        var rules = verdict.Findings.Select(finding => finding.Rule.Id).ToHashSet(StringComparer.Ordinal);
        rules.Remove("ISM2003");
        var expected = rules.Overlaps(["ISM1001", "ISM1002", "ISM1003", "ISM2001"]) ? Evaluation.Verdict.Unsuitable
            : rules.Count > 0 ? Evaluation.Verdict.Unproven
            : Evaluation.Verdict.Suitable;
        Assert.Equal(expected, verdict.Verdict);
    }

    private static string Describe(Diagnostic diagnostic) => Describe(
        diagnostic.Id, diagnostic.GetMessage(CultureInfo.InvariantCulture), Property(diagnostic, "need"), Property(diagnostic, "technology"), Property(diagnostic, "alternatives"));

    private static string Describe(string id, string message, string? need, string? technology, string? alternatives) => $"{id}|{need}|{technology}|{alternatives}|{message}";

    private static string Property(Diagnostic diagnostic, string key) => diagnostic.Properties.TryGetValue(key, out var value) ? value ?? string.Empty : string.Empty;

    private static Gen<T> OneOf<T>(params T[] items) => Gen.Int[0, items.Length - 1].Select(index => items[index]);

    private static Gen<TChoice?> Choice<TChoice>()
        where TChoice : struct, Enum => OneOf<TChoice?>([null, .. Enum.GetValues<TChoice>().Select(value => (TChoice?)value)]);

    private static Gen<IList<string>> Words(params string[] words) =>
        OneOf(words).Array[0, 2].Select(items => (IList<string>)[.. items.Distinct(StringComparer.Ordinal)]);
}
