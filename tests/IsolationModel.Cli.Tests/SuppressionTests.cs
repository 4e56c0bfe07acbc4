using System.Text.Json;
using IsolationModel.Cli.Tests.Support;

namespace IsolationModel.Cli.Tests;

/// <summary>Suppressions in what <c>check</c> tells.</summary>
public sealed class SuppressionTests
{
    private static readonly string Suppressed = Samples.Unsafe.Replace("spec:", "spec: # isolation: disable ISM1001 until 2026-12-31 -- moves to gVisor", StringComparison.Ordinal);

    [Fact]
    public void A_suppressed_finding_is_counted_and_not_told()
    {
        using var workspace = new Workspace().Add("pod.yaml", Suppressed);
        var run = workspace.Run("check", "pod.yaml");
        Assert.Equal((0, string.Empty), (run.ExitCode, run.Error));
        Assert.Equal("1 file, 1 document, 1 workload: 0 findings, 0 workloads undetermined, 0 files skipped, 1 suppressed\n", run.Output);
    }

    [Fact]
    public void Programs_are_told_what_is_suppressed_and_why()
    {
        using var workspace = new Workspace().Add("pod.yaml", Suppressed);
        var report = workspace.Run("check", "pod.yaml", "--format", "json").Json();
        Assert.Equal(0, report.GetProperty("findings").GetArrayLength());
        Assert.Equal(1, report.GetProperty("summary").GetProperty("suppressed").GetInt32());
        var entry = Assert.Single(report.GetProperty("suppressed").EnumerateArray());
        Assert.Equal(("ISM1001", 7), (entry.GetProperty("ruleId").GetString(), entry.GetProperty("startLine").GetInt32()));
        var suppression = entry.GetProperty("suppression");
        Assert.Equal(
            ("moves to gVisor", "2026-12-31", "pod.yaml"),
            (suppression.GetProperty("reason").GetString(), suppression.GetProperty("until").GetString(), suppression.GetProperty("file").GetString()));
    }

    [Fact]
    public void Without_suppressions_the_list_is_empty()
    {
        using var workspace = new Workspace().Add("pod.yaml", Samples.Unsafe);
        var report = workspace.Run("check", "pod.yaml", "--format", "json").Json();
        Assert.Equal((JsonValueKind.Array, 0), (report.GetProperty("suppressed").ValueKind, report.GetProperty("suppressed").GetArrayLength()));
    }

    [Theory]
    [InlineData("2026-12-31", 0)]
    [InlineData("2027-01-01", 2)]
    public void The_day_of_the_run_decides_what_has_ended(string day, int findings)
    {
        using var workspace = new Workspace().Add("pod.yaml", Suppressed);
        var run = workspace.Run("check", "pod.yaml", "--day", day);
        Assert.Equal(findings > 0 ? 1 : 0, run.ExitCode);
        Assert.Equal(findings > 0, run.Output.Contains("warning ISM1103: the suppression of ISM1001 ended on 2026-12-31", StringComparison.Ordinal));
        Assert.Equal(findings > 0, run.Output.Contains("warning ISM1001", StringComparison.Ordinal));
    }
}
