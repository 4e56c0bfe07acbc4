using System.Text;
using System.Text.Json;
using IsolationModel.Cli.Tests.Support;

namespace IsolationModel.Cli.Tests;

public sealed class CheckOptionTests
{
    [Theory]
    [InlineData("--need", "untrusted-code", "untrusted-code")]
    [InlineData("--need", "untrusted-code, kernel-exploit", "untrusted-code,kernel-exploit")]
    [InlineData("--need", "level:high", "level:high")]
    [InlineData("--need", "startup <= 125 ms", "startup <= 125 ms")]
    [InlineData("--level", "high", "level:high")]
    public void Needs_of_the_command_line_reach_every_workload(string option, string value, string expected)
    {
        using var workspace = new Workspace();
        workspace.Add("a.yaml", Samples.Quiet).Add("b.yaml", Samples.Quiet);

        var workloads = workspace.Run("check", ".", option, value, "--format", "json").Json().GetProperty("workloads");

        Assert.Equal(2, workloads.GetArrayLength());
        Assert.All(workloads.EnumerateArray(), workload => Assert.Equal(expected, string.Join(',', Needs(workload))));
    }

    [Fact]
    public void Needs_of_the_command_line_come_on_top_of_what_is_declared()
    {
        using var workspace = new Workspace();
        workspace.Add("pod.yaml", Samples.Unsafe);

        var run = workspace.Run("check", ".", "--need", "kernel-exploit", "--need", "untrusted-code", "--level", "high", "--format", "json");

        Assert.Equal(["level:high", "kernel-exploit", "untrusted-code"], Needs(run.Json().GetProperty("workloads")[0]));
    }

