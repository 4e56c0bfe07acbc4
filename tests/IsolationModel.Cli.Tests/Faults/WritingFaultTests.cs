using System.Diagnostics;
using System.Runtime.Versioning;
using System.Text;
using IsolationModel.Cli.Output;
using IsolationModel.Cli.Tests.Support;

namespace IsolationModel.Cli.Tests.Faults;

/// <summary>What goes wrong while a file is written: the old one stays, nothing lies beside it, and the message says which file and why.</summary>
public sealed class WritingFaultTests
{
    private const string Old = "as it was";

    private static readonly byte[] Content = Encoding.UTF8.GetBytes(new string('x', 300));

    /// <summary>Every command that writes a file, with the file.</summary>
    public static TheoryData<string, string> Commands => new()
    {
        { "check pod.yaml --output out/report.txt", "out/report.txt" },
        { "check pod.yaml --output out/report.html", "out/report.html" },
        { "check pod.yaml --write-baseline out/baseline.json", "out/baseline.json" },
        { "check pod.yaml --explain-config --output out/config.txt", "out/config.txt" },
        { "report pod.yaml --html out/report.html", "out/report.html" },
        { "export --policy vap --level high --output out/policy.yaml", "out/policy.yaml" },
        { "rules --write out/rules.md", "out/rules.md" },
        { "fix out/pod.yaml", "out/pod.yaml" },
        { "init out --force", "out/isolation.json" },
    };

    [Fact]
    public void A_disk_that_is_full_after_any_byte_leaves_the_old_file()
    {
        using var workspace = new Workspace();
        workspace.Add("report.txt", Old);
        for (var space = 0; space < Content.Length; space++)
        {
            var error = Assert.Throws<UsageException>(() => ReportFile.Write(workspace.PathOf("report.txt"), "--output", stream => new FullDisk(space, stream).Write(Content)));

            Assert.Equal($"--output: '{workspace.PathOf("report.txt")}' cannot be written: no space is left there", error.Message);
            Assert.Equal(Old, File.ReadAllText(workspace.PathOf("report.txt")));
            Assert.Equal([workspace.PathOf("report.txt")], Directory.GetFileSystemEntries(workspace.Root));
        }
    }

    /// <summary>Standard output that takes no more: whoever reads it must not take the exit code for that of a whole report.</summary>
    [Theory]
    [InlineData("check", "pod.yaml", "--format", "text")]
    [InlineData("check", "pod.yaml", "--format", "json")]
    [InlineData("check", "pod.yaml", "--format", "csv")]
    [InlineData("explain", "gvisor")]
    [InlineData("fix", "pod.yaml", "--dry-run")]
    [InlineData("recommend", "--need", "untrusted-code", "--format", "json")]
    [InlineData("rules", "list")]
    [InlineData("export", "--policy", "vap", "--level", "high")]
    public void Standard_output_that_is_full_after_any_byte_is_told(params string[] args)
    {
        using var workspace = new Workspace();
        workspace.Add("pod.yaml", Samples.Mislabelled);
        var whole = workspace.Run(args);
        var length = Encoding.UTF8.GetByteCount(whole.Output);
        var step = Math.Max(1, length / 200);
        for (var space = 0; space < length; space += step)
        {
            using var disk = new FullDisk(space);
            using var error = new StringWriter { NewLine = "\n" };

            var code = IsolationTool.Run(args, workspace.Host(disk, error), TestContext.Current.CancellationToken);

            Assert.Equal((2, true), (code, error.ToString().EndsWith("isolation: standard output cannot be written: no space is left there\n", StringComparison.Ordinal)));
        }
    }

    /// <summary>A report in a file does not depend on who reads standard output.</summary>
    [Theory]
    [UnsupportedOSPlatform("windows")]
    [MemberData(nameof(Commands))]
    public async Task A_folder_that_may_not_be_written_is_told(string command, string file)
    {
        Assert.SkipUnless(Unprivileged.IsPossible, Unprivileged.Why);
        using var workspace = Prepare();
        if (file is not ("out/pod.yaml" or "out/rules.md"))
        {
            workspace.Add(file, Old);
        }

        var before = await File.ReadAllTextAsync(workspace.PathOf(file), TestContext.Current.CancellationToken);
        File.SetUnixFileMode(workspace.PathOf(file), (UnixFileMode)0b110_110_110);
        File.SetUnixFileMode(workspace.Root, (UnixFileMode)0b111_101_101);
        File.SetUnixFileMode(workspace.PathOf("out"), (UnixFileMode)0b111_101_101);

        var run = await Unprivileged.RunAsync(workspace.Root, command.Split(' '));

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("access is denied", run.Error + run.Output, StringComparison.Ordinal);
        Assert.Contains(file, run.Error + run.Output, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllTextAsync(workspace.PathOf(file), TestContext.Current.CancellationToken));
        Assert.DoesNotContain(Directory.EnumerateFileSystemEntries(workspace.PathOf("out")), static entry => entry.EndsWith(".tmp", StringComparison.Ordinal));
    }

