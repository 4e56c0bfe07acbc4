using System.Text.Json;
using IsolationModel.Cli.LanguageServer.Documents;
using IsolationModel.Cli.Output;
using IsolationModel.Text;

namespace IsolationModel.Cli.LanguageServer.Features;

/// <summary>Edits of one document as the protocol wants them.</summary>
internal static class WorkspaceEditWriter
{
    /// <summary>Writes the member <c>edit</c>; with the version of the text where the client can hold against it that the text is another one by now.</summary>
    public static void Write(Utf8JsonWriter json, OpenDocument document, IEnumerable<TextEdit> edits, ClientAbilities client)
    {
        json.WriteStartObject("edit");
        if (client.HasDocumentChanges)
        {
            json.WriteStartArray("documentChanges");
            json.WriteStartObject();
            json.WriteStartObject("textDocument");
            json.WriteString("uri", document.Uri);
            json.WriteNumber("version", document.Version);
            json.WriteEndObject();
            json.WritePropertyName("edits");
            WriteEdits(json, document, edits);
            json.WriteEndObject();
            json.WriteEndArray();
        }
        else
        {
            json.WriteStartObject("changes");
            json.WritePropertyName(document.Uri);
            WriteEdits(json, document, edits);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteEdits(Utf8JsonWriter json, OpenDocument document, IEnumerable<TextEdit> edits) => json.WriteObjects(edits, edit =>
    {
        document.Content.RangeOf(edit.Range).Write(json, "range");
        json.WriteString("newText", edit.NewText);
    });
}
