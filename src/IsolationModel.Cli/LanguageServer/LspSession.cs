using System.Text.Json;
using IsolationModel.Cli.LanguageServer.Documents;
using IsolationModel.Cli.LanguageServer.Features;
using IsolationModel.Cli.LanguageServer.Judging;
using IsolationModel.Cli.LanguageServer.Protocol;
using IsolationModel.Descriptors;

namespace IsolationModel.Cli.LanguageServer;

/// <summary>What lasts from <c>initialize</c> to <c>shutdown</c>: folders, documents, what is known of them, and the answers that rest on it.</summary>
internal sealed class LspSession : IDisposable
{
    /// <summary>What is watched for: everything that can be a descriptor, settings, an overlay or a baseline, and, when it goes, any folder.</summary>
    private static readonly (string Glob, int Kind)[] Watched =
    [
        ("**/*.{yaml,yml,json,toml,conf,env,container}", 7),
        ("**/{.env,Kustomization,kustomization}", 7),
        ("**/*", 4),
    ];

    private const int Changed = 2;

    private readonly DocumentStore _documents;
    private readonly MessageWriter _writer;
    private readonly JudgingLoop _judging;
    private readonly ClientAbilities _client;
    private readonly IReadOnlyList<string> _folders;

    /// <summary>Prepares what the parameters of <c>initialize</c> ask for.</summary>
    public LspSession(ToolHost host, MessageWriter writer, DocumentStore documents, JsonElement parameters, Action<string> complain)
    {
        (_writer, _documents, _client) = (writer, documents, ClientAbilities.Read(parameters));
        _folders = FoldersOf(parameters);
        _judging = new JudgingLoop(host, documents, new DiagnosticsPublisher(writer, _client).Publish, complain);
    }

    /// <summary>What answers a method; null where none does. It is called in the order of the messages, and what it returns beside that.</summary>
    public static Func<LspSession, JsonElement, Func<CancellationToken, Task<Action<Utf8JsonWriter>?>>>? Find(string method) => method switch
    {
        "textDocument/hover" => static (session, parameters) => session.OfCurrent(parameters, (judgement, document, stop) =>
            HoverFeature.Answer(judgement, document, ProtocolPosition.Read(parameters.At("position")), session._client, stop)),
        "textDocument/definition" => static (session, parameters) => session.OfCurrent(parameters, (judgement, document, _) =>
            DefinitionFeature.Answer(judgement, document, ProtocolPosition.Read(parameters.At("position")))),
        "textDocument/codeAction" => static (session, parameters) => session.OfCurrent(parameters, (judgement, document, stop) =>
            new CodeActionFeature(judgement, document, session._client).Answer(parameters, stop)),
        "textDocument/completion" => static (session, parameters) => session.Complete(parameters),
        _ => null,
    };

    /// <summary>Begins to judge.</summary>
    public void Start()
    {
        _judging.ChangeFolders(_folders, []);
        _judging.Start();
    }

    /// <summary>Ends the judging.</summary>
    public void Dispose() => _judging.Dispose();

    /// <summary>Follows a notification; those that are not known mean nothing here.</summary>
    /// <exception cref="RequestException">Its parameters cannot be followed.</exception>
    public void Notice(string method, JsonElement parameters)
    {
        switch (method)
        {
            case "initialized":
                WatchFiles();
                break;
            case "textDocument/didOpen":
                // Not every client tells which files have come.
                if (_documents.Open(parameters) is { } opened)
                {
                    Touch(opened, mayChangeFiles: DescriptorPatterns.Match(opened) is not null && _judging.Latest.Of(opened)?.Holds(opened) == false);
                }

                break;
            case "textDocument/didChange":
                Change(parameters);
                break;
            case "textDocument/didClose":
                Touch(_documents.Close(parameters));
                break;
            case "textDocument/didSave":
                // Who watches no files tells at least what it saves, and with it some others may have come.
                Touch(DocumentUri.PathOf(parameters.Required("textDocument", "uri")), mayChangeFiles: !_client.WatchesFiles);
                break;
            case "workspace/didChangeWatchedFiles":
                _judging.Touch([.. parameters.At("changes").Items().Select(Happened).OfType<FileEvent>()], stops: false);
                break;
            case "workspace/didChangeWorkspaceFolders":
                _judging.ChangeFolders(Paths(parameters.At("event", "added")), Paths(parameters.At("event", "removed")));
                break;
        }
    }

