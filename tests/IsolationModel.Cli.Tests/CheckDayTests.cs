using IsolationModel.Cli.Tests.Support;

namespace IsolationModel.Cli.Tests;

/// <summary>Scenarios and days of <c>check</c>.</summary>
public sealed class CheckDayTests
{
    [Theory]
    [InlineData("2026-06-30", null, 1)]
    [InlineData("2026-07-01", null, 0)]
    [InlineData("2026-07-01", "2026-06-30", 1)]
    [InlineData("2026-06-30", "2026-07-01", 0)]
    public void A_ban_with_an_end_holds_until_that_day(string today, string? day, int expected)
    {
        using var workspace = new Workspace { Today = today };
        workspace.Add("pod.yaml", Samples.Quiet).Add("policy.isolation.json", Samples.Policy);

        var run = workspace.Run(["check", "pod.yaml", "--model", "policy.isolation.json", .. day is null ? Array.Empty<string>() : ["--day", day]]);

        Assert.Equal(expected, run.ExitCode);
    }

    [Fact]
    public void A_scenario_holds_for_every_workload()
    {
        using var workspace = new Workspace();
        workspace.Add("pod.yaml", Samples.Quiet);

        var run = workspace.Run("check", "pod.yaml", "--scenario", "financial-trading");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("level:very-high", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("check . --scenario finacial-trading", "did you mean 'financial-trading'?")]
    [InlineData("check . --day 1.7.2026", "--day: '1.7.2026' is no day")]
    public void What_cannot_be_followed_is_explained(string commandLine, string expected)
    {
        using var workspace = new Workspace();
        workspace.Add("pod.yaml", Samples.Quiet);

        var run = workspace.Run(commandLine.Split(' '));

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
    }
}
