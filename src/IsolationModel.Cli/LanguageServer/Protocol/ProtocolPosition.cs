using System.Text.Json;
using IsolationModel.Text;

namespace IsolationModel.Cli.LanguageServer.Protocol;

/// <summary>A place as the protocol counts it: from 0, in UTF-16 code units, which every client has to know.</summary>
/// <param name="Line">0-based line.</param>
/// <param name="Character">0-based character.</param>
internal readonly record struct ProtocolPosition(int Line, int Character) : IComparable<ProtocolPosition>
{
    public static ProtocolPosition Of(TextPosition position) => new(position.Line - 1, position.Column - 1);

    /// <summary>Reads one.</summary>
    /// <exception cref="RequestException">It is none.</exception>
    public static ProtocolPosition Read(JsonElement position)
    {
        if (position.ValueKind == JsonValueKind.Object
            && position.TryGetProperty("line", out var line) && line.ValueKind == JsonValueKind.Number && line.TryGetUInt32(out var row)
            && position.TryGetProperty("character", out var character) && character.ValueKind == JsonValueKind.Number && character.TryGetUInt32(out var column))
        {
            return new ProtocolPosition((int)Math.Min(row, int.MaxValue), (int)Math.Min(column, int.MaxValue));
        }

        throw new RequestException(ErrorCode.InvalidParams, "a position has a 'line' and a 'character', both numbers from 0 on");
    }

    public int CompareTo(ProtocolPosition other) => (Line, Character).CompareTo((other.Line, other.Character));

    public void Write(Utf8JsonWriter json, string name)
    {
        json.WriteStartObject(name);
        json.WriteNumber("line", Line);
        json.WriteNumber("character", Character);
        json.WriteEndObject();
    }
}
