using IsolationModel.Cli.Tests.Support;

namespace IsolationModel.Cli.Tests;

/// <summary>Projects of Compose on the command line.</summary>
public sealed class ComposeTests
{
    private const string Base = "services:\n  web:\n    image: a\n    x-isolation: untrusted-code\n";
    private const string Sandbox = "services:\n  web:\n    runtime: ${RUNTIME:-runc}\n";

    [Fact]
    public void Files_are_loaded_together_where_the_command_line_says_so()
    {
        using var workspace = Shop();

        Assert.Equal(1, workspace.Run("check", "shop").ExitCode);

        // The file beside the first one says which runtime it is, whatever is searched.
        var run = workspace.Run("check", "other.yaml", "--compose", "shop/compose.yaml, shop/compose.kata.yaml", "--format", "json");

        Assert.Equal(0, run.ExitCode);
        var workload = Assert.Single(run.Json().GetProperty("workloads").EnumerateArray(), static workload => workload.GetProperty("judged").GetBoolean());
        Assert.Equal(("kata", "likely"), (workload.GetProperty("technology").GetString(), workload.GetProperty("confidence").GetString()));
    }

    [Fact]
    public void Several_projects_of_one_file_are_told_apart()
    {
        using var workspace = Shop().Add("shop/compose.runc.yaml", "services:\n  web:\n    runtime: runc\n");

        var run = workspace.Run("check", "shop", "--compose", "shop/compose.yaml,shop/compose.kata.yaml", "--compose", "shop/compose.yaml,shop/compose.runc.yaml");

        Assert.Contains("service web of compose.yaml + compose.runc.yaml needs 'untrusted-code'", Assert.Single(run.FindingLines, static line => line.Contains("ISM1001", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("shop/compose.yaml,shop/nothing.yaml", "--compose: there is no file 'shop/nothing.yaml'")]
    [InlineData(" , ", "--compose names nothing")]
    [InlineData("shop", "--compose: there is no file 'shop'")]
    public void A_project_that_is_not_there_is_refused(string project, string why)
    {
        using var workspace = Shop();

        workspace.Run("check", "shop", "--compose", project).AssertRefused(why);
    }

    [Fact]
    public void A_folder_is_judged_as_Compose_would_load_it()
    {
        using var workspace = Shop().Add("shop/compose.override.yaml", "services:\n  web:\n    privileged: true\n    x-isolation: level:medium\n");

        var lines = workspace.Run("check", "shop").FindingLines;

        Assert.Contains(lines, static line => line.StartsWith("shop/compose.yaml(2,3): warning ISM1001: service web needs 'untrusted-code'", StringComparison.Ordinal) && line.Contains("compose.kata.yaml, which sets 'io.containerd.kata.v2', is not loaded by default", StringComparison.Ordinal));
        Assert.Contains(lines, static line => line.StartsWith("shop/compose.override.yaml(3,17): warning ISM2001", StringComparison.Ordinal));
    }

    private static Workspace Shop() => new Workspace()
        .Add("other.yaml", "a: b\n")
        .Add("shop/compose.yaml", Base)
        .Add("shop/compose.kata.yaml", Sandbox)
        .Add("shop/.env", "RUNTIME=io.containerd.kata.v2\n");
}
