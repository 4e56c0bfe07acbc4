using System.ComponentModel;
using System.Diagnostics;

namespace IsolationModel.Conformance.Node;

/// <summary>Programs for Node.js and the packages of npm that they need, in a copy of their folder.</summary>
/// <param name="source">The folder in the repository.</param>
/// <param name="files">Its files: <c>package.json</c>, <c>package-lock.json</c>, and programs.</param>
internal sealed class NodeFolder(string source, params string[] files)
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(10);
    private static readonly Version OldestNode = new(20, 19);

    private readonly string _folder = Path.Combine(AppContext.BaseDirectory, "node", Path.GetFileName(source));

    /// <summary>Why nothing can be run here; null where it can.</summary>
    public string? Missing { get; private set; }

    /// <summary>Installs the packages, unless a run before this one did.</summary>
    public async ValueTask InstallAsync()
    {
        var isFresh = true;
        Directory.CreateDirectory(_folder);
        foreach (var file in files)
        {
            var text = Repository.Read($"{source}/{file}");
            var copy = Path.Combine(_folder, file);
            isFresh &= File.Exists(copy) && string.Equals(await File.ReadAllTextAsync(copy), text, StringComparison.Ordinal);
            await File.WriteAllTextAsync(copy, text);
        }

        try
        {
            var version = (await RunAsync("node", ["--version"], string.Empty)).Trim().TrimStart('v');
            if (Version.Parse(version) < OldestNode)
            {
                Missing = $"Node.js {version} is older than {OldestNode}, which the packages want";
                return;
            }

            if (!isFresh || !Directory.Exists(Path.Combine(_folder, "node_modules")))
            {
                await RunAsync(OperatingSystem.IsWindows() ? "npm.cmd" : "npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], string.Empty);
            }
        }
        catch (Win32Exception)
        {
            Missing = "Node.js with npm is not installed";
        }
    }

    /// <summary>Gives a program lines, and takes those that it writes. Where it cannot be run, the test is skipped.</summary>
    public async Task<IReadOnlyList<string>> AskAsync(string program, IEnumerable<string> lines)
    {
        Assert.SkipWhen(Missing is not null, Missing ?? string.Empty);
        var output = await RunAsync("node", [program], string.Join('\n', lines));
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private async Task<string> RunAsync(string program, string[] arguments, string input)
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
        Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}:\n{await errors}");
        return await output;
    }
}
