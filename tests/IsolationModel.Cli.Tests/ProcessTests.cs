using System.Diagnostics;
using IsolationModel.Cli.Tests.Support;

namespace IsolationModel.Cli.Tests;

/// <summary>What only a process of its own shows: its streams, its exit code, its signals.</summary>
public sealed class ProcessTests
{
    [Fact]
    public async Task The_process_does_what_the_function_does()
    {
        using var workspace = new Workspace();
        workspace.Add("größe/pod.yaml", Samples.Mislabelled);

        foreach (var format in new[] { "text", "json" })
        {
            var run = await ToolProcess.RunAsync(workspace.Root, string.Empty, "check", ".", "--format", format);

            Assert.Equal(1, run.ExitCode);
            Assert.Empty(run.Error);
            Assert.Equal(workspace.Run("check", ".", "--format", format).Output, run.Output);
        }
    }

    [Theory]
    [InlineData(Samples.Quiet, 0)]
    [InlineData(Samples.Unsafe, 1)]
    public async Task Standard_input_is_that_of_the_process(string text, int expected)
    {
        using var workspace = new Workspace();

        var run = await ToolProcess.RunAsync(workspace.Root, text, "check", "-");

        Assert.Equal(expected, run.ExitCode);
        Assert.DoesNotContain('\u001b', run.Output);
    }

    [Fact]
    public async Task Usage_errors_go_to_standard_error()
    {
        using var workspace = new Workspace();

        var run = await ToolProcess.RunAsync(workspace.Root, string.Empty, "check", "nowhere");

        Assert.Equal(2, run.ExitCode);
        Assert.Empty(run.Output);
        Assert.Equal("isolation: there is no file or folder 'nowhere'\n", run.Error);
    }

    [Fact]
    public async Task A_current_directory_that_is_gone_is_one_line()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "a current directory cannot be removed on Windows");
        using var workspace = new Workspace();
        var start = new ProcessStartInfo("/bin/sh")
        {
            RedirectStandardError = true,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add("mkdir gone && cd gone && rmdir ../gone && exec \"$0\" exec \"$1\" check .");
        start.ArgumentList.Add(ToolProcess.Runtime);
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "IsolationModel.Cli.dll"));
        start.WorkingDirectory = workspace.Root;
        using var process = Process.Start(start)!;

        var run = await ToolProcess.FinishAsync(process);

        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith("isolation: ", Assert.Single(run.Error.TrimEnd('\n').Split('\n')), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("INT", 0x2)]
    [InlineData("TERM", 0x4000)]
    public async Task An_interrupted_process_ends_with_130(string signal, int signalBit)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "signals are sent on Unix only");
        Assert.SkipWhen(IsIgnored(signalBit), $"this process was started with SIG{signal} ignored, and children inherit that");
        using var workspace = new Workspace();
        var pipe = workspace.PathOf("pipe");
        await NamedPipe.CreateAsync(pipe);
        using var process = ToolProcess.Start(workspace.Root, "check", "pipe", "--output", "report.txt");

        // Opening succeeds once the tool has opened the other end: by then it listens to signals, and it waits for us to write.
        await using var hold = await Task.Run(() => new FileStream(pipe, FileMode.Open, FileAccess.Write, FileShare.ReadWrite), TestContext.Current.CancellationToken)
            .WaitAsync(ToolProcess.Patience, TestContext.Current.CancellationToken);
        using var kill = Process.Start("kill", [$"-{signal}", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        var run = await ToolProcess.FinishAsync(process);

        Assert.Equal(130, run.ExitCode);
        Assert.Empty(run.Output);
        Assert.Equal("isolation: interrupted\n", run.Error);
        Assert.Equal([pipe], Directory.GetFileSystemEntries(workspace.Root));
    }

    /// <summary>
    /// The second file never ends. Whether the first one was read by then, and judged soon enough to be told, is up to the machine; that it is told if it
    /// was is shown where time stands still (<see cref="Faults.CancellationTests"/>).
    /// </summary>
    [Fact]
    public async Task An_interrupted_process_replaces_no_file_and_what_it_tells_is_called_partial()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "signals are sent on Unix only");
        Assert.SkipWhen(IsIgnored(0x2), "this process was started with SIGINT ignored, and children inherit that");
        using var workspace = new Workspace();
        workspace.Add("a.yaml", Samples.Unsafe);
        workspace.Add("report.txt", "as it was");
        var pipe = workspace.PathOf("pipe");
        await NamedPipe.CreateAsync(pipe);
        using var process = ToolProcess.Start(workspace.Root, "check", "a.yaml", "pipe", "--output", "report.txt", "--write-baseline", "baseline.json", "--format", "json");
        await using var hold = await Task.Run(() => new FileStream(pipe, FileMode.Open, FileAccess.Write, FileShare.ReadWrite), TestContext.Current.CancellationToken)
            .WaitAsync(ToolProcess.Patience, TestContext.Current.CancellationToken);
        using var kill = Process.Start("kill", ["-INT", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        var run = await ToolProcess.FinishAsync(process);

        Assert.Equal((130, "isolation: interrupted\n"), (run.ExitCode, run.Error));
        Assert.True(run.Output.Length == 0 || run.Json().GetProperty("summary").GetProperty("partial").GetBoolean(), run.Output);
        Assert.Equal("as it was", await File.ReadAllTextAsync(workspace.PathOf("report.txt"), TestContext.Current.CancellationToken));
        Assert.False(File.Exists(workspace.PathOf("baseline.json")));
    }

    private static bool IsIgnored(int signalBit)
    {
        const string field = "SigIgn:";
        if (!File.Exists("/proc/self/status"))
        {
            return false;
        }

        var line = File.ReadLines("/proc/self/status").First(text => text.StartsWith(field, StringComparison.Ordinal));
        return (Convert.ToUInt64(line[field.Length..].Trim(), 16) & (uint)signalBit) != 0;
    }
}
