using System.Diagnostics;
using System.Text;

namespace IsolationModel.Cli.Tests.Support;

/// <summary>The built tool as a process of its own.</summary>
internal static class ToolProcess
{
    /// <summary>A guard against what hangs, and no measure of anything: machines that test are slow and busy.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <summary>Variables by which people and services of continuous integration give colours to what no terminal shows.</summary>
    private static readonly string[] Colours = ["FORCE_COLOR", "CLICOLOR_FORCE"];

    /// <summary>What runs the built tool: the very runtime that runs the tests. What is called <c>dotnet</c> on the path may be a script.</summary>
    public static string Runtime { get; } = FindRuntime();

    public static Process Start(string folder, params string[] args) => Process.Start(StartInfo(folder, args, new Dictionary<string, string>()))!;

    private static ProcessStartInfo StartInfo(string folder, string[] args, IReadOnlyDictionary<string, string> environment)
    {
        var start = new ProcessStartInfo(Runtime)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = new UTF8Encoding(false),
            StandardErrorEncoding = new UTF8Encoding(false),
        };
        start.ArgumentList.Add("exec");
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "IsolationModel.Cli.dll"));
        foreach (var arg in args)
        {
            start.ArgumentList.Add(arg);
        }

        WithoutColours(start);
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return start;
    }

    /// <summary>Takes out of the environment of a process what would give colours to its output.</summary>
    public static void WithoutColours(ProcessStartInfo start)
    {
        foreach (var name in Colours)
        {
            start.Environment.Remove(name);
        }
    }

    private static string FindRuntime()
    {
        // <root>/shared/Microsoft.NETCore.App/<version>/System.Private.CoreLib.dll
        var shared = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var host = Path.GetFullPath(Path.Combine(shared, "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"));
        return File.Exists(host) ? host : Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
    }

    /// <summary>Runs the tool in another environment.</summary>
    public static async Task<ToolRun> RunInAsync(string folder, IReadOnlyDictionary<string, string> environment, params string[] args)
    {
        using var process = Process.Start(StartInfo(folder, args, environment))!;
        process.StandardInput.Close();
        return await FinishAsync(process);
    }

    public static async Task<ToolRun> RunAsync(string folder, string input, params string[] args)
    {
        using var process = Start(folder, args);
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        return await FinishAsync(process);
    }

    public static async Task<ToolRun> FinishAsync(Process process)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(patience.Token);
            var error = process.StandardError.ReadToEndAsync(patience.Token);
            await process.WaitForExitAsync(patience.Token);
            return new ToolRun(process.ExitCode, await output, await error);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill();
            }
        }
    }
}
