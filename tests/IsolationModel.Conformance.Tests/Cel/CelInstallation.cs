using System.ComponentModel;
using System.Diagnostics;

namespace IsolationModel.Conformance.Cel;

/// <summary>The engines of CEL as Node packages in a folder beside the tests. They are installed once, however many tests ask at once.</summary>
internal static class CelInstallation
{
    /// <summary>Written last, so that an installation that was cut short is made again.</summary>
    private const string Done = "installed";

    /// <summary>A guard against what hangs, and no measure of anything.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(30);

    private static readonly Version OldestNode = new(20, 19);
    private static readonly string[] Files = ["package.json", "package-lock.json", "runner.mjs"];

    /// <summary>What npm says where it does not reach what it would install from; anything else that goes wrong fails the tests.</summary>
    private static readonly string[] Unreachable =
    [
        "ENOTFOUND", "EAI_AGAIN", "ECONNREFUSED", "ECONNRESET", "ECONNABORTED", "ETIMEDOUT", "ERR_SOCKET_TIMEOUT", "EHOSTUNREACH", "ENETUNREACH", "EIDLETIMEOUT",
        "ENOTCACHED", "E403", "E429", "E500", "E502", "E503", "E504",
    ];

    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "cel-engines");
    private static readonly Lazy<Task<string?>> Missing = new(InstallAsync);

    /// <summary>Installs the engines where that is still to be done.</summary>
    /// <returns>What stands in the way; null where they are there.</returns>
    public static Task<string?> MissingAsync() => Missing.Value;

    /// <summary>Runs a program in the folder of the engines.</summary>
    public static async Task<(int ExitCode, string Output, string Errors)> RunAsync(string program, string[] arguments, string input)
    {
        using var process = new Process
        {
            StartInfo = new ProcessStartInfo(program, arguments)
            {
                WorkingDirectory = Folder,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            },
        };
        process.Start();
        using var limit = new CancellationTokenSource(Limit);
        var output = process.StandardOutput.ReadToEndAsync(limit.Token);
        var errors = process.StandardError.ReadToEndAsync(limit.Token);
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync(limit.Token);
        return (process.ExitCode, await output, await errors);
    }

    private static async Task<string?> InstallAsync()
    {
        var done = Path.Combine(Folder, Done);
        Directory.CreateDirectory(Folder);
        var isFresh = File.Exists(done);
        foreach (var file in Files)
        {
            var text = Repository.Read($"tests/IsolationModel.Conformance.Tests/Cel/{file}");
            var copy = Path.Combine(Folder, file);
            isFresh &= File.Exists(copy) && string.Equals(await File.ReadAllTextAsync(copy), text, StringComparison.Ordinal);
            await File.WriteAllTextAsync(copy, text);
        }

        try
        {
            var version = (await RunAsync("node", ["--version"], string.Empty)).Output.Trim().TrimStart('v');
            if (!Version.TryParse(version.Split('-')[0], out var number) || number < OldestNode)
            {
                return $"Node.js '{version}' is not {OldestNode} or later, which the engines of CEL want";
            }

            if (isFresh)
            {
                return null;
            }

            File.Delete(done);
            var (exitCode, _, errors) = await RunAsync(OperatingSystem.IsWindows() ? "npm.cmd" : "npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], string.Empty);
            if (Array.Find(Unreachable, code => errors.Contains(code, StringComparison.Ordinal)) is { } code && exitCode != 0)
            {
                return $"npm does not reach what it would install the engines of CEL from ({code})";
            }

            Assert.True(exitCode == 0, $"npm ci ended with {exitCode}:\n{errors}");
            await File.WriteAllTextAsync(done, string.Empty);
            return null;
        }
        catch (Win32Exception)
        {
            return "Node.js with npm is not installed, so that no engine of CEL can judge the exported policies";
        }
    }
}
