using System.Globalization;
using System.Text;
using System.Text.Json;
using IsolationModel.Findings;
using IsolationModel.Suppressions;
using IsolationModel.Text;

namespace IsolationModel.Cli.Output.Sarif;

/// <summary>Writes the results of a run.</summary>
internal sealed class SarifResultWriter(Utf8JsonWriter json, Report report, SarifRules rules)
{
    /// <summary>The name of the fingerprint; its number changes when the same finding gets another one.</summary>
    private const string Fingerprint = "isolationFinding/v1";

    private readonly IReadOnlyDictionary<Finding, string> _fingerprints = FindingFingerprint.Of(report);
    private readonly Lazy<Dictionary<string, LineMap>> _lines = new(() => LinesOf(report));

    /// <summary>Writes a result.</summary>
    public void Write(SarifResult result)
    {
        var finding = result.Finding;
        json.WriteStartObject();
        json.WriteString("ruleId", finding.Rule.Id);
        json.WriteNumber("ruleIndex", rules.IndexOf(finding.Rule));
        json.WriteString("level", SarifRules.Level(finding.Severity));
        WriteMessage(Message(finding));
        WriteLocations(finding);
        WriteRelated(finding);
        json.WriteStartObject("partialFingerprints");
        json.WriteString(Fingerprint, _fingerprints[finding]);
        json.WriteEndObject();
        json.WriteIfAny("baselineState", result.BaselineState);
        WriteSuppression(result.Suppression);
        WriteFix(finding);
        WriteProperties(finding);
        json.WriteEndObject();
    }

    /// <summary>
    /// The finding, and below it its argument. Viewers show the first line where they have room for one only; GitHub shows other places by the links to
    /// them alone.
    /// </summary>
    private static string Message(Finding finding)
    {
        var text = new StringBuilder(Literal(HarmlessText.Of(finding.Message)));
        if (text.Length > 0 && text[^1] is not ('.' or '!' or '?'))
        {
            text.Append('.');
        }

        foreach (var line in FindingArgument.Lines(finding))
        {
            text.Append('\n').Append(Literal(line));
        }

        var id = 0;
        foreach (var related in finding.Related)
        {
            var place = FindingLine.Place(related.File, related.Start.Line, related.Start.Column);
            text.Append(CultureInfo.InvariantCulture, $"\nsee [{Escape(place)}]({++id}): ").Append(Literal(HarmlessText.Of(related.Message)));
        }

        return text.ToString();
    }

    /// <summary>What could pass for a link to somewhere is escaped (3.11.6); single brackets are none and stay readable.</summary>
    private static string Literal(string text) => text.Contains("](", StringComparison.Ordinal) ? Escape(text) : text;

    private static string Escape(string text) =>
        text.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("[", @"\[", StringComparison.Ordinal).Replace("]", @"\]", StringComparison.Ordinal);