    /// <summary>Writes the answer to <c>initialize</c>.</summary>
    public void WriteCapabilities(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteStartObject("capabilities");

        // Findings count in UTF-16, as every client can: for other encodings the text of every file with a finding would have to be kept.
        json.WriteString("positionEncoding", "utf-16");
        json.WriteStartObject("textDocumentSync");
        json.WriteBoolean("openClose", true);
        json.WriteNumber("change", 2);
        json.WriteBoolean("save", true);
        json.WriteEndObject();
        json.WriteBoolean("hoverProvider", true);
        json.WriteBoolean("definitionProvider", true);
        json.WriteStartObject("completionProvider");
        Output.JsonText.WriteStrings(json, "triggerCharacters", [":", ",", " ", "\"", "/", "="]);
        json.WriteEndObject();
        if (_client.HasActionLiterals)
        {
            json.WriteStartObject("codeActionProvider");
            Output.JsonText.WriteStrings(json, "codeActionKinds", [CodeActionFeature.QuickFix, CodeActionFeature.FixAll]);
            json.WriteEndObject();
        }

        json.WriteStartObject("workspace");
        json.WriteStartObject("workspaceFolders");
        json.WriteBoolean("supported", true);
        json.WriteBoolean("changeNotifications", true);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteStartObject("serverInfo");
        json.WriteString("name", "isolation");
        json.WriteString("version", ProductInfo.Version);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>An answer of the texts as they are when it is asked for; where they have changed by the time it is known, it is none.</summary>
    private Func<CancellationToken, Task<Action<Utf8JsonWriter>?>> OfCurrent(JsonElement parameters, Func<Judgement, OpenDocument, CancellationToken, Action<Utf8JsonWriter>?> answer)
    {
        var document = _documents.Find(parameters.Required("textDocument", "uri"));
        return async stop =>
        {
            if (document is null)
            {
                return null;
            }

            var snapshot = await _judging.CurrentAsync(stop);
            return !ReferenceEquals(snapshot.Documents.GetValueOrDefault(document.Path), document)
                ? throw new RequestException(ErrorCode.ContentModified, "the document has changed in the meantime")
                : snapshot.Of(document.Path) is { } judgement ? answer(judgement, document, stop) : null;
        };
    }

    /// <summary>Completions do not wait: the text is that of now, and the names are those of the last judgement.</summary>
    private Func<CancellationToken, Task<Action<Utf8JsonWriter>?>> Complete(JsonElement parameters)
    {
        var document = _documents.Find(parameters.Required("textDocument", "uri"));
        var position = ProtocolPosition.Read(parameters.At("position"));
        return async stop =>
        {
            if (document is null)
            {
                return null;
            }

            var judgement = _judging.Latest.Of(document.Path) ?? (await _judging.CurrentAsync(stop)).Of(document.Path);
            return judgement is null ? null : new CompletionFeature(judgement, document, _client).Answer(position);
        };
    }

    private void Change(JsonElement parameters)
    {
        var path = DocumentUri.PathOf(parameters.Required("textDocument", "uri"));
        try
        {
            _documents.Change(parameters);
        }
        finally
        {
            // Also where the change could not be followed: then what is on disk counts again.
            Touch(path, isTyped: true);
        }
    }

    private void Touch(string? path, bool mayChangeFiles = false, bool isTyped = false)
    {
        if (path is not null)
        {
            // A text without a file comes and goes with its document.
            _judging.Touch([new FileEvent(path, mayChangeFiles || (!(isTyped && _documents.Current.ContainsKey(path)) && !File.Exists(path)))]);
        }
    }

    private static FileEvent? Happened(JsonElement change) => change.At("uri").Text() is { } uri && DocumentUri.PathOf(uri) is { } path
        // Git locks and unlocks with every command.
        && !path.Contains($"{Path.DirectorySeparatorChar}.git{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
        ? new FileEvent(path, change.At("type").Number() != Changed)
        : null;

    private void WatchFiles()
    {
        if (!_client.WatchesFiles)
        {
            return;
        }

        _writer.Request("client/registerCapability", static json =>
        {
            json.WriteStartObject();
            json.WriteStartArray("registrations");
            json.WriteStartObject();
            json.WriteString("id", "files");
            json.WriteString("method", "workspace/didChangeWatchedFiles");
            json.WriteStartObject("registerOptions");
            json.WriteStartArray("watchers");
            foreach (var (glob, kind) in Watched)
            {
                json.WriteStartObject();
                json.WriteString("globPattern", glob);
                json.WriteNumber("kind", kind);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
        });
    }

    /// <summary>The folders of the workspace; else the one folder of older clients; else none, and each document stands for itself.</summary>
    private static List<string> FoldersOf(JsonElement parameters)
    {
        var folders = Paths(parameters.At("workspaceFolders"));
        if (folders.Count == 0 && parameters.At("rootUri").Text() is { } uri && DocumentUri.PathOf(uri) is { } root)
        {
            folders.Add(Path.TrimEndingDirectorySeparator(root));
        }

        if (folders.Count == 0 && parameters.At("rootUri").Text() is null && parameters.At("rootPath").Text() is { Length: > 0 } path && Path.IsPathFullyQualified(path))
        {
            folders.Add(Path.TrimEndingDirectorySeparator(Path.GetFullPath(path)));
        }

        return folders;
    }

    private static List<string> Paths(JsonElement folders) =>
        [.. folders.Items().Select(static folder => folder.At("uri").Text()).OfType<string>().Select(DocumentUri.PathOf).OfType<string>().Select(Path.TrimEndingDirectorySeparator)];
}
