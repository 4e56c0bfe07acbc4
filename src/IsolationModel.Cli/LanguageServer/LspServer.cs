using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using IsolationModel.Cli.LanguageServer.Documents;
using IsolationModel.Cli.LanguageServer.Protocol;
using IsolationModel.Text;

namespace IsolationModel.Cli.LanguageServer;

/// <summary>
/// A server of the Language Server Protocol 3.17 over standard input and output. One thread reads messages and follows notifications in their order;
/// requests are answered beside it, of the texts as they are by then.
/// </summary>
internal sealed class LspServer : IDisposable
{
    private const int LogError = 1;
    private const int LogWarning = 2;

    private readonly ToolHost _host;
    private readonly MessageWriter _writer;
    private readonly DocumentStore _documents = new();
    private readonly ConcurrentDictionary<string, CancellationTokenSource> _requests = new(StringComparer.Ordinal);
    private readonly TaskCompletionSource<int> _end = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private LspSession? _session;
    private bool _isShutDown;

    public LspServer(ToolHost host) => (_host, _writer) = (host, new MessageWriter(host.Output));

    /// <summary>Serves until the client ends it, or is gone.</summary>
    /// <returns>The exit code of the specification: 0 where the client has asked for the shutdown before, otherwise 1.</returns>
    /// <exception cref="OperationCanceledException">Somebody wants the process to end.</exception>
    public int Run(CancellationToken cancellationToken)
    {
        new Thread(Read) { IsBackground = true, Name = "messages" }.Start();
        _end.Task.Wait(cancellationToken);
        return _end.Task.Result;
    }

    public void Dispose()
    {
        _writer.Close();
        _session?.Dispose();
    }

    [SuppressMessage("Design", "CA1031", Justification = "What stops the reading of messages ends the server in an orderly way")]
    private void Read()
    {
        try
        {
            var reader = new MessageReader(_host.Input());
            while (!_end.Task.IsCompleted)
            {
                try
                {
                    if (reader.Read() is not { } content)
                    {
                        break;
                    }

                    Follow(IncomingMessage.Parse(content));
                }
                catch (RequestException refused)
                {
                    _writer.Refuse(null, refused.Code, refused.Message);
                }
            }
        }
        catch (Exception error)
        {
            Log(LogError, $"messages cannot be read any more: {error.Message}");
        }

        End();
    }

    private void End() => _end.TrySetResult(_isShutDown ? ExitCode.Clean : ExitCode.Findings);

    private void Follow(IncomingMessage message)
    {
        switch (message)
        {
            case { Method: null }:
                break; // An answer to a request of ours, of which none matters.
            case { Id: { } id, Method: { } method }:
                Answer(id, method, message.Params);
                break;
            case { Method: "exit" }:
                End();
                break;
            case { Method: "$/cancelRequest" }:
                Cancel(message.Params);
                break;
            case { Method: { } method } when _session is not null && !_isShutDown:
                Notice(_session, method, message.Params);
                break;
        }
    }

    private void Cancel(JsonElement parameters)
    {
        var id = parameters.At("id");
        if (id.ValueKind is JsonValueKind.String or JsonValueKind.Number && _requests.TryGetValue(id.GetRawText(), out var request))
        {
            try
            {
                request.Cancel();
            }
            catch (ObjectDisposedException)
            {
                // It was answered just now.
            }
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "What one notification says wrong must not end the server")]
    private void Notice(LspSession session, string method, JsonElement parameters)
    {
        try
        {
            session.Notice(method, parameters);
        }
        catch (Exception error)
        {
            Log(LogError, $"{method}: {error.Message}");
        }
    }

    private void Answer(string id, string method, JsonElement parameters)
    {
        if (method == "initialize" && _session is null && !_isShutDown)
        {
            Initialize(id, parameters);
        }
        else if (_session is null)
        {
            _writer.Refuse(id, ErrorCode.ServerNotInitialized, $"'{method}' came before 'initialize'");
        }
        else if (_isShutDown || method == "initialize")
        {
            _writer.Refuse(id, ErrorCode.InvalidRequest, _isShutDown ? "the server is shut down" : "the server is initialized already");
        }
        else if (method == "shutdown")
        {
            _isShutDown = true;
            _session.Dispose();
            _writer.RespondLast(id);
        }
        else if (LspSession.Find(method) is { } handler)
        {
            _ = AnswerAsync(id, method, () => handler(_session, parameters));
        }
        else
        {
            _writer.Refuse(id, ErrorCode.MethodNotFound, $"there is no method '{HarmlessText.Of(method)}'");
        }
    }

    private void Initialize(string id, JsonElement parameters)
    {
        try
        {
            _session = new LspSession(_host, _writer, _documents, parameters, message => Log(LogWarning, message));
        }
        catch (Exception error) when (error is ArgumentException or InvalidOperationException or IOException)
        {
            _writer.Refuse(id, ErrorCode.InvalidParams, error.Message);
            return;
        }

        if (parameters.At("processId").Number() is { } parent)
        {
            Watch(parent);
        }

        _writer.Respond(id, _session.WriteCapabilities);
        _session.Start();
    }

    /// <summary>
    /// Answers beside the thread that reads. Only what is asked for, and of which text, is noted on that thread, so that later changes do not slip in between.
    /// </summary>
    [SuppressMessage("Design", "CA1031", Justification = "A crash costs one answer, never the server")]
    private async Task AnswerAsync(string id, string method, Func<Func<CancellationToken, Task<Action<Utf8JsonWriter>?>>> note)
    {
        using var request = new CancellationTokenSource();
        _requests[id] = request;
        try
        {
            var answer = note();
            var write = await Task.Run(() => answer(request.Token), request.Token);
            request.Token.ThrowIfCancellationRequested();
            _writer.Respond(id, write);
        }
        catch (RequestException refused)
        {
            _writer.Refuse(id, refused.Code, refused.Message);
        }
        catch (OperationCanceledException)
        {
            _writer.Refuse(id, ErrorCode.RequestCancelled, "the request was cancelled");
        }
        catch (Exception error)
        {
            var message = $"unforeseen failure in {method}, {error.GetType().Name}: {error.Message}";
            _writer.Refuse(id, ErrorCode.InternalError, message);
            Log(LogError, $"{message} Please report it at {ProductInfo.ProjectUrl}/issues.");
        }
        finally
        {
            _requests.TryRemove(new KeyValuePair<string, CancellationTokenSource>(id, request));
        }
    }

    /// <summary>Ends the server with the process that has started it. One that cannot be seen from here, as from a container, is not waited for.</summary>
    private void Watch(int parent)
    {
        try
        {
            var process = Process.GetProcessById(parent);
            // Tells here, and not in the task, that it may not be watched.
            _ = process.HasExited;
            _ = process.WaitForExitAsync(CancellationToken.None).ContinueWith(_ => End(), CancellationToken.None, TaskContinuationOptions.OnlyOnRanToCompletion, TaskScheduler.Default);
        }
        catch (Exception error) when (error is ArgumentException or InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            Log(LogWarning, string.Create(CultureInfo.InvariantCulture, $"process {parent}, which has started the server, cannot be seen from here, so its end will not be noticed"));
        }
    }

    private void Log(int type, string message) => _writer.Notify("window/logMessage", json =>
    {
        json.WriteStartObject();
        json.WriteNumber("type", type);
        json.WriteString("message", HarmlessText.Of(message));
        json.WriteEndObject();
    });
}
