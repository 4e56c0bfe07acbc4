using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using IsolationModel.Cli.LanguageServer.Protocol;
using IsolationModel.Cli.Tests.Support;

namespace IsolationModel.Cli.Tests.LanguageServer;

/// <summary>The life of a server, from its first message to its exit code.</summary>
public sealed class LifeTests
{
    private const string Initialize = """{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"processId":null,"rootUri":null,"capabilities":{}}}""";
    private const string Initialized = """{"jsonrpc":"2.0","method":"initialized","params":{}}""";
    private const string Shutdown = """{"jsonrpc":"2.0","id":9,"method":"shutdown"}""";
    private const string Exit = """{"jsonrpc":"2.0","method":"exit"}""";

    [Fact]
    public async Task A_client_that_says_goodbye_gets_0()
    {
        using var workspace = new Workspace();
        using var client = await LspClient.StartAsync(workspace);

        Assert.Equal("utf-16", (string)client.Capabilities["positionEncoding"]!);
        Assert.Equal(0, await client.EndAsync());
    }

    [Theory]
    [InlineData(1, Initialize, Exit)]
    [InlineData(1, Exit)]
    [InlineData(0, Initialize, Shutdown, Exit)]
    [InlineData(0, Initialize, Shutdown)]
    [InlineData(1, Initialize)]
    [InlineData(1)]
    public async Task The_exit_code_is_that_of_the_specification(int expected, params string[] messages) => Assert.Equal(expected, (await TalkAsync(messages)).ExitCode);

    [Fact]
    public async Task Nothing_is_answered_before_initialize_and_after_shutdown()
    {
        var hover = """{"jsonrpc":"2.0","id":"x","method":"textDocument/hover","params":{}}""";

        var (_, answers) = await TalkAsync(hover, Shutdown, Initialize, Initialize, Initialized, Shutdown, hover, Exit);

        Assert.Equal([-32002, -32002, 0, -32600, 0, -32600], answers.Select(static answer => (int?)answer["error"]?["code"] ?? 0));
        Assert.Equal("x", (string)answers[0]["id"]!);
        Assert.Equal(1, (int)answers[2]["id"]!);
    }

    [Fact]
    public async Task Unknown_methods_are_refused_and_unknown_notifications_are_not()
    {
        var (code, answers) = await TalkAsync(
            Initialize, Initialized, """{"jsonrpc":"2.0","method":"$/setTrace","params":{"value":"off"}}""", """{"jsonrpc":"2.0","id":2,"method":"textDocument/rename","params":{}}""", Shutdown, Exit);

        Assert.Equal(0, code);
        Assert.Equal([0, -32601, 0], answers.Select(static answer => (int?)answer["error"]?["code"] ?? 0));
    }

    [Theory]
    [InlineData("{", -32700)]
    [InlineData("[]", -32600)]
    [InlineData("""{"jsonrpc":"2.0","id":5}""", -32600)]
    [InlineData("""{"jsonrpc":"2.0","id":{},"method":"x"}""", -32600)]
    [InlineData("""{"jsonrpc":"2.0","id":5,"method":"\ud800"}""", -32700)]
    [InlineData("""{"jsonrpc":"2.0","id":5,"method":"textDocument/hover","params":{"textDocument":{"uri":5}}}""", -32602)]
    [InlineData("""{"jsonrpc":"2.0","id":5,"method":"textDocument/hover"}""", -32602)]
    public async Task A_broken_message_costs_one_message(string broken, int expected)
    {
        var (code, answers) = await TalkAsync(Initialize, Initialized, broken, Shutdown, Exit);

        Assert.Equal(0, code);
        Assert.Equal([0, expected, 0], answers.Select(static answer => (int?)answer["error"]?["code"] ?? 0));
    }

    [Fact]
    public async Task A_crash_costs_one_answer_and_is_logged()
    {
        // No text of .NET can hold half a character, so that reading it fails where nobody expects it to.
        var (code, answers) = await TalkAsync(
            Initialize, Initialized, """{"jsonrpc":"2.0","id":5,"method":"textDocument/hover","params":{"textDocument":{"uri":"\ud800"}}}""", """{"jsonrpc":"2.0","method":"textDocument/didOpen","params":{"textDocument":{"uri":"\ud800"}}}""", Shutdown, Exit);

        Assert.Equal(0, code);
        Assert.Contains(answers, static answer => (int?)answer["error"]?["code"] == -32603);
        Assert.Equal(2, answers.Count(static answer => (string?)answer["method"] == "window/logMessage"));
    }

