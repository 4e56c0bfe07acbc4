using System.Buffers;
using System.Text;
using System.Text.Json;
using IsolationModel.Cli.LanguageServer.Documents;
using IsolationModel.Cli.LanguageServer.Features;
using IsolationModel.Cli.LanguageServer.Protocol;

namespace IsolationModel.Cli.LanguageServer.Judging;

/// <summary>Tells the client the findings of each file, where they differ from what it was told before or belong to a newer text.</summary>
internal sealed class DiagnosticsPublisher(MessageWriter writer, ClientAbilities client)
{
    private readonly Dictionary<string, (string Uri, string Diagnostics, OpenDocument? Document)> _told = new(StringComparer.Ordinal);

    /// <summary>Tells what came of a round.</summary>
    public void Publish(Snapshot snapshot)
    {
        var found = Findings(snapshot);
        foreach (var path in found.Keys.Concat(_told.Keys).Concat(snapshot.Documents.Keys).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList())
        {
            var document = snapshot.Documents.GetValueOrDefault(path);
            var now = (Uri: document?.Uri ?? DocumentUri.Of(path), Diagnostics: found.GetValueOrDefault(path, "[]"), Document: document);
            if (!_told.TryGetValue(path, out var before) || before != now)
            {
                // First, since for the client both may be ways to write one address.
                if (before.Uri is { } other && !string.Equals(other, now.Uri, StringComparison.Ordinal))
                {
                    Send(other, "[]", null);
                }

                Send(now.Uri, now.Diagnostics, document?.Version);
            }

            if (document is null && now.Diagnostics.Length == 2)
            {
                _told.Remove(path);
            }
            else
            {
                _told[path] = now;
            }
        }
    }

    private Dictionary<string, string> Findings(Snapshot snapshot)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var judgement in snapshot.Judgements)
        {
            foreach (var group in judgement.Report.Findings.GroupBy(static finding => finding.File, StringComparer.Ordinal).Where(static group => group.Key.Length > 0))
            {
                var path = judgement.PathOf(group.Key);
                if (!ReferenceEquals(snapshot.Of(path), judgement))
                {
                    continue;
                }

                var content = new ArrayBufferWriter<byte>();
                using (var json = new Utf8JsonWriter(content))
                {
                    json.WriteStartArray();
                    foreach (var finding in group)
                    {
                        DiagnosticWriter.Write(json, finding, judgement, client);
                    }

                    json.WriteEndArray();
                }

                found[path] = Encoding.UTF8.GetString(content.WrittenSpan);
            }
        }

        return found;
    }

    private void Send(string uri, string diagnostics, int? version) => writer.Notify("textDocument/publishDiagnostics", json =>
    {
        json.WriteStartObject();
        json.WriteString("uri", uri);
        if (version is { } number)
        {
            json.WriteNumber("version", number);
        }

        json.WritePropertyName("diagnostics");
        json.WriteRawValue(diagnostics, skipInputValidation: true);
        json.WriteEndObject();
    });
}