    [Fact]
    public void Several_misspelt_needs_are_told_at_once()
    {
        using var workspace = new Workspace();
        workspace.Add("pod.yaml", Samples.Quiet);

        var run = workspace.Run("check", ".", "--need", "untrusted-cod", "--level", "hihg");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("'untrusted-code'", run.Error, StringComparison.Ordinal);
        Assert.Contains("'high'", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_overlay_changes_what_is_known()
    {
        using var workspace = new Workspace();
        workspace.Add("pod.yaml", Samples.Unproven.Replace("gvisor", "vault", StringComparison.Ordinal)).Add("shop.isolation.json", Samples.Overlay);

        var without = workspace.Run("check", ".", "--format", "json").Json();
        var with = workspace.Run("check", ".", "--model", "shop.isolation.json", "--format", "json").Json();

        Assert.Equal("unknown", without.GetProperty("workloads")[0].GetProperty("confidence").GetString());
        Assert.Equal("ISM1502", without.GetProperty("findings")[0].GetProperty("ruleId").GetString());
        Assert.Equal("kata", with.GetProperty("workloads")[0].GetProperty("technology").GetString());
        Assert.Equal("known", with.GetProperty("workloads")[0].GetProperty("confidence").GetString());
        Assert.Equal(0, with.GetProperty("findings").GetArrayLength());
        Assert.Equal("shop", with.GetProperty("model").GetProperty("id").GetString());
        Assert.Equal("1.2.3", with.GetProperty("model").GetProperty("version").GetString());
    }

    [Fact]
    public void An_overlay_that_is_named_twice_counts_once()
    {
        using var workspace = new Workspace();
        workspace.Add("pod.yaml", Samples.Quiet).Add("shop.isolation.json", Samples.Overlay);

        Assert.Equal(0, workspace.Run("check", ".", "--model", "shop.isolation.json", "--model", "./shop.isolation.json").ExitCode);
    }

    [Theory]
    [InlineData("text")]
    [InlineData("json")]
    public void A_mistake_in_an_overlay_is_a_finding_and_fails_the_run(string format)
    {
        using var workspace = new Workspace();
        workspace.Add("pod.yaml", Samples.Unsafe).Add("shop.isolation.json", Samples.Overlay.Replace("\"kata\"", "\"katta\"", StringComparison.Ordinal));

        var run = workspace.Run("check", ".", "--model", "shop.isolation.json", "--format", format, "--fail-on", "never");

        Assert.Equal(2, run.ExitCode);
        Assert.Empty(run.Error);
        Assert.Contains("ISM0003", run.Output, StringComparison.Ordinal);
        Assert.Contains("ISM1001", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(new byte[] { 0xFF, 0xFF, 0x7B }, "UTF-8")]
    [InlineData(new byte[] { }, "ISM0001")]
    public void An_overlay_that_is_no_text_or_empty_is_told(byte[] bytes, string expected)
    {
        using var workspace = new Workspace();
        workspace.Add("pod.yaml", Samples.Quiet).Add("shop.isolation.json", bytes);

        var run = workspace.Run("check", "pod.yaml", "--model", "shop.isolation.json");

        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith("shop.isolation.json(1,1): error ISM0001: ", Assert.Single(run.FindingLines), StringComparison.Ordinal);
        Assert.Contains(expected, run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Output_files_get_the_report_as_well()
    {
        using var workspace = new Workspace();
        workspace.Add("pod.yaml", Samples.Unsafe).Add("report.json", "old");

        var run = workspace.Run("check", "pod.yaml", "--output", "json:report.json", "--output", "report.txt");

        Assert.Equal(1, run.ExitCode);
        Assert.Equal(run.Output, File.ReadAllText(workspace.PathOf("report.txt")));
        Assert.Equal(workspace.Run("check", "pod.yaml", "--format", "json").Output, File.ReadAllText(workspace.PathOf("report.json")));
        Assert.Equal(["pod.yaml", "report.json", "report.txt"], Directory.GetFiles(workspace.Root).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Output_files_without_a_format_take_that_of_standard_output()
    {
        using var workspace = new Workspace();
        workspace.Add("pod.yaml", Samples.Unsafe);

        var run = workspace.Run("check", "pod.yaml", "--format", "json", "--output", "report", "--output", "text:report.txt");

        Assert.Equal(run.Output, File.ReadAllText(workspace.PathOf("report")));
        Assert.StartsWith("pod.yaml(7,1): warning", File.ReadAllText(workspace.PathOf("report.txt")), StringComparison.Ordinal);
    }

    [Fact]
    public void An_output_file_behind_a_link_is_replaced_and_the_link_stays()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "links need a privilege on Windows");
        using var workspace = new Workspace();
        workspace.Add("pod.yaml", Samples.Unsafe).Add("reports/1.json", "old");
        File.CreateSymbolicLink(workspace.PathOf("latest.json"), workspace.PathOf("reports/1.json"));

        workspace.Run("check", "pod.yaml", "--output", "json:latest.json", "--output", "/dev/null");

        Assert.NotNull(new FileInfo(workspace.PathOf("latest.json")).LinkTarget);
        using var report = JsonDocument.Parse(File.ReadAllText(workspace.PathOf("reports/1.json")));
        Assert.Equal(1, report.RootElement.GetProperty("schemaVersion").GetInt32());
        Assert.Equal(0, new FileInfo("/dev/null").Length);
    }

    [Fact]
    public void An_output_file_that_cannot_be_written_fails_the_run_but_not_the_report()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "only Linux has a device that is always full");
        using var workspace = new Workspace();
        workspace.Add("pod.yaml", Samples.Unsafe);

        var run = workspace.Run("check", "pod.yaml", "--output", "/dev/full");

        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith("pod.yaml(7,1): warning ISM1001: ", run.Output, StringComparison.Ordinal);
        Assert.StartsWith("isolation: --output: '/dev/full' cannot be written: ", Assert.Single(run.Error.TrimEnd('\n').Split('\n')), StringComparison.Ordinal);
    }

    [Fact]
    public void Reports_are_utf_8_without_byte_order_mark_and_end_lines_with_a_line_feed()
    {
        using var workspace = new Workspace();
        workspace.Add("pod.yaml", Samples.Unsafe.Replace("plugins", "größe", StringComparison.Ordinal));

        workspace.Run("check", "pod.yaml", "--output", "json:report.json", "--output", "report.txt");

        foreach (var bytes in new[] { File.ReadAllBytes(workspace.PathOf("report.json")), File.ReadAllBytes(workspace.PathOf("report.txt")) })
        {
            Assert.NotEqual(0xEF, bytes[0]);
            Assert.Equal((byte)'\n', bytes[^1]);
            Assert.DoesNotContain((byte)'\r', bytes);
            Assert.Contains("größe", Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
        }
    }

    private static IEnumerable<string?> Needs(JsonElement workload) => workload.GetProperty("needs").EnumerateArray().Select(need => need.GetString());
}