    private void WriteLocations(Finding finding)
    {
        json.WriteStartArray("locations");
        if (finding.File.Length > 0 || finding.Workload is not null)
        {
            json.WriteStartObject();
            if (finding.File.Length > 0)
            {
                WritePlace(finding.File, finding.Start, finding.End);
            }

            if (finding.Workload is { } workload)
            {
                json.WriteStartArray("logicalLocations");
                json.WriteStartObject();
                json.WriteString("fullyQualifiedName", HarmlessText.Of(workload));
                json.WriteString("kind", "resource");
                json.WriteEndObject();
                json.WriteEndArray();
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void WriteRelated(Finding finding)
    {
        if (finding.Related.Count == 0)
        {
            return;
        }

        json.WriteStartArray("relatedLocations");
        var id = 0;
        foreach (var related in finding.Related)
        {
            json.WriteStartObject();
            json.WriteNumber("id", ++id);
            WritePlace(related.File, related.Start, related.End);
            WriteMessage(Literal(HarmlessText.Of(related.Message)));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void WritePlace(string file, TextPosition start, TextPosition end)
    {
        json.WriteStartObject("physicalLocation");
        SarifArtifact.Write(json, file);
        WriteRegion("region", start, end);
        json.WriteEndObject();
    }

    private void WriteRegion(string name, TextPosition start, TextPosition end)
    {
        // All four, since an end that is left out is the end of the line.
        json.WriteStartObject(name);
        json.WriteNumber("startLine", start.Line);
        json.WriteNumber("startColumn", start.Column);
        json.WriteNumber("endLine", end.Line);
        json.WriteNumber("endColumn", end.Column);
        json.WriteEndObject();
    }

    private void WriteSuppression(SuppressedFinding? suppressed)
    {
        if (suppressed is null)
        {
            return;
        }

        var suppression = suppressed.Suppression;
        json.WriteStartArray("suppressions");
        json.WriteStartObject();
        json.WriteString("kind", "inSource");
        json.WriteString("status", "accepted");
        json.WriteString("justification", HarmlessText.Of(suppression.Until is null ? suppression.Reason : $"{suppression.Reason} (until {suppression.Until})"));
        if (Lines(suppressed.File) is { } lines)
        {
            var place = lines.PlaceOf(suppressed.File, suppression.Range);
            json.WriteStartObject("location");
            WritePlace(place.File, place.Start, place.End);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteEndArray();
    }

    private void WriteFix(Finding finding)
    {
        if (finding.Edits.Count == 0)
        {
            return;
        }

        json.WriteStartArray("fixes");
        json.WriteStartObject();
        if (finding.FixTitle is { } title)
        {
            json.WriteStartObject("description");
            json.WriteString("text", $"{HarmlessText.Of(title)}.");
            json.WriteEndObject();
        }

        json.WriteStartArray("artifactChanges");
        json.WriteStartObject();
        SarifArtifact.Write(json, finding.File);
        json.WriteStartArray("replacements");
        foreach (var edit in finding.Edits)
        {
            WriteReplacement(finding.File, edit);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private void WriteReplacement(string file, TextEdit edit)
    {
        json.WriteStartObject();
        if (Lines(file) is { } lines)
        {
            WriteRegion("deletedRegion", lines.GetPosition(edit.Range.Start), lines.GetPosition(edit.Range.End));
        }
        else
        {
            json.WriteStartObject("deletedRegion");
            json.WriteNumber("charOffset", edit.Range.Start);
            json.WriteNumber("charLength", edit.Range.Length);
            json.WriteEndObject();
        }

        if (edit.NewText.Length > 0)
        {
            json.WriteStartObject("insertedContent");
            json.WriteString("text", edit.NewText);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private void WriteProperties(Finding finding)
    {
        if (finding is { Need: null, Control: null, TechnologyId: null, Alternatives.Count: 0 })
        {
            return;
        }

        json.WriteStartObject("properties");
        json.WriteIfAny("need", finding.Need);
        json.WriteIfAny("control", finding.Control);
        json.WriteIfAny("technology", finding.TechnologyId);
        if (finding.Alternatives.Count > 0)
        {
            json.WriteObjects("alternatives", finding.Alternatives, alternative =>
            {
                json.WriteString("id", alternative.TechnologyId);
                json.WriteString("verdict", Words.Of(alternative.Verdict));
                json.WriteNumber("shortfall", alternative.Shortfall);
            });
        }

        json.WriteEndObject();
    }

    private void WriteMessage(string text)
    {
        json.WriteStartObject("message");
        json.WriteString("text", text);
        json.WriteEndObject();
    }

    private LineMap? Lines(string file) => _lines.Value.GetValueOrDefault(file);

    /// <summary>The lines of files as they are; what is put together from several has none of its own.</summary>
    private static Dictionary<string, LineMap> LinesOf(Report report)
    {
        var lines = new Dictionary<string, LineMap>(StringComparer.Ordinal);
        foreach (var file in report.Files.Where(static file => file.Lines is not JoinedLineMap))
        {
            lines.TryAdd(file.Path, file.Lines);
        }

        return lines;
    }
}
