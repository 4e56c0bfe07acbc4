using System.Text.Json.Nodes;

namespace IsolationModel.Cli.Tests.LanguageServer;

/// <summary>A client's own idea of lines, characters and edits, written without looking at the server's.</summary>
internal static class Edits
{
    /// <summary>The text after an edit of a code action, of which the document is the only one.</summary>
    public static string Apply(string text, JsonNode action, string uri, int? version)
    {
        var edits = action["edit"]!["changes"] is JsonObject changes
            ? (JsonArray)changes[uri]!
            : (JsonArray)Assert.Single((JsonArray)action["edit"]!["documentChanges"]!, change => (string)change!["textDocument"]!["uri"]! == uri && (int?)change["textDocument"]!["version"] == version)!["edits"]!;
        foreach (var edit in edits.OrderByDescending(static edit => ((int)edit!["range"]!["start"]!["line"]!, (int)edit["range"]!["start"]!["character"]!)))
        {
            text = Replace(text, edit!["range"]!, (string)edit["newText"]!);
        }

        return text;
    }

    public static string Replace(string text, JsonNode range, string newText)
    {
        var (start, end) = (Offset(text, range["start"]!), Offset(text, range["end"]!));
        return text[..start] + newText + text[end..];
    }

    public static int Offset(string text, JsonNode position) => Offset(text, (int)position["line"]!, (int)position["character"]!);

    /// <summary>Goes line by line.</summary>
    public static int Offset(string text, int line, int character)
    {
        var at = 0;
        for (; line > 0; line--)
        {
            while (at < text.Length && text[at] is not ('\n' or '\r'))
            {
                at++;
            }

            if (at == text.Length)
            {
                return at;
            }

            at += text[at] == '\r' && at + 1 < text.Length && text[at + 1] == '\n' ? 2 : 1;
        }

        while (character > 0 && at < text.Length && text[at] is not ('\n' or '\r'))
        {
            (at, character) = (at + 1, character - 1);
        }

        return at;
    }

    public static JsonObject Position(int line, int character) => new() { ["line"] = line, ["character"] = character };

    public static JsonObject Range(int startLine, int start, int endLine, int end) => new() { ["start"] = Position(startLine, start), ["end"] = Position(endLine, end) };
}
