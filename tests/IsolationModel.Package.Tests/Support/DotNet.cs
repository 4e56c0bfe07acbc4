using System.Collections;
using System.Diagnostics;
using System.Text;

namespace IsolationModel.Package.Tests.Support;

/// <summary>Runs the real command line of .NET, as somebody does who has never heard of this repository.</summary>
internal static class DotNet
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    /// <summary>Variables by which one <c>dotnet</c> process tells its children about itself; a fresh one must not see them.</summary>
    private static readonly string[] InheritedPrefixes = ["MSBUILD", "DOTNET_HOST_PATH", "TESTINGPLATFORM", "NUGET_PACKAGES"];

    /// <summary>Runs <c>dotnet</c> and waits for it.</summary>
    /// <param name="folder">Where it runs.</param>
    /// <param name="packages">The private package cache.</param>
    /// <param name="arguments">Its arguments.</param>
    public static Task<(int ExitCode, string Output)> RunAsync(string folder, string packages, params string[] arguments) => RunAsync(Start(folder, packages, arguments));

    /// <summary>Runs any program and waits for it.</summary>
    /// <param name="start">How it is started, with its outputs redirected.</param>
    public static async Task<(int ExitCode, string Output)> RunAsync(ProcessStartInfo start)
    {
        using var process = new Process { StartInfo = start };
        var output = new StringBuilder();
        process.OutputDataReceived += Collect;
        process.ErrorDataReceived += Collect;
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(Limit);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{start.FileName} {string.Join(' ', start.ArgumentList)} did not end:\n{output}");
        }

        return (process.ExitCode, output.ToString());

        void Collect(object sender, DataReceivedEventArgs line)
        {
            lock (output)
            {
                output.Append(line.Data).Append('\n');
            }
        }
    }

    /// <summary>Says how <c>dotnet</c> is started.</summary>
    public static ProcessStartInfo Start(string folder, string packages, string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var key in Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().Select(entry => (string)entry.Key))
        {
            if (InheritedPrefixes.Any(prefix => key.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)))
            {
                start.Environment.Remove(key);
            }
        }

        start.Environment["NUGET_PACKAGES"] = packages;
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        start.Environment["DOTNET_NOLOGO"] = "1";
        // No process outlives its test.
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        start.Environment["UseSharedCompilation"] = "false";
        return start;
    }
}
