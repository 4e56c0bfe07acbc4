using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using IsolationModel.Cli.LanguageServer.Documents;
using IsolationModel.Cli.LanguageServer.Judging;
using IsolationModel.Cli.LanguageServer.Protocol;
using IsolationModel.Cli.Output;
using IsolationModel.Evaluation;
using IsolationModel.Findings;
using IsolationModel.Text;

namespace IsolationModel.Cli.LanguageServer.Features;

/// <summary>Findings as diagnostics.</summary>
internal static class DiagnosticWriter
{
    /// <summary>What the client shows beside the message, and by which settings of clients tell servers apart.</summary>
    public const string Source = "isolation";

    private const int UnnecessaryTag = 1;

    /// <summary>Rules that flag what could as well not be there.</summary>
    private static readonly string[] Unnecessary = ["ISM1102", "ISM1103", "ISM2003"];

    /// <summary>Writes one, as an object.</summary>
    public static void Write(Utf8JsonWriter json, Finding finding, Judgement judgement, ClientAbilities client)
    {
        json.WriteStartObject();
        ProtocolRange.Of(finding.Start, finding.End).Write(json, "range");
        json.WriteNumber("severity", finding.Severity switch { FindingSeverity.Error => 1, FindingSeverity.Warning => 2, _ => 3 });
        json.WriteString("code", finding.Rule.Id);
        if (client.HasCodeDescription)
        {
            json.WriteStartObject("codeDescription");
            json.WriteString("href", finding.Rule.HelpUri.OriginalString);
            json.WriteEndObject();
        }

        json.WriteString("source", Source);
        json.WriteString("message", HarmlessText.Of(finding.Message));
        if (client.HasUnnecessary && Array.IndexOf(Unnecessary, finding.Rule.Id) >= 0)
        {
            json.WriteStartArray("tags");
            json.WriteNumberValue(UnnecessaryTag);
            json.WriteEndArray();
        }

        if (client.HasRelatedInformation && Related(finding, judgement) is { Count: > 0 } related)
        {
            json.WriteObjects("relatedInformation", related, place =>
            {
                WriteLocation(json, "location", judgement.PathOf(place.File), ProtocolRange.Of(place.Start, place.End), judgement.Documents);
                json.WriteString("message", HarmlessText.Of(place.Message));
            });
        }

        if (client.HasData)
        {
            json.WriteStartObject("data");
            json.WriteString("finding", KeyOf(finding));
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    /// <summary>What a diagnostic carries, so that it is known again when the client asks what can be done about it.</summary>
    public static string KeyOf(Finding finding)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{finding.Rule.Id}\n{finding.Range.Start}\n{finding.Range.Length}\n{finding.Need}\n{finding.Message}");
        return Convert.ToHexStringLower(SHA256.HashData(ToolHost.Utf8.GetBytes(text)).AsSpan(0, 8));
    }

    /// <summary>A place of a file, as the client calls it.</summary>
    public static void WriteLocation(Utf8JsonWriter json, string? name, string path, ProtocolRange range, ImmutableDictionary<string, OpenDocument> documents)
    {
        if (name is not null)
        {
            json.WritePropertyName(name);
        }

        json.WriteStartObject();
        json.WriteString("uri", documents.TryGetValue(path, out var document) ? document.Uri : DocumentUri.Of(path));
        range.Write(json, "range");
        json.WriteEndObject();
    }

    /// <summary>The places that the argument names, and where the need is declared, each once and none where the finding itself stands.</summary>
    private static List<RelatedLocation> Related(Finding finding, Judgement judgement)
    {
        var places = finding.Related.ToList();
        foreach (var need in judgement.Report.OriginsOf(finding).SelectMany(static workload => workload.Needs.Needs).Where(need => IsOf(need, finding)))
        {
            places.Add(RelatedLocation.At(need.Declaration.File, need.Declaration.Lines, need.Range, $"'{need.Token}' is declared here"));
        }

        places.RemoveAll(place => string.Equals(place.File, finding.File, StringComparison.Ordinal) && place.Range == finding.Range);
        return [.. places.Distinct()];
    }

    private static bool IsOf(DeclaredNeed need, Finding finding) => need.Declaration.File.Length > 0 && string.Equals(need.Token, finding.Need, StringComparison.Ordinal);
}
