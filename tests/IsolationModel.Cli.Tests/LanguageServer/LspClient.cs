using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using IsolationModel.Cli.Tests.Support;
using StreamJsonRpc;

namespace IsolationModel.Cli.Tests.LanguageServer;

/// <summary>A client of another maker (StreamJsonRpc) that talks to the server as a process of its own, and remembers what it is told.</summary>
internal sealed class LspClient : IDisposable
{
    private readonly Process? _process;
    private readonly JsonRpc _rpc;
    private readonly SystemTextJsonFormatter _formatter = new();
    private readonly ConcurrentDictionary<string, JsonNode> _diagnostics = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> _versions = new(StringComparer.Ordinal);

    [SuppressMessage("Reliability", "CA2000", Justification = "The conversation disposes of its handler")]
    private LspClient(Process? process, Stream sending, Stream receiving)
    {
        _process = process;
        var handler = new HeaderDelimitedMessageHandler(sending, receiving, _formatter);
        _rpc = new JsonRpc(handler) { SynchronizationContext = new InOrder() };
        _rpc.AddLocalRpcMethod("textDocument/publishDiagnostics", TakeDiagnostics);
        _rpc.AddLocalRpcMethod("window/logMessage", (int type, string message) => Log.Enqueue($"{type} {message}"));
        _rpc.AddLocalRpcMethod("client/registerCapability", (JsonArray registrations) => Registrations.Enqueue(registrations));
        _rpc.StartListening();
    }

    /// <summary>What the server has logged.</summary>
    public ConcurrentQueue<string> Log { get; } = new();

    /// <summary>What the server has asked to be registered.</summary>
    public ConcurrentQueue<JsonArray> Registrations { get; } = new();

    /// <summary>The addresses and versions of all diagnostics that came, in their order.</summary>
    public ConcurrentQueue<(string Uri, int Version)> Told { get; } = new();

    /// <summary>What the server can do.</summary>
    public JsonNode Capabilities { get; private set; } = new JsonObject();

    /// <summary>The address of a file.</summary>
    public static string UriOf(Workspace workspace, string file) => new Uri(workspace.PathOf(file)).AbsoluteUri;

    /// <summary>Starts a server on a folder, with a client that understands everything.</summary>
    public static Task<LspClient> StartAsync(Workspace workspace, JsonObject? capabilities = null, bool hasFolder = true)
    {
        var process = ToolProcess.Start(workspace.Root, "lsp");
        return StartAsync(new LspClient(process, process.StandardInput.BaseStream, process.StandardOutput.BaseStream), workspace, capabilities, hasFolder);
    }

    /// <summary>Starts a server in this process, which reads no file before a gate is open.</summary>
    [SuppressMessage("Reliability", "CA2000", Justification = "The conversation disposes of its stream")]
    public static Task<LspClient> StartHereAsync(Workspace workspace, Gate gate)
    {
        var stream = ServerHere.Start(workspace, gate);
        return StartAsync(new LspClient(null, stream, stream), workspace, null, hasFolder: true);
    }

    private static async Task<LspClient> StartAsync(LspClient client, Workspace workspace, JsonObject? capabilities, bool hasFolder)
    {
        var answer = await client.AskAsync("initialize", new JsonObject
        {
            ["processId"] = Environment.ProcessId,
            ["rootUri"] = null,
            ["workspaceFolders"] = hasFolder ? new JsonArray(new JsonObject { ["uri"] = new Uri(workspace.Root).AbsoluteUri, ["name"] = "test" }) : null,
            ["capabilities"] = capabilities ?? AllCapabilities(),
        });
        client.Capabilities = answer!["capabilities"]!;
        await client.TellAsync("initialized", new JsonObject());
        return client;
    }

    public static JsonObject AllCapabilities() => (JsonObject)JsonNode.Parse("""
        {
          "general": { "positionEncodings": ["utf-16"] },
          "workspace": { "workspaceEdit": { "documentChanges": true }, "didChangeWatchedFiles": { "dynamicRegistration": true }, "workspaceFolders": true },
          "textDocument": {
            "publishDiagnostics": { "relatedInformation": true, "codeDescriptionSupport": true, "dataSupport": true, "versionSupport": true, "tagSupport": { "valueSet": [1, 2] } },
            "hover": { "contentFormat": ["markdown", "plaintext"] },
            "completion": { "completionItem": { "documentationFormat": ["markdown"] } },
            "codeAction": { "codeActionLiteralSupport": { "codeActionKind": { "valueSet": ["quickfix", "source.fixAll"] } }, "isPreferredSupport": true, "dataSupport": true }
          }
        }
        """)!;

