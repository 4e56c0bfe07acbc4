using System.Text.Json;
using System.Text.Json.Nodes;
using IsolationModel.Conformance.Node;

namespace IsolationModel.Conformance.Cel;

/// <summary>Two independent engines of CEL, which run on Node: what an exported policy says is asked of both.</summary>
public sealed class CelEngines : IAsyncLifetime
{
    private static readonly NodeFolder Node = new("Cel", "runner.mjs");

    /// <summary>Installs the engines, unless somebody did before.</summary>
    public async ValueTask InitializeAsync() => await Node.MissingAsync();

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

    private static async Task<IReadOnlyList<string>> AskAsync(List<string> lines)
    {
        var answers = await Node.AskAsync(lines);
        Assert.Equal(lines.Count, answers.Count);
        return answers;
    }
}
