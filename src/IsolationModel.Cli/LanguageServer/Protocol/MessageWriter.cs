using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace IsolationModel.Cli.LanguageServer.Protocol;

/// <summary>Sends messages, each in one piece, from whatever thread.</summary>
internal sealed class MessageWriter(Stream stream)
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Lock _sending = new();
    private int _lastId;
    private bool _isOver;

    /// <summary>Sends a notification, unless the conversation is over.</summary>
    public void Notify(string method, Action<Utf8JsonWriter> writeParams) => Send(
        json =>
        {
            json.WriteString("method", method);
            json.WritePropertyName("params");
            writeParams(json);
        },
        isUnasked: true);

    /// <summary>Sends a request. Its answer is not waited for: the server asks for nothing on which it depends.</summary>
    public void Request(string method, Action<Utf8JsonWriter> writeParams)
    {
        var id = Interlocked.Increment(ref _lastId);
        Send(
            json =>
            {
                json.WriteNumber("id", id);
                json.WriteString("method", method);
                json.WritePropertyName("params");
                writeParams(json);
            },
            isUnasked: true);
    }

    /// <summary>Answers a request.</summary>
    /// <param name="id">The request's id as JSON.</param>
    /// <param name="writeResult">Writes the result; null for the result null.</param>
    public void Respond(string id, Action<Utf8JsonWriter>? writeResult) => Send(json =>
    {
        WriteId(json, id);
        json.WritePropertyName("result");
        if (writeResult is null)
        {
            json.WriteNullValue();
        }
        else
        {
            writeResult(json);
        }
    });

    /// <summary>Answers the request to shut down with the result null. Behind it nothing comes that nobody has asked for, whatever is still going on.</summary>
    /// <param name="id">The request's id as JSON.</param>
    public void RespondLast(string id)
    {
        lock (_sending)
        {
            Respond(id, null);
            Close();
        }
    }

    /// <summary>Ends the conversation: nothing comes any more that nobody has asked for.</summary>
    public void Close()
    {
        lock (_sending)
        {
            _isOver = true;
        }
    }

    /// <summary>Refuses a request.</summary>
    /// <param name="id">The request's id as JSON; null where it could not be read.</param>
    /// <param name="code">One of <see cref="ErrorCode"/>.</param>
    /// <param name="message">Why.</param>
    public void Refuse(string? id, int code, string message) => Send(json =>
    {
        WriteId(json, id);
        json.WriteStartObject("error");
        json.WriteNumber("code", code);
        json.WriteString("message", message);
        json.WriteEndObject();
    });

    private static void WriteId(Utf8JsonWriter json, string? id)
    {
        json.WritePropertyName("id");
        json.WriteRawValue(id ?? "null");
    }

    private void Send(Action<Utf8JsonWriter> writeMembers, bool isUnasked = false)
    {
        // Before anything is sent, so that a message that cannot be written does not break the stream.
        var content = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(content, Options))
        {
            json.WriteStartObject();
            json.WriteString("jsonrpc", "2.0");
            writeMembers(json);
            json.WriteEndObject();
        }

        var header = Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"Content-Length: {content.WrittenCount}\r\n\r\n"));
        lock (_sending)
        {
            if (isUnasked && _isOver)
            {
                return;
            }

            try
            {
                stream.Write(header);
                stream.Write(content.WrittenSpan);
                stream.Flush();
            }
            catch (Exception error) when (error is IOException or ObjectDisposedException)
            {
                // The client is gone; the end of its own stream ends the server.
            }
        }
    }
}
