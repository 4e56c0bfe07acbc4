using System.Diagnostics;
using System.Text;
using IsolationModel.Cli.Tests.Support;

namespace IsolationModel.Cli.Tests.Faults;

/// <summary>The tool as a user to whom things are denied. To root nothing is, so root steps down (<c>setpriv</c>).</summary>
internal static class Unprivileged
{
    /// <summary>The user that owns nothing.</summary>
    private const string Nobody = "65534";

    private const string Tool = "/usr/bin/setpriv";

    public const string Why = "this needs Linux, and root with setpriv to step down from, whose files others may read";

    public static bool IsPossible { get; } = OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess && File.Exists(Tool) && IsOpen(Path.GetTempPath()) && CanStart();

    public static async Task<ToolRun> RunAsync(string folder, params string[] args)
    {
        using var process = Start(folder, args);
        return await ToolProcess.FinishAsync(process);
    }

    private static Process Start(string folder, string[] args)
    {
        var start = new ProcessStartInfo(Tool)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = new UTF8Encoding(false),
            StandardErrorEncoding = new UTF8Encoding(false),
        };
        foreach (var arg in (string[])["--reuid", Nobody, "--regid", Nobody, "--clear-groups", ToolProcess.Runtime, "exec", Path.Combine(AppContext.BaseDirectory, "IsolationModel.Cli.dll"), .. args])
        {
            start.ArgumentList.Add(arg);
        }

        return Process.Start(start)!;
    }

    private static bool CanStart()
    {
        using var process = Start("/", ["--version"]);
        process.WaitForExit();
        return process.ExitCode == 0;
    }

    /// <summary>Whether others may enter a folder: temporary folders can be private.</summary>
    private static bool IsOpen(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
        {
            if (!OperatingSystem.IsWindows() && (at.UnixFileMode & UnixFileMode.OtherExecute) == 0)
            {
                return false;
            }
        }

        return true;
    }
}