    public async Task<JsonNode?> AskAsync(string method, JsonObject parameters, CancellationToken cancellationToken = default)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken, cancellationToken);
        patience.CancelAfter(ToolProcess.Patience);
        return await _rpc.InvokeWithParameterObjectAsync<JsonNode?>(method, parameters, patience.Token);
    }

    /// <summary>Comes back once the server has taken in all that it was told, judged or not: what it does not know it refuses where it reads.</summary>
    public Task TakenInAsync() => Assert.ThrowsAsync<RemoteMethodNotFoundException>(() => AskAsync("test/nothing", []));

    public Task TellAsync(string method, JsonObject parameters) => _rpc.NotifyWithParameterObjectAsync(method, parameters);

    public Task OpenAsync(string uri, string text, int version = 1) => TellAsync("textDocument/didOpen", new JsonObject
    {
        ["textDocument"] = new JsonObject { ["uri"] = uri, ["languageId"] = "yaml", ["version"] = version, ["text"] = text },
    });

    /// <summary>Sends the whole text anew.</summary>
    public Task ChangeAsync(string uri, string text, int version) => TellAsync("textDocument/didChange", new JsonObject
    {
        ["textDocument"] = new JsonObject { ["uri"] = uri, ["version"] = version },
        ["contentChanges"] = new JsonArray(new JsonObject { ["text"] = text }),
    });

    public Task CloseAsync(string uri) => TellAsync("textDocument/didClose", new JsonObject { ["textDocument"] = new JsonObject { ["uri"] = uri } });

    public Task WatchedAsync(params (string Uri, int Type)[] changes) => TellAsync("workspace/didChangeWatchedFiles", new JsonObject
    {
        ["changes"] = new JsonArray([.. changes.Select(change => new JsonObject { ["uri"] = change.Uri, ["type"] = change.Type })]),
    });

    public Task<JsonNode?> AtAsync(string method, string uri, int line, int character) => AskAsync(method, new JsonObject
    {
        ["textDocument"] = new JsonObject { ["uri"] = uri },
        ["position"] = new JsonObject { ["line"] = line, ["character"] = character },
    });

    public async Task<JsonArray> ActionsAsync(string uri, JsonNode range, JsonArray? diagnostics = null, string? only = null)
    {
        var context = new JsonObject { ["diagnostics"] = diagnostics ?? [] };
        if (only is not null)
        {
            context["only"] = new JsonArray(only);
        }

        return (JsonArray)(await AskAsync("textDocument/codeAction", new JsonObject
        {
            ["textDocument"] = new JsonObject { ["uri"] = uri },
            ["range"] = range.DeepClone(),
            ["context"] = context,
        }))!;
    }

    /// <summary>The diagnostics of a file once they are as they should be.</summary>
    public async Task<JsonArray> DiagnosticsAsync(string uri, Predicate<JsonArray> isExpected, int version = 0)
    {
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < ToolProcess.Patience; await Task.Delay(10, TestContext.Current.CancellationToken))
        {
            if (_diagnostics.TryGetValue(uri, out var told) && _versions.GetValueOrDefault(uri) >= version && isExpected((JsonArray)told))
            {
                return (JsonArray)told;
            }
        }

        throw new InvalidOperationException($"{uri}: not as expected: {(_diagnostics.TryGetValue(uri, out var last) ? last.ToJsonString() : "nothing was told")}; log: {string.Join('\n', Log)}");
    }

    /// <summary>The rules that are told of a file, in their order, once they are these.</summary>
    public Task<JsonArray> RulesAsync(string uri, params string[] rules) => DiagnosticsAsync(uri, told => told.Select(static one => (string)one!["code"]!).SequenceEqual(rules, StringComparer.Ordinal));

    /// <summary>Everything that is told of any file, once nothing is left to be judged.</summary>
    public async Task<IReadOnlyDictionary<string, JsonArray>> SettledAsync(string uri, int version)
    {
        // The answer to a hover comes after everything before it is judged, and what was published before it was sent before it.
        await AtAsync("textDocument/hover", uri, 0, 0);
        await DiagnosticsAsync(uri, static _ => true, version);
        return _diagnostics.Where(static entry => ((JsonArray)entry.Value).Count > 0).ToDictionary(static entry => entry.Key, static entry => (JsonArray)entry.Value, StringComparer.Ordinal);
    }

    /// <summary>Shuts the server down as the specification wants it.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> EndAsync()
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(ToolProcess.Patience);
        await _rpc.InvokeWithCancellationAsync<JsonNode?>("shutdown", cancellationToken: patience.Token);
        await _rpc.NotifyAsync("exit");
        await _process!.WaitForExitAsync(patience.Token);
        return _process.ExitCode;
    }

    public void Dispose()
    {
        _rpc.Dispose();
        _formatter.Dispose();
        if (_process is { HasExited: false })
        {
            _process.Kill();
        }

        _process?.Dispose();
    }

    private void TakeDiagnostics(string uri, JsonArray diagnostics, int version = 0)
    {
        _diagnostics[uri] = diagnostics;
        _versions[uri] = version;
        Told.Enqueue((uri, version));
    }

    /// <summary>
    /// Takes each message before the next one is read. Left to itself the library hands notifications to the thread pool, where an answer, or a newer
    /// notification, may overtake them (StreamJsonRpc, "Writing resilient code"); what is told here would then not be what the server has told.
    /// </summary>
    private sealed class InOrder : SynchronizationContext
    {
        public override void Post(SendOrPostCallback d, object? state) => d(state);
    }
}
