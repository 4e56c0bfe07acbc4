using System.Collections.Immutable;
using System.Text.Json;
using IsolationModel.Cli.LanguageServer.Protocol;

namespace IsolationModel.Cli.LanguageServer.Documents;

/// <summary>The documents that the client holds. One thread changes them; others look at what they were at a moment.</summary>
internal sealed class DocumentStore
{
    private volatile ImmutableDictionary<string, OpenDocument> _documents = ImmutableDictionary.Create<string, OpenDocument>(StringComparer.Ordinal);

    /// <summary>The documents by their files, as they are now.</summary>
    public ImmutableDictionary<string, OpenDocument> Current => _documents;

    /// <summary>The document of an address, or null.</summary>
    public OpenDocument? Find(string uri) => DocumentUri.PathOf(uri) is { } path && _documents.TryGetValue(path, out var document) ? document : null;

    /// <summary>Follows <c>textDocument/didOpen</c>.</summary>
    /// <returns>The file; null for what is none.</returns>
    public string? Open(JsonElement parameters)
    {
        var item = parameters.At("textDocument");
        var uri = item.Required("uri");
        if (DocumentUri.PathOf(uri) is not { } path)
        {
            return null;
        }

        _documents = _documents.SetItem(path, new OpenDocument(uri, path, item.At("version").Number() ?? 0, new DocumentText(item.Required("text"))));
        return path;
    }

    /// <summary>Follows <c>textDocument/didChange</c>, change by change in their order.</summary>
    /// <returns>The file; null where the document is not open.</returns>
    public string? Change(JsonElement parameters)
    {
        if (Find(parameters.Required("textDocument", "uri")) is not { } document)
        {
            return null;
        }

        try
        {
            var content = document.Content;
            foreach (var change in parameters.At("contentChanges").Items())
            {
                var text = change.Required("text");
                content = change.At("range").ValueKind == JsonValueKind.Object ? content.Replace(ProtocolRange.Read(change.At("range")), text) : new DocumentText(text);
            }

            _documents = _documents.SetItem(document.Path, document with { Content = content, Version = parameters.At("textDocument", "version").Number() ?? document.Version });
            return document.Path;
        }
        catch
        {
            // The text is not known any more; what is on disk is nearer to it than what it was before.
            _documents = _documents.Remove(document.Path);
            throw;
        }
    }

    /// <summary>Follows <c>textDocument/didClose</c>.</summary>
    /// <returns>The file; null where the document was not open.</returns>
    public string? Close(JsonElement parameters)
    {
        if (Find(parameters.Required("textDocument", "uri")) is not { } document)
        {
            return null;
        }

        _documents = _documents.Remove(document.Path);
        return document.Path;
    }
}
