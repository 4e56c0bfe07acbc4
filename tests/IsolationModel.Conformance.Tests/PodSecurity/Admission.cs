using IsolationModel.Descriptors;
using IsolationModel.Evaluation;
using IsolationModel.Findings;
using IsolationModel.Modeling;
using IsolationModel.Workloads;

namespace IsolationModel.Conformance.PodSecurity;

/// <summary>Judges descriptors as the front ends do: reader, then evaluator.</summary>
internal static class Admission
{
    /// <summary>The newest policy version that is known.</summary>
    public const int Newest = 37;

    private static readonly ModelIndex Model = new(BuiltInModel.Definition);

    /// <summary>Both levels that ask for something.</summary>
    public static IReadOnlyList<string> Levels { get; } = ["baseline", "restricted"];

    /// <summary>Every policy version.</summary>
    public static IReadOnlyList<int> Versions { get; } = Enumerable.Range(0, Newest + 1).ToList();

    /// <summary>The need of a level in a version.</summary>
    public static string Need(string level, int version) => FormattableString.Invariant($"pod-security:{level}@v1.{version}");

    /// <summary>Reads a descriptor; marks in it are no part of it.</summary>
    public static DescriptorFile Read(string text, string path = "deploy/shop.yaml") => DescriptorReader.Read(path, Marks.Remove(text), DescriptorExpectation.Expected);

    /// <summary>All findings, whichever rule found them.</summary>
    public static IReadOnlyList<Finding> Judge(DescriptorFile file, string? need) => Judge([file], need);

    /// <summary>All findings, whichever rule found them.</summary>
    public static IReadOnlyList<Finding> Judge(IReadOnlyList<DescriptorFile> files, string? need) =>
        Evaluator.Evaluate(Model, files, need is null ? [] : [NeedDeclaration.ForRun(NeedCarrier.Needs, need)], TestContext.Current.CancellationToken).Findings;

    /// <summary>The controls that a descriptor violates; anything else that is found fails the test.</summary>
    public static IReadOnlyList<string> Controls(DescriptorFile file, string need)
    {
        var findings = Judge(file, need);
        Assert.All(findings, finding => Assert.Equal("ISM2002", finding.Rule.Id));
        return findings.Select(finding => finding.Control!).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
    }
}
