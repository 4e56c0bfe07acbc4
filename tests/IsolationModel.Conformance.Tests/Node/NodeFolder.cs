using System.ComponentModel;
using System.Diagnostics;

namespace IsolationModel.Conformance.Node;

/// <summary>A program for Node.js and the packages of npm that it needs, in a folder beside the tests. They are installed once, however many tests ask at once.</summary>
internal sealed class NodeFolder
{
    /// <summary>Written last, so that an installation that was cut short is made again.</summary>
    private const string Done = "installed";

    /// <summary>A guard against what hangs, and no measure of anything.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(30);

    private static readonly Version OldestNode = new(20, 19);
    /// <summary>What npm says where it does not reach what it would install from; anything else that goes wrong fails the tests.</summary>
    private static readonly string[] Unreachable =
    [
        "ENOTFOUND", "EAI_AGAIN", "ECONNREFUSED", "ECONNRESET", "ECONNABORTED", "ETIMEDOUT", "ERR_SOCKET_TIMEOUT", "EHOSTUNREACH", "ENETUNREACH", "EIDLETIMEOUT",
        "ENOTCACHED", "E429", "E500", "E502", "E503", "E504",
    ];

    private readonly string _source;
    private readonly string _program;
    private readonly string _folder;
    private readonly Lazy<Task<string?>> _missing;

    /// <summary>Names what is in a folder; nothing is installed before somebody asks.</summary>
    /// <param name="source">The folder in this project, with <c>package.json</c> and <c>package-lock.json</c>.</param>
    /// <param name="program">The program in it.</param>
    public NodeFolder(string source, string program)
    {
        (_source, _program, _folder) = ($"tests/IsolationModel.Conformance.Tests/{source}", program, Path.Combine(AppContext.BaseDirectory, "node", source));
        _missing = new Lazy<Task<string?>>(InstallAsync);
    }

    /// <summary>Installs the packages where that is still to be done.</summary>
    /// <returns>What stands in the way; null where they are there.</returns>
    public Task<string?> MissingAsync() => _missing.Value;

    /// <summary>Gives the program lines, and takes those that it writes. Where it cannot be run, the test is skipped.</summary>
    public async Task<IReadOnlyList<string>> AskAsync(IEnumerable<string> lines)
    {
        var missing = await MissingAsync();
        Assert.SkipWhen(missing is not null, missing ?? string.Empty);
        var (exitCode, output, errors) = await RunAsync("node", [_program], string.Join('\n', lines));
        Assert.True(exitCode == 0, $"node {_program} ended with {exitCode}:\n{errors}");
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private async Task<(int ExitCode, string Output, string Errors)> RunAsync(string program, string[] arguments, string input)
    {
        using var process = new Process
        {
            StartInfo = new ProcessStartInfo(program, arguments)
            {
                WorkingDirectory = _folder,
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

    private async Task<string?> InstallAsync()
    {
        var done = Path.Combine(_folder, Done);
        Directory.CreateDirectory(_folder);
        var isFresh = File.Exists(done);
        foreach (var file in new[] { "package.json", "package-lock.json", _program })
        {
            var text = Repository.Read($"{_source}/{file}");
            var copy = Path.Combine(_folder, file);
            isFresh &= File.Exists(copy) && string.Equals(await File.ReadAllTextAsync(copy), text, StringComparison.Ordinal);
            await File.WriteAllTextAsync(copy, text);
        }

        try
        {
            var version = (await RunAsync("node", ["--version"], string.Empty)).Output.Trim().TrimStart('v');
            if (!Version.TryParse(version.Split('-')[0], out var number) || number < OldestNode)
            {
                return $"Node.js '{version}' is not {OldestNode} or later, which the packages want";
            }

            if (isFresh)
            {
                return null;
            }

            File.Delete(done);
            var (exitCode, _, errors) = await RunAsync(OperatingSystem.IsWindows() ? "npm.cmd" : "npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], string.Empty);
            if (exitCode != 0 && Array.Find(Unreachable, code => errors.Contains($"npm error code {code}\n", StringComparison.Ordinal)) is { } code)
            {
                return $"npm does not reach what it would install packages from ({code})";
            }

            Assert.True(exitCode == 0, $"npm ci ended with {exitCode}:\n{errors}");
            await File.WriteAllTextAsync(done, string.Empty);
            return null;
        }
        catch (Win32Exception)
        {
            return "Node.js with npm is not installed";
        }
    }
}
