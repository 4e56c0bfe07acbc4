using IsolationModel.Cli.Tests.Support;

namespace IsolationModel.Cli.Tests.Faults;

/// <summary>Many runs at once: in one process, as a server has them, and as processes in one folder, as builds have them.</summary>
public sealed class ParallelTests
{
    private const string Fixable = "apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\n  annotations: { isolationmodel.dev/needs: untrusted-code }\nspec:\n  containers: [{ name: a, image: a }]\n";

    [Fact]
    public async Task Runs_in_one_process_do_not_see_each_other()
    {
        using var workspace = Shop();
        string[][] commands =
        [
            ["check", ".", "--format", "json"], ["check", ".", "--format", "sarif", "--level", "high"], ["check", ".", "--model", "shop.isolation.json"],
            ["explain", "gvisor"], ["recommend", "--scenario", "serverless"], ["export", "--policy", "vap", "--level", "high"], ["fix", ".", "--dry-run"],
        ];
        var expected = commands.Select(args => workspace.Run(args)).ToList();

        var runs = await Task.WhenAll(Enumerable.Range(0, 70).Select(i => Task.Run(() => (Command: i % commands.Length, Run: workspace.Run(commands[i % commands.Length])), TestContext.Current.CancellationToken)));

        Assert.All(runs, run => Assert.Equal(expected[run.Command], run.Run));
    }

    [Fact]
    public async Task Processes_that_write_one_report_leave_a_whole_one()
    {
        using var workspace = Shop();
        string[] args = ["check", ".", "--day", workspace.Today, "--format", "json", "--output", "report.json"];
        workspace.Run(args);
        var expected = workspace.Run(args);

        var runs = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => ToolProcess.RunAsync(workspace.Root, string.Empty, args)));

        Assert.All(runs, run => Assert.Equal(expected, run));
        Assert.Equal(expected.Output, await File.ReadAllTextAsync(workspace.PathOf("report.json"), TestContext.Current.CancellationToken));
        Assert.DoesNotContain(Directory.EnumerateFiles(workspace.Root), static file => file.EndsWith(".tmp", StringComparison.Ordinal));
    }

    /// <summary>Whoever comes second finds a file that has changed, or nothing to mend; the file is mended once.</summary>
    [Fact]
    public async Task Processes_that_mend_one_folder_mend_it_once()
    {
        using var workspace = new Workspace();
        for (var i = 0; i < 10; i++)
        {
            workspace.Add($"{i}.yaml", Fixable);
        }

        workspace.Add("class.yaml", "apiVersion: node.k8s.io/v1\nkind: RuntimeClass\nmetadata: { name: sandbox }\nhandler: runsc\n");

        var runs = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => ToolProcess.RunAsync(workspace.Root, string.Empty, "fix", ".")));

        Assert.All(runs, static run => Assert.True(run.ExitCode == 0 || run.Output.Contains("has changed", StringComparison.Ordinal), run.Output + run.Error));
        for (var i = 0; i < 10; i++)
        {
            Assert.Equal(Fixable.Replace("spec:\n", "spec:\n  runtimeClassName: sandbox\n", StringComparison.Ordinal), await File.ReadAllTextAsync(workspace.PathOf($"{i}.yaml"), TestContext.Current.CancellationToken));
        }

        Assert.Equal(11, Directory.GetFileSystemEntries(workspace.Root).Length);
    }

    private static Workspace Shop()
    {
        var workspace = new Workspace().Add("shop.isolation.json", Samples.Overlay).Add("class.yaml", "apiVersion: node.k8s.io/v1\nkind: RuntimeClass\nmetadata: { name: sandbox }\nhandler: runsc\n");
        for (var i = 0; i < 20; i++)
        {
            workspace.Add($"{i}.yaml", (i % 3) switch { 0 => Samples.Unproven, 1 => Samples.Unsafe, _ => Samples.Misspelt });
        }

        return workspace;
    }
}