    /// <summary>On a disk that is really full.</summary>
    [Theory]
    [MemberData(nameof(Commands))]
    public async Task A_file_beyond_the_limit_of_the_system_leaves_the_old_one(string command, string file)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && File.Exists("/usr/bin/prlimit"), "this needs prlimit");
        using var workspace = Prepare();
        if (file is not ("out/pod.yaml" or "out/rules.md"))
        {
            workspace.Add(file, Old);
        }

        var before = await File.ReadAllTextAsync(workspace.PathOf(file), TestContext.Current.CancellationToken);
        var entries = Directory.GetFileSystemEntries(workspace.PathOf("out"));

        // A limit of 64 bytes on files; the runtime must not want one of its own for its code.
        var start = new ProcessStartInfo("/usr/bin/prlimit") { WorkingDirectory = workspace.Root, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["DOTNET_EnableWriteXorExecute"] = "0";
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        foreach (var arg in (string[])["--fsize=64", ToolProcess.Runtime, "exec", Path.Combine(AppContext.BaseDirectory, "IsolationModel.Cli.dll"), .. command.Split(' ')])
        {
            start.ArgumentList.Add(arg);
        }

        using var process = Process.Start(start)!;
        var run = await ToolProcess.FinishAsync(process);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("it would be larger than files may be there", run.Error + run.Output, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllTextAsync(workspace.PathOf(file), TestContext.Current.CancellationToken));
        Assert.Equal(entries, Directory.GetFileSystemEntries(workspace.PathOf("out")));
    }

    /// <summary>Whenever the process is killed, the file is the old one or the new one.</summary>
    [Fact]
    public async Task A_process_that_is_killed_leaves_a_whole_file()
    {
        using var workspace = new Workspace();
        for (var i = 0; i < 40; i++)
        {
            workspace.Add($"{i}.yaml", Samples.Mislabelled);
        }

        var whole = workspace.Run("check", ".", "--format", "html").Output;
        workspace.Add("report.html", Old);
        string[] args = ["check", ".", "--no-config", "--day", workspace.Today, "--output", "report.html"];
        // How long that takes here and now only spreads the moments; at each of them the same must hold.
        var started = Stopwatch.GetTimestamp();
        await ToolProcess.RunAsync(workspace.Root, string.Empty, args);
        var taken = Stopwatch.GetElapsedTime(started);
        var replaced = 0;
        for (var delay = 1; delay <= 12; delay++)
        {
            await File.WriteAllTextAsync(workspace.PathOf("report.html"), Old, TestContext.Current.CancellationToken);
            using var process = ToolProcess.Start(workspace.Root, args);
            // What nobody reads would hold it up.
            process.OutputDataReceived += static (_, _) => { };
            process.BeginOutputReadLine();
            await Task.Delay(taken * delay / 10, TestContext.Current.CancellationToken);
            process.Kill();
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);

            var text = await File.ReadAllTextAsync(workspace.PathOf("report.html"), TestContext.Current.CancellationToken);
            Assert.True(text == Old || text.EndsWith("</html>\n", StringComparison.Ordinal), $"after {delay}: {text.Length} characters of {whole.Length}");
            replaced += text == Old ? 0 : 1;
        }

        TestContext.Current.SendDiagnosticMessage($"{replaced} of 12 were done before they were killed");
    }

    [Theory]
    [InlineData("pipe")]
    [InlineData("link")]
    public async Task A_pipe_gets_the_report_and_stays_a_pipe(string target)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "pipes have other names on Windows");
        using var workspace = new Workspace();
        workspace.Add("pod.yaml", Samples.Unsafe);
        await NamedPipe.CreateAsync(workspace.PathOf("pipe"));
        File.CreateSymbolicLink(workspace.PathOf("link"), "pipe");
        var reading = Task.Run(() => File.ReadAllText(workspace.PathOf("pipe")), TestContext.Current.CancellationToken);

        Assert.Equal(0, workspace.Run("report", "pod.yaml", "--html", target).ExitCode);

        Assert.EndsWith("</html>\n", await reading.WaitAsync(ToolProcess.Patience, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal("pipe", new FileInfo(workspace.PathOf("link")).LinkTarget);
        Assert.Equal(0, new FileInfo(workspace.PathOf("pipe")).Length);
        Assert.Equal(["link", "pipe", "pod.yaml"], Directory.GetFileSystemEntries(workspace.Root).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_link_to_a_device_leaves_the_device()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "there is no such thing on Windows");
        using var workspace = new Workspace();
        workspace.Add("pod.yaml", Samples.Unsafe);
        File.CreateSymbolicLink(workspace.PathOf("report.txt"), "/dev/null");

        Assert.Equal(1, workspace.Run("check", "pod.yaml", "--output", "report.txt").ExitCode);

        Assert.Equal("/dev/null", new FileInfo(workspace.PathOf("report.txt")).LinkTarget);
        Assert.Equal(0, new FileInfo("/dev/null").Length);
    }

    [Fact]
    public void A_file_in_shared_memory_is_replaced_as_a_file()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && Directory.Exists("/dev/shm"), "there is no shared memory");
        using var workspace = new Workspace();
        workspace.Add("pod.yaml", Samples.Unsafe);
        var folder = Directory.CreateDirectory($"/dev/shm/isolation-{Guid.NewGuid():N}").FullName;
        try
        {
            File.WriteAllText(Path.Combine(folder, "report.json"), new string('x', 1_000_000));
            var run = workspace.Run("check", "pod.yaml", "--format", "json", "--output", Path.Combine(folder, "report.json"));
            Assert.Equal(run.Output, File.ReadAllText(Path.Combine(folder, "report.json")));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Names may be 255 bytes long; what is written beside a file must not make it longer.</summary>
    [Fact]
    public void A_name_as_long_as_names_may_be_is_written()
    {
        using var workspace = new Workspace();
        workspace.Add("pod.yaml", Samples.Unsafe);
        var name = new string('r', 251) + ".txt";

        Assert.Equal(1, workspace.Run("check", "pod.yaml", "--output", name).ExitCode);
        Assert.True(File.Exists(workspace.PathOf(name)));
    }

    [Theory]
    [UnsupportedOSPlatform("windows")]
    [InlineData(0b110_000_000)]
    [InlineData(0b110_110_100)]
    public void Who_may_read_the_old_file_may_read_the_new_one_and_nobody_else_meanwhile(int mode)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "rights are others on Windows");
        using var workspace = new Workspace();
        workspace.Add("report.txt", Old);
        File.SetUnixFileMode(workspace.PathOf("report.txt"), (UnixFileMode)mode);

        ReportFile.Write(workspace.PathOf("report.txt"), "--output", stream =>
        {
            var others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;
            Assert.Equal((UnixFileMode)0, File.GetUnixFileMode(Directory.GetFiles(workspace.Root, "*.tmp").Single()) & others);
            stream.Write(Content);
        });

        Assert.Equal((UnixFileMode)mode, File.GetUnixFileMode(workspace.PathOf("report.txt")));
        Assert.Equal(Content, File.ReadAllBytes(workspace.PathOf("report.txt")));
    }

    private static Workspace Prepare()
    {
        var workspace = new Workspace();
        workspace.Add("pod.yaml", Samples.Unsafe).Add("out/pod.yaml", Fixable);
        workspace.Add("out/rules.md", "<!-- begin: isolation rules markdown -->\n<!-- end: isolation rules markdown -->\n");
        return workspace;
    }

    /// <summary>A class that does not do what it is called, beside one that does.</summary>
    private const string Fixable =
        "apiVersion: node.k8s.io/v1\nkind: RuntimeClass\nmetadata: { name: sandbox }\nhandler: runsc\n---\n"
        + "apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\n  annotations: { isolationmodel.dev/needs: untrusted-code }\nspec:\n  containers: [{ name: a, image: a }]\n";
}
