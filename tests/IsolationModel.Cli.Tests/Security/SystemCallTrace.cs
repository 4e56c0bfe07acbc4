using System.Diagnostics;
using System.Text.RegularExpressions;
using IsolationModel.Cli.Tests.Support;

namespace IsolationModel.Cli.Tests.Security;

/// <summary>What a run of the tool asked of the operating system (<c>strace</c>).</summary>
/// <param name="Run">What it told.</param>
/// <param name="Opened">The files that it opened, or tried to.</param>
/// <param name="Connected">The connections that it made, or tried to, except to the machine's own name service.</param>
/// <param name="Started">The programs that it started beside itself.</param>
internal sealed partial record SystemCallTrace(ToolRun Run, IReadOnlyList<string> Opened, IReadOnlyList<string> Connected, IReadOnlyList<string> Started)
{
    private const string Tracer = "/usr/bin/strace";

    public const string Why = "this needs strace, and leave to trace";

    public static bool IsPossible { get; } = OperatingSystem.IsLinux() && File.Exists(Tracer) && CanTrace();

    /// <summary>Runs the tool and watches it.</summary>
    public static async Task<SystemCallTrace> OfAsync(Workspace workspace, params string[] args)
    {
        var log = Path.Combine(Path.GetTempPath(), $"isolation-trace-{Guid.NewGuid():N}");
        try
        {
            var start = new ProcessStartInfo(Tracer) { WorkingDirectory = workspace.Root, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
            // Diagnostics of the runtime listen on a socket; that is none of the tool's doing.
            start.Environment["DOTNET_EnableDiagnostics"] = "0";
            ToolProcess.WithoutColours(start);
            foreach (var arg in (string[])["-f", "-qq", "-s", "4096", "-o", log, "-e", "trace=open,openat,openat2,connect,execve,execveat,socket", ToolProcess.Runtime, "exec", Path.Combine(AppContext.BaseDirectory, "IsolationModel.Cli.dll"), .. args])
            {
                start.ArgumentList.Add(arg);
            }

            using var process = Process.Start(start)!;
            process.StandardInput.Close();
            var run = await ToolProcess.FinishAsync(process);
            var lines = await File.ReadAllLinesAsync(log, TestContext.Current.CancellationToken);
            return new SystemCallTrace(
                run,
                [.. lines.Select(static line => Open().Match(line)).Where(static match => match.Success).Select(static match => Regex.Unescape(match.Groups[1].Value))],
                [.. lines.Where(static line => line.Contains("connect(", StringComparison.Ordinal) || line.Contains("socket(AF_INET", StringComparison.Ordinal))],
                [.. lines.Where(static line => line.Contains("execve", StringComparison.Ordinal) && !line.Contains("IsolationModel.Cli.dll", StringComparison.Ordinal))]);
        }
        finally
        {
            File.Delete(log);
        }
    }

    private static bool CanTrace()
    {
        using var process = Process.Start(new ProcessStartInfo(Tracer, ["-qq", "-o", "/dev/null", "/bin/true"]) { RedirectStandardError = true })!;
        process.WaitForExit();
        return process.ExitCode == 0;
    }

    [GeneratedRegex("""open(?:at2?)?\((?:AT_FDCWD, |\d+, )?"((?:[^"\\]|\\.)*)".*""", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 600_000)]
    private static partial Regex Open();
}
