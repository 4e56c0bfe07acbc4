using System.Diagnostics;
using IsolationModel.Cli.Input;
using IsolationModel.Cli.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace IsolationModel.Cli.Tests.Faults;

/// <summary>A run that is stopped, wherever that is: it ends, nothing partial passes for the whole, and the next run is as ever.</summary>
public sealed class CancellationTests
{
    private const string Old = "as it was";

    private const string Fixable = "apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\n  annotations: { isolationmodel.dev/needs: untrusted-code }\nspec:\n  containers: [{ name: a, image: a }]\n";

    private const string Class = "apiVersion: node.k8s.io/v1\nkind: RuntimeClass\nmetadata: { name: sandbox }\nhandler: runsc\n";

    /// <summary>Long after that, somebody would press the keys again.</summary>
    private static readonly TimeSpan Promptly = TimeSpan.FromSeconds(30);

    [Theory]
    [InlineData("check . --format json --output report.json")]
    [InlineData("check . --format text --output report.json --write-baseline baseline.json")]
    [InlineData("check . --format sarif")]
    [InlineData("report . --html report.json")]
    public void A_check_that_is_stopped_anywhere_says_so(string commandLine)
    {
        using var workspace = new Workspace();
        Prepare(workspace);
        var args = commandLine.Split(' ');
        var whole = workspace.Run(args);
        var files = FilesOf(workspace);
        // A run that is stopped writes no baseline, so that it tells what is in it.
        var told = args.Contains("--write-baseline") ? workspace.Run(args[..^2]).Output : whole.Output;
        var stops = 0;
        for (var n = 1; ; n++)
        {
            Reset(workspace);
            using var host = new CancellingHost(workspace, n);
            var started = Stopwatch.GetTimestamp();
            var run = host.Run(args);
            Assert.InRange(Stopwatch.GetElapsedTime(started), TimeSpan.Zero, Promptly);
            // Whoever was about to open a file does; then no more is read.
            Assert.InRange(host.OpenedLate, 0, Environment.ProcessorCount);
            if (!host.WasCancelled)
            {
                Assert.Equal(whole, run);
                break;
            }

            stops++;
            AssertOldOrWhole(workspace, files);
            if (run.ExitCode == whole.ExitCode)
            {
                // It was stopped when all was done.
                Assert.Equal(whole, run);
                continue;
            }

            Assert.Equal((130, "isolation: interrupted\n"), (run.ExitCode, run.Error));
            if (run.Output.Length > 0 && run.Output != whole.Output && run.Output != told)
            {
                Assert.Contains(args.Contains("json") ? "\"partial\": true" : args.Contains("sarif") ? "\"executionSuccessful\": false" : "stopped: ", run.Output, StringComparison.Ordinal);
            }
        }

        Assert.InRange(stops, 10, int.MaxValue);
        TestContext.Current.SendDiagnosticMessage($"{commandLine}: stopped at {stops} places");
    }

    /// <summary>Time stands still, so that judging what was read is never too late to be told.</summary>
    [Fact]
    public void A_check_that_is_stopped_tells_what_it_has_read()
    {
        var (code, output, error) = Stopped();

        Assert.Equal(130, code);
        Assert.EndsWith("isolation: interrupted\n", error, StringComparison.Ordinal);
        using var report = System.Text.Json.JsonDocument.Parse(output);
        Assert.True(report.RootElement.GetProperty("summary").GetProperty("partial").GetBoolean());
        Assert.Equal("ISM1001", Assert.Single(report.RootElement.GetProperty("findings").EnumerateArray()).GetProperty("ruleId").GetString());
    }

    /// <summary>Checks two files, and is stopped when one of them is read.</summary>
    private static (int Code, string Output, string Error) Stopped()
    {
        using var workspace = new Workspace();
        workspace.Add("a.yaml", Samples.Unsafe).Add("b.yaml", Samples.Quiet).Add("report.json", Old);
        using var stop = new CancellationTokenSource();
        using var output = new MemoryStream();
        using var error = new Terminal("1 of 2 files");
        var clock = new FakeTimeProvider();
        var host = workspace.Host(output, error) with
        {
            Clock = clock,
            ShowsProgress = true,
            OpenFile = path =>
            {
                if (path == workspace.PathOf("b.yaml"))
                {
                    // It is stopped while this file is opened, and after the other one is read, which the progress tells.
                    var look = TimeSpan.FromMilliseconds(20);
                    for (var waited = TimeSpan.Zero; !error.HasShown(look); waited += look)
                    {
                        Assert.True(waited < ToolProcess.Patience, error.ToString());
                        clock.Advance(TimeSpan.FromMilliseconds(500));
                    }

                    stop.Cancel();
                    stop.Token.ThrowIfCancellationRequested();
                }

                return FileOpening.ToRead(path);
            },
        };

        var code = IsolationTool.Run(["check", "a.yaml", "b.yaml", "--format", "json", "--output", "report.json"], host, stop.Token);

        Assert.Equal(Old, File.ReadAllText(workspace.PathOf("report.json")));
        return (code, Workspace.Text(output.ToArray()), error.ToString());
    }

