using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace IsolationModel.Conformance.Cel;

/// <summary>Two independent engines of CEL, which run on Node: what an exported policy says is asked of both.</summary>
public sealed class CelEngines : IAsyncLifetime
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(10);
    private static readonly Version OldestNode = new(20, 19);
    private static readonly string[] Files = ["package.json", "package-lock.json", "runner.mjs"];

    private readonly string _folder = Path.Combine(AppContext.BaseDirectory, "cel-engines");
    private string? _missing;

    /// <summary>Installs the engines into a copy of their folder, unless a run before this one did.</summary>
    public async ValueTask InitializeAsync()
    {
        var isFresh = true;
        Directory.CreateDirectory(_folder);
        foreach (var file in Files)
        {
            var text = Repository.Read($"tests/IsolationModel.Conformance.Tests/Cel/{file}");
            var copy = Path.Combine(_folder, file);
            isFresh &= File.Exists(copy) && string.Equals(await File.ReadAllTextAsync(copy), text, StringComparison.Ordinal);
            await File.WriteAllTextAsync(copy, text);
        }

        try
        {
            var version = (await RunAsync("node", ["--version"], string.Empty)).Trim().TrimStart('v');
            if (Version.Parse(version) < OldestNode)
            {
                _missing = $"Node.js {version} is older than {OldestNode}, which the engines of CEL want";
                return;
            }

            if (!isFresh || !Directory.Exists(Path.Combine(_folder, "node_modules")))
            {
                await RunAsync(OperatingSystem.IsWindows() ? "npm.cmd" : "npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], string.Empty);
            }
        }
        catch (Win32Exception)
        {
            _missing = "Node.js with npm is not installed, so that no engine of CEL can judge the exported policies";
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>Asks the engines. A policy that one of them cannot read fails the test.</summary>
    /// <param name="policies">The policies.</param>
    /// <param name="questions">The questions.</param>
    /// <param name="onlyFast">Whether the faster engine alone is asked.</param>
    public async Task<IReadOnlyList<CelAnswer>> AskAsync(IReadOnlyList<ExportedPolicy> policies, IEnumerable<CelQuestion> questions, bool onlyFast = false)
    {
        var lines = new List<string> { Opening(policies, onlyFast ? [1] : [0, 1]) };
        lines.AddRange(questions.Select(question => $"{{\"policy\":{question.Policy},\"object\":{question.Pod},\"classes\":{policies[question.Policy].ClassesJson}}}"));
        var answers = (await AskAsync(lines)).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal("[]", answers[0].GetProperty("failures").GetRawText());
        return answers.Skip(1).Select(answer => new CelAnswer(
            [.. answer.GetProperty("admits").EnumerateArray().Select(admits => admits.ToString().ToLowerInvariant())],
            [.. answer.GetProperty("messages").EnumerateArray().Select(message => message.GetString()!)])).ToList();
    }

    /// <summary>What a YAML library that is not ours reads, as JSON values.</summary>
    public async Task<IReadOnlyList<JsonNode>> ReadYamlAsync(string text)
    {
        var answers = await AskAsync([Opening([], []), new JsonObject { ["yaml"] = text }.ToJsonString()]);
        return [.. JsonNode.Parse(answers[1])!["documents"]!.AsArray().Select(document => document!.DeepClone())];
    }

    private static string Opening(IEnumerable<ExportedPolicy> policies, IEnumerable<int> engines) => new JsonObject
    {
        ["policies"] = new JsonArray([.. policies.Select(policy => policy.Program.DeepClone())]),
        ["engines"] = new JsonArray([.. engines.Select(engine => (JsonNode)engine)]),
    }.ToJsonString();

    private async Task<IReadOnlyList<string>> AskAsync(List<string> lines)
    {
        Assert.SkipWhen(_missing is not null, _missing ?? string.Empty);
        var output = await RunAsync("node", ["runner.mjs"], string.Join('\n', lines));
        var answers = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(lines.Count, answers.Length);
        return answers;
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
