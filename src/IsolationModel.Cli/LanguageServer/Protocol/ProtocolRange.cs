using System.Text.Json;
using IsolationModel.Text;

namespace IsolationModel.Cli.LanguageServer.Protocol;

/// <summary>A range as the protocol counts it.</summary>
/// <param name="Start">Its first character.</param>
/// <param name="End">Just behind its last character.</param>
internal readonly record struct ProtocolRange(ProtocolPosition Start, ProtocolPosition End)
{
    public static ProtocolRange Of(TextPosition start, TextPosition end) => new(ProtocolPosition.Of(start), ProtocolPosition.Of(end));

    /// <summary>Reads one.</summary>
    /// <exception cref="RequestException">It is none.</exception>
    public static ProtocolRange Read(JsonElement range) => range.ValueKind == JsonValueKind.Object && range.TryGetProperty("start", out var start) && range.TryGetProperty("end", out var end)
        ? new ProtocolRange(ProtocolPosition.Read(start), ProtocolPosition.Read(end))
        : throw new RequestException(ErrorCode.InvalidParams, "a range has a 'start' and an 'end'");

    /// <summary>Whether the two have a place in common; ends count, so that a cursor behind the last character is meant, too.</summary>
    public bool Touches(ProtocolRange other) => Start.CompareTo(other.End) <= 0 && other.Start.CompareTo(End) <= 0;

    /// <summary>Whether a place is in it; its end counts.</summary>
    public bool Contains(ProtocolPosition position) => Touches(new ProtocolRange(position, position));

    public void Write(Utf8JsonWriter json, string name)
    {
        json.WritePropertyName(name);
        Write(json);
    }

    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        Start.Write(json, "start");
        End.Write(json, "end");
        json.WriteEndObject();
    }
}