    /// <summary>Each file is the old one or the mended one, and mending goes on where it was stopped.</summary>
    [Fact]
    public void Mending_that_is_stopped_anywhere_leaves_whole_files()
    {
        using var workspace = new Workspace();
        string[] names = ["a.yaml", "b.yaml", "c.yaml"];
        for (var n = 1; ; n++)
        {
            foreach (var name in names)
            {
                workspace.Add(name, Fixable);
            }

            workspace.Add("class.yaml", Class);
            using var host = new CancellingHost(workspace, n);
            var run = host.Run("fix", ".");
            Assert.Equal(["a.yaml", "b.yaml", "c.yaml", "class.yaml"], FilesOf(workspace).Keys);
            Assert.All(names, name => Assert.Contains(File.ReadAllText(workspace.PathOf(name)), new[] { Fixable, Fixable.Replace("spec:\n", "spec:\n  runtimeClassName: sandbox\n", StringComparison.Ordinal) }));
            if (!host.WasCancelled)
            {
                Assert.Equal(0, run.ExitCode);
                break;
            }

            Assert.Contains(run.ExitCode, new[] { 0, 130 });
            Assert.Equal(0, workspace.Run("fix", ".").ExitCode);
            Assert.All(names, name => Assert.NotEqual(Fixable, File.ReadAllText(workspace.PathOf(name))));
        }
    }

    /// <summary>At moments of chance, for what lies between the things that can be counted.</summary>
    [Fact]
    public void A_check_that_is_stopped_at_any_moment_says_so()
    {
        using var workspace = new Workspace();
        Prepare(workspace);
        string[] args = ["check", ".", "--format", "json", "--output", "report.json"];
        var whole = workspace.Run(args);
        var files = FilesOf(workspace);
        var random = new Random(20261126);
        for (var i = 0; i < 150; i++)
        {
            Reset(workspace);
            using var output = new MemoryStream();
            using var error = new StringWriter { NewLine = "\n" };
            using var source = new CancellationTokenSource(TimeSpan.FromMicroseconds(random.Next(0, 30_000)));

            var code = IsolationTool.Run(args, workspace.Host(output, error), source.Token);

            AssertOldOrWhole(workspace, files);
            var text = Workspace.Text(output.ToArray());
            Assert.True(
                code == whole.ExitCode ? text == whole.Output : code == 130 && (text.Length == 0 || text == whole.Output || text.Contains("\"partial\": true", StringComparison.Ordinal)),
                $"{code}: {text}");
        }

        Assert.Equal(whole, workspace.Run(args));
    }

    /// <summary>A terminal that notices a text in what is written at once.</summary>
    private sealed class Terminal(string awaited) : StringWriter
    {
        private readonly ManualResetEventSlim _wasShown = new();

        /// <summary>Waits for the text for a while.</summary>
        public bool HasShown(TimeSpan patience) => _wasShown.Wait(patience);

        public override void Write(string? value)
        {
            lock (_wasShown)
            {
                base.Write(value);
            }

            if (value?.Contains(awaited, StringComparison.Ordinal) == true)
            {
                _wasShown.Set();
            }
        }

        protected override void Dispose(bool disposing)
        {
            _wasShown.Dispose();
            base.Dispose(disposing);
        }
    }

    private static void Prepare(Workspace workspace)
    {
        for (var i = 0; i < 6; i++)
        {
            workspace.Add($"deploy/{i}.yaml", Samples.Mislabelled.Replace("plugins", $"plugins{i}", StringComparison.Ordinal));
        }

        Reset(workspace);
    }

    private static void Reset(Workspace workspace) => workspace.Add("report.json", Old).Add("baseline.json", Old);

    private static SortedDictionary<string, string> FilesOf(Workspace workspace) => new(
        Directory.EnumerateFiles(workspace.Root, "*", SearchOption.TopDirectoryOnly).ToDictionary(static path => Path.GetFileName(path), File.ReadAllText), StringComparer.Ordinal);

    private static void AssertOldOrWhole(Workspace workspace, SortedDictionary<string, string> whole)
    {
        var files = FilesOf(workspace);
        Assert.Equal(whole.Keys, files.Keys);
        Assert.All(files, file => Assert.Contains(file.Value, new[] { Old, whole[file.Key] }));
    }
}
