using IsolationModel.Analyzers.Tests.Support;
using static IsolationModel.Analyzers.Tests.Support.MarkupTest;

namespace IsolationModel.Analyzers.Tests;

/// <summary>Suppressions hold in the compiler as they do in the command line, since both ask the same evaluator.</summary>
public sealed class SuppressionTests
{
    private static readonly string Plain = Pod("isolationmodel.dev/needs: untrusted-code");

    private static readonly string Suppressed = Plain.Replace("spec:", "spec: # isolation: disable ISM1001 until 2026-12-31 -- moves to gVisor", StringComparison.Ordinal);

    [Fact]
    public async Task A_comment_suppresses()
    {
        Assert.Equal(["a.yaml(8,1-8,5): warning ISM1001"], await new AnalyzerRun().With("a.yaml", Plain).Places());
        Assert.Empty(await new AnalyzerRun().With("a.yaml", Suppressed).Lines());
    }

    [Theory]
    [InlineData("2026-12-31", 0)]
    [InlineData("2027-01-01", 2)]
    public async Task The_day_of_the_build_decides_what_has_ended(string day, int count) =>
        Assert.Equal(count, (await new AnalyzerRun().WithOption("build_property.IsolationModelDay", day).With("a.yaml", Suppressed).Places()).Count);

    [Fact]
    public async Task A_rule_that_is_switched_off_leaves_its_suppressions_used() =>
        Assert.Empty(await new AnalyzerRun().With("a.yaml", Suppressed).WithFileOption("a.yaml", "isolation_model.ISM1001.severity", "none").Lines());

    [Fact]
    public async Task Files_without_workloads_have_suppressions_too()
    {
        const string map = "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\ndata:\n  b: 1\n  b: 2 # isolation: disable ISM9010 -- a tool writes it\n";
        Assert.Empty(await new AnalyzerRun().With("a.yaml", map).Lines());
        Assert.Equal(["a.yaml(7,29-7,36): warning ISM1103"], await new AnalyzerRun().With("a.yaml", map.Replace("ISM9010", "ISM1001", StringComparison.Ordinal).Replace("  b: 1\n", "  a: 1\n", StringComparison.Ordinal)).Places());
    }
}
