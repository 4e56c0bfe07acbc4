using System.Text.Json;

namespace IsolationModel.Cli.LanguageServer.Protocol;

/// <summary>A message of the client.</summary>
/// <param name="Id">The request's id as JSON, so that it goes back as it came; null for a notification.</param>
/// <param name="Method">What is asked for; null for the answer to a request of the server.</param>
/// <param name="Params">The parameters; undefined where there are none.</param>
internal sealed record IncomingMessage(string? Id, string? Method, JsonElement Params)
{
    /// <summary>Reads a message.</summary>
    /// <exception cref="RequestException">It is no JSON, or no message.</exception>
    public static IncomingMessage Parse(ReadOnlyMemory<byte> content)
    {
        try
        {
            using var document = JsonDocument.Parse(content);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object)
            {
                throw new RequestException(ErrorCode.InvalidRequest, "a message is a JSON object");
            }

            var id = root.TryGetProperty("id", out var given) ? given : default;
            var method = root.TryGetProperty("method", out var word) ? word : default;
            if (method.ValueKind is not (JsonValueKind.String or JsonValueKind.Undefined) || id.ValueKind is not (JsonValueKind.String or JsonValueKind.Number or JsonValueKind.Null or JsonValueKind.Undefined))
            {
                throw new RequestException(ErrorCode.InvalidRequest, "'method' is a text, and 'id' a number or a text");
            }

            if (method.ValueKind == JsonValueKind.Undefined && !root.TryGetProperty("result", out _) && !root.TryGetProperty("error", out _))
            {
                throw new RequestException(ErrorCode.InvalidRequest, "a message has a 'method', or it is an answer");
            }

            return new IncomingMessage(
                id.ValueKind is JsonValueKind.String or JsonValueKind.Number ? id.GetRawText() : null,
                method.ValueKind == JsonValueKind.String ? method.GetString() : null,
                root.TryGetProperty("params", out var parameters) ? parameters.Clone() : default);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            throw new RequestException(ErrorCode.ParseError, $"the content of a message is no JSON: {error.Message}");
        }
    }
}
