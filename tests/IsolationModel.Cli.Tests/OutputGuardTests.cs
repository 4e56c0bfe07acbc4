using IsolationModel.Cli.Tests.Support;

namespace IsolationModel.Cli.Tests;

/// <summary>What a run reads is never written over by what it tells.</summary>
public sealed class OutputGuardTests
{
    private const string Settings = """{ "models": ["shop.isolation.json"], "paths": ["deploy"] }""";

    [Theory]
    [InlineData("check deploy --output deploy/a.yaml", "--output", "deploy/a.yaml")]
    [InlineData("check deploy --output json:deploy/a.yaml", "--output", "deploy/a.yaml")]
    [InlineData("check --output deploy/a.yaml", "--output", "deploy/a.yaml")]
    [InlineData("check deploy --output deploy/list.json", "--output", "deploy/list.json")]
    [InlineData("check deploy --output deploy/broken.yaml", "--output", "deploy/broken.yaml")]
    [InlineData("check deploy --output link.txt", "--output", "link.txt")]
    [InlineData("check deploy --output current/deploy/a.yaml", "--output", "current/deploy/a.yaml")]
    [InlineData("check deploy --output isolation.json", "--output", "isolation.json")]
    [InlineData("check deploy --output shop.isolation.json", "--output", "shop.isolation.json")]
    [InlineData("check deploy/other.txt --output deploy/other.txt", "--output", "deploy/other.txt")]
    [InlineData("check deploy --write-baseline deploy/a.yaml", "--write-baseline", "deploy/a.yaml")]
    [InlineData("check deploy --baseline old.json --output old.json", "--output", "old.json")]
    [InlineData("check --explain-config --baseline old.json --output old.json", "--output", "old.json")]
    [InlineData("check --explain-config --output isolation.json", "--output", "isolation.json")]
    [InlineData("check deploy/a.yaml --explain-config --output deploy/a.yaml", "--output", "deploy/a.yaml")]
    [InlineData("report deploy --html deploy/a.yaml", "--html", "deploy/a.yaml")]
    [InlineData("export --policy vap --level high --model shop.isolation.json --output shop.isolation.json", "--output", "shop.isolation.json")]
    public void An_input_is_no_target(string commandLine, string option, string file)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows() && (file == "link.txt" || file.StartsWith("current/", StringComparison.Ordinal)), "links need a privilege on Windows");
        using var workspace = new Workspace();
        workspace.Add("deploy/a.yaml", Samples.Unsafe).Add("deploy/list.json", """{ "apiVersion": "v1", "kind": "List", "items": [] }""")
            .Add("deploy/broken.yaml", "apiVersion: v1\nkind: [").Add("deploy/other.txt", Samples.Quiet)
            .Add("shop.isolation.json", Samples.Overlay).Add("isolation.json", Settings);
        workspace.Run("check", "deploy", "--write-baseline", "old.json");
        if (!OperatingSystem.IsWindows())
        {
            File.CreateSymbolicLink(workspace.PathOf("link.txt"), "deploy/a.yaml");
            Directory.CreateSymbolicLink(workspace.PathOf("current"), ".");
        }

        var before = File.ReadAllBytes(workspace.PathOf(file));

        workspace.Run(commandLine.Split(' ')).AssertRefused($"{option}: '{file}' is read by this run, and would be lost; name another file");

        Assert.Equal(before, File.ReadAllBytes(workspace.PathOf(file)));
    }

    /// <summary>A report among the descriptors is no descriptor: the next run replaces it.</summary>
    [Theory]
    [InlineData("deploy/report.json")]
    [InlineData("deploy/isolation.sarif.json")]
    [InlineData("gitlab:deploy/quality.json")]
    [InlineData("deploy/report.txt")]
    [InlineData("deploy/report.csv")]
    public void A_report_of_before_is_replaced(string target)
    {
        using var workspace = new Workspace();
        workspace.Add("deploy/a.yaml", Samples.Unsafe);

        Assert.Equal(1, workspace.Run("check", "deploy", "--output", target).ExitCode);
        Assert.Equal(0, workspace.Run("check", "deploy", "--output", target, "--write-baseline", "deploy/baseline.json").ExitCode);
        Assert.Equal(0, workspace.Run("check", "deploy", "--output", target, "--write-baseline", "deploy/baseline.json").ExitCode);
    }

    [Fact]
    public void The_explanation_of_settings_goes_into_files_as_well()
    {
        using var workspace = new Workspace();
        workspace.Add("deploy/a.yaml", Samples.Unsafe).Add("isolation.json", """{ "paths": ["deploy"] }""");

        var run = workspace.Run("check", "--explain-config", "--output", "config.txt", "--output", "config.json");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(run.Output, File.ReadAllText(workspace.PathOf("config.txt")));
        Assert.Equal(workspace.Run("check", "--explain-config", "--format", "json").Output, File.ReadAllText(workspace.PathOf("config.json")));
        workspace.Run("check", "--explain-config", "--output", "config.sarif").AssertRefused("--explain-config answers as text or as json, not as sarif in 'config.sarif'");
        workspace.Run("check", "--explain-config", "--write-baseline", "b.json").AssertRefused("--explain-config checks nothing");
        Assert.False(File.Exists(workspace.PathOf("config.sarif")));
    }
}
