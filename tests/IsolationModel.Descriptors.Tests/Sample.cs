using IsolationModel.Text;
using IsolationModel.Workloads;

namespace IsolationModel.Descriptors.Tests;

/// <summary>Short ways to read texts.</summary>
internal static class Sample
{
    public static DescriptorFile Read(string text, DescriptorExpectation expectation = DescriptorExpectation.Expected) =>
        DescriptorReader.Read("deploy/sample.yaml", text, expectation, CancellationToken.None);

    public static Workload One(string text) => Assert.Single(Read(text).Workloads);

    /// <summary>A Pod with lines in its spec (indented by two).</summary>
    public static string Pod(string spec, string annotations = "") =>
        $"apiVersion: v1\nkind: Pod\nmetadata:\n  name: shop\n{(annotations.Length == 0 ? string.Empty : $"  annotations:\n    {annotations}\n")}spec:\n{spec}\n";

    public static string At(string text, TextRange range) => text.Substring(range.Start, range.Length);
}
