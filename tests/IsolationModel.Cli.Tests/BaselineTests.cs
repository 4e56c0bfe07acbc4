using IsolationModel.Cli.Tests.Support;

namespace IsolationModel.Cli.Tests;

/// <summary><c>--write-baseline</c> and <c>--baseline</c>.</summary>
public sealed class BaselineTests
{
    [Fact]
    public void What_is_in_the_baseline_is_counted_and_neither_told_nor_failed_on()
    {
        using var workspace = new Workspace().Add("deploy/pod.yaml", Samples.Unsafe).Add("deploy/bad.yaml", Samples.Misspelt);
        var written = workspace.Run("check", "deploy", "--write-baseline", "baseline.json");
        const string summary = "2 files, 2 documents, 2 workloads: 0 findings, 0 workloads undetermined, 0 files skipped, 2 in the baseline\n";
        Assert.Equal((0, summary, string.Empty), (written.ExitCode, written.Output, written.Error));

        var run = workspace.Run("check", "deploy", "--baseline", "baseline.json");
        Assert.Equal((0, summary, string.Empty), (run.ExitCode, run.Output, run.Error));
    }

    [Fact]
    public void Lines_and_unrelated_edits_may_move_and_the_tool_may_start_elsewhere()
    {
        using var workspace = new Workspace().Add("deploy/pod.yaml", Samples.Unsafe);
        workspace.Run("check", "deploy", "--write-baseline", "deploy/baseline.json");
        var text = File.ReadAllText(workspace.PathOf("deploy/baseline.json"));
        Assert.StartsWith("{\n  \"schemaVersion\": 1,\n  \"entries\": [\n    { \"file\": \"pod.yaml\", \"rule\": \"ISM1001\", \"workload\": \"Pod plugins\", \"need\": \"untrusted-code\", ", text, StringComparison.Ordinal);

        workspace.Add("deploy/pod.yaml", "# moved\n\n" + Samples.Unsafe.Replace("host:1", "host:2", StringComparison.Ordinal)).Add("deploy/more.yaml", Samples.Quiet);
        Assert.Equal(0, workspace.Run("check", workspace.PathOf("deploy"), "--baseline", workspace.PathOf("deploy/baseline.json")).ExitCode);

        // Written anew, it is the same text.
        workspace.Run("check", "deploy/pod.yaml", "--write-baseline", "deploy/baseline.json");
        Assert.Equal(text, File.ReadAllText(workspace.PathOf("deploy/baseline.json")));
        Assert.Equal(["baseline.json", "more.yaml", "pod.yaml"], Directory.GetFiles(workspace.PathOf("deploy")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_is_new_is_told_and_failed_on()
    {
        using var workspace = new Workspace().Add("a.yaml", Samples.Unsafe);
        workspace.Run("check", ".", "--write-baseline", "baseline.json");
        workspace.Add("b.yaml", Samples.Unsafe.Replace("plugins", "others", StringComparison.Ordinal));
        var run = workspace.Run("check", "a.yaml", "b.yaml", "--baseline", "baseline.json");
        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith("b.yaml(7,1): warning ISM1001", Assert.Single(run.FindingLines), StringComparison.Ordinal);
        Assert.EndsWith(": 1 finding (1 warning), 0 workloads undetermined, 0 files skipped, 1 in the baseline", run.Summary, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "1 baseline entry is gone; write it anew")]
    [InlineData(2, "2 baseline entries are gone; write it anew")]
    public void What_is_gone_is_told(int count, string expected)
    {
        using var workspace = new Workspace();
        for (var i = 0; i < count; i++)
        {
            workspace.Add($"deploy/{i}.yaml", Samples.Unsafe);
        }

        workspace.Run("check", "deploy", "--write-baseline", "baseline.json");
        for (var i = 0; i < count; i++)
        {
            workspace.Add($"deploy/{i}.yaml", Samples.Quiet);
        }

        var run = workspace.Run("check", "deploy", "--baseline", "baseline.json");
        Assert.Equal(0, run.ExitCode);
        Assert.Contains(expected + "\n", run.Output, StringComparison.Ordinal);
        Assert.StartsWith($"{count} file", run.Summary, StringComparison.Ordinal);
        Assert.Equal(count, workspace.Run("check", "deploy", "--baseline", "baseline.json", "--format", "json").Json().GetProperty("summary").GetProperty("goneFromBaseline").GetInt32());
    }

    [Fact]
    public void Programs_get_the_counts()
    {
        using var workspace = new Workspace().Add("pod.yaml", Samples.Unsafe);
        var report = workspace.Run("check", "pod.yaml", "--write-baseline", "baseline.json", "--format", "json").Json();
        Assert.Equal((0, 1), (report.GetProperty("findings").GetArrayLength(), report.GetProperty("summary").GetProperty("inBaseline").GetInt32()));
    }

    [Theory]
    [InlineData("--baseline missing.json", "--baseline: 'missing.json' cannot be read: there is no such file; write one with --write-baseline")]
    [InlineData("--baseline broken.json", "--baseline: broken.json(2,3): it is not JSON")]
    [InlineData("--baseline other.json", "--baseline: other.json(1,1): it has no 'schemaVersion', so it is no baseline")]
    [InlineData("--baseline bytes.json", "--baseline: 'bytes.json' is no baseline: it holds a byte that is not UTF-8")]
    [InlineData("--baseline folder", "--baseline: 'folder' is a folder")]
    [InlineData("--write-baseline folder", "--write-baseline: 'folder' is a folder")]
    [InlineData("--write-baseline nowhere/b.json", "--write-baseline: there is no folder for 'nowhere/b.json'")]
    [InlineData("--baseline other.json --write-baseline b.json", "--baseline and --write-baseline exclude each other")]
    public void What_cannot_be_followed_is_explained(string options, string expected)
    {
        using var workspace = new Workspace()
            .Add("pod.yaml", Samples.Unsafe).Add("broken.json", "{\n  nothing").Add("other.json", "{}").Add("bytes.json", [0x7b, 0xff]).Add("folder/a.txt", "a");
        workspace.Run(["check", "pod.yaml", .. options.Split(' ')]).AssertRefused(expected);
    }

    [Fact]
    public void A_model_with_mistakes_makes_no_baseline_and_is_never_hidden()
    {
        using var workspace = new Workspace().Add("pod.yaml", Samples.Unsafe).Add("bad.isolation.json", "{ nothing");
        var written = workspace.Run("check", "pod.yaml", "--model", "bad.isolation.json", "--write-baseline", "baseline.json");
        Assert.Equal(2, written.ExitCode);
        Assert.False(File.Exists(workspace.PathOf("baseline.json")));

        workspace.Run("check", "pod.yaml", "--write-baseline", "baseline.json");
        var run = workspace.Run("check", "pod.yaml", "--model", "bad.isolation.json", "--baseline", "baseline.json");
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("error ISM0001", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("ISM1001", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Standard_input_has_a_baseline_too()
    {
        using var workspace = new Workspace();
        var input = System.Text.Encoding.UTF8.GetBytes(Samples.Unsafe);
        Assert.Equal(0, workspace.RunWithInput(input, "check", "-", "--write-baseline", "baseline.json").ExitCode);
        Assert.Equal(0, workspace.RunWithInput(input, "check", "-", "--baseline", "baseline.json").ExitCode);
    }
}