    [Fact]
    public async Task A_request_can_be_cancelled()
    {
        using var workspace = new Workspace();
        workspace.Add("pod.yaml", PageSamples.Pod(0)).Add("other.yaml", PageSamples.Pod(1));
        using var gate = new Gate();
        await using var server = ServerHere.Start(workspace, gate);
        var uri = LspClient.UriOf(workspace, "pod.yaml");
        var document = new JsonObject { ["uri"] = uri, ["languageId"] = "yaml", ["version"] = 1, ["text"] = PageSamples.Pod(0) };
        string Hover(int id) => new JsonObject
        {
            ["jsonrpc"] = "2.0",
            ["id"] = id,
            ["method"] = "textDocument/hover",
            ["params"] = new JsonObject { ["textDocument"] = new JsonObject { ["uri"] = uri }, ["position"] = Edits.Position(2, 75) },
        }.ToJsonString();
        await SendAsync(server, Initialize.Replace("\"rootUri\":null", $"\"rootUri\":\"{new Uri(workspace.Root).AbsoluteUri}\"", StringComparison.Ordinal));
        await SendAsync(server, new JsonObject { ["jsonrpc"] = "2.0", ["method"] = "textDocument/didOpen", ["params"] = new JsonObject { ["textDocument"] = document } }.ToJsonString());
        await SendAsync(server, Hover(7));
        await SendAsync(server, """{"jsonrpc":"2.0","method":"$/cancelRequest","params":{"id":7}}""");

        // Nothing can be judged yet, so what comes now is not the answer that was asked for.
        Assert.Equal(-32800, (int)(await AnswerAsync(server, 7))["error"]!["code"]!);
        gate.Open();
        await SendAsync(server, Hover(8));
        Assert.Contains("untrusted-code", (string)(await AnswerAsync(server, 8))["result"]!["contents"]!["value"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_server_ends_with_the_process_that_has_started_it()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the other process is one of Unix");
        using var workspace = new Workspace();
        using var parent = Process.Start(new ProcessStartInfo("sleep", "600"))!;
        using var server = ToolProcess.Start(workspace.Root, "lsp");
        try
        {
            await SendAsync(server.StandardInput.BaseStream, Initialize.Replace("null,\"rootUri\"", $"{parent.Id},\"rootUri\"", StringComparison.Ordinal));
            await AnswerAsync(server.StandardOutput.BaseStream, 1);
        }
        finally
        {
            parent.Kill();
        }

        Assert.Equal(1, (await ToolProcess.FinishAsync(server)).ExitCode);
    }

    /// <summary>The answer to a request; what comes before it is passed over.</summary>
    private static Task<JsonNode> AnswerAsync(Stream server, int id) => Task.Run(
        () =>
        {
            var reader = new MessageReader(server);
            while (true)
            {
                var message = JsonNode.Parse(reader.Read() ?? throw new InvalidOperationException($"The server ended before it answered {id}."))!;
                if ((int?)message["id"] == id)
                {
                    return message;
                }
            }
        },
        TestContext.Current.CancellationToken).WaitAsync(ToolProcess.Patience, TestContext.Current.CancellationToken);

    private static async Task SendAsync(Stream server, string message)
    {
        var content = Encoding.UTF8.GetBytes(message);
        await server.WriteAsync(Encoding.ASCII.GetBytes($"Content-Length: {content.Length}\r\n\r\n"), TestContext.Current.CancellationToken);
        await server.WriteAsync(content, TestContext.Current.CancellationToken);
        await server.FlushAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Sends messages, ends standard input, and takes apart everything that comes; standard output must hold nothing but messages.</summary>
    private static async Task<(int ExitCode, List<JsonNode> Answers)> TalkAsync(params string[] messages)
    {
        using var workspace = new Workspace();
        using var server = ToolProcess.Start(workspace.Root, "lsp");
        foreach (var message in messages)
        {
            await SendAsync(server.StandardInput.BaseStream, message);
        }

        server.StandardInput.Close();
        var run = await ToolProcess.FinishAsync(server);
        Assert.Empty(run.Error);
        var answers = new List<JsonNode>();
        var bytes = Encoding.UTF8.GetBytes(run.Output);
        for (var at = 0; at < bytes.Length;)
        {
            var head = bytes.AsSpan(at).IndexOf("\r\n\r\n"u8);
            var length = int.Parse(Encoding.ASCII.GetString(bytes, at, head)["Content-Length: ".Length..], System.Globalization.CultureInfo.InvariantCulture);
            answers.Add(JsonNode.Parse(bytes.AsSpan(at + head + 4, length))!);
            at += head + 4 + length;
        }

        return (run.ExitCode, answers);
    }
}
