using System.Text;
using System.Text.Json;
using IsolationModel.Data;
using IsolationModel.Descriptors.Yaml;
using IsolationModel.Findings;

namespace IsolationModel.Fuzzing.Oracles;

/// <summary>The same objects written as JSON have the same findings, wherever both languages can say them.</summary>
internal static class Rendering
{
    /// <summary>A larger file says no more.</summary>
    private const int LongestText = 20_000;

    /// <summary>Checks a run of one file of YAML.</summary>
    public static void Check(Judgement judged, CancellationToken cancellationToken)
    {
        if (judged.Files is not [{ Text: { Length: <= LongestText } text } file] || !file.Path.EndsWith(".yaml", StringComparison.Ordinal) || text.Contains("isolation:", StringComparison.Ordinal))
        {
            // Comments, suppressions among them, have no place in JSON.
            return;
        }

        var stream = YamlTreeReader.Read(text, cancellationToken);
        if (stream.Problems.Count > 0 || stream.Tags is not null || stream.Documents is not [var document] || judged.Result.Findings.Any(static finding => finding.Rule.Category == RuleCategory.Input))
        {
            return;
        }

        var json = new StringBuilder();
        if (!TryWrite(document, json) || json.Length > LongestText)
        {
            return;
        }

        var rendered = Judgement.Of([new FuzzFile(file.Path, Encoding.UTF8.GetBytes(json.ToString()))], Judgement.Needs, cancellationToken);
        Crashes.Check(rendered.Result.Findings);
        var (left, right) = (Subjects(judged), Subjects(rendered));
        OracleException.Demand(
            left.SequenceEqual(right, StringComparer.Ordinal),
            "rendering",
            "JSON has other findings than YAML",
            () => string.Join('\n', left.Except(right).Select(static line => "- " + line).Concat(right.Except(left).Select(static line => "+ " + line)).Append(json.ToString())));
    }

    private static List<string> Subjects(Judgement judged) => [.. judged.Result.Findings.Select(static finding => $"{finding.Rule.Id} {finding.Workload} {finding.Need} {finding.Control} {finding.TechnologyId} {finding.Message}").Order(StringComparer.Ordinal)];

    private static bool TryWrite(DataNode node, StringBuilder json) => node switch
    {
        DataAlias alias => TryWrite(alias.Target, json),
        DataMapping mapping => TryWrite(mapping.Entries, json, '{', '}', static (entry, json) =>
        {
            // JSON has neither merges nor keys that are no texts.
            json.Append(JsonSerializer.Serialize(entry.Key.Value)).Append(": ");
            return !entry.IsMerged && !entry.Key.IsUnresolved && TryWrite(entry.Value, json);
        }),
        DataSequence sequence => TryWrite(sequence.Items, json, '[', ']', TryWrite),
        DataScalar scalar => TryWrite(scalar, json),
        _ => false,
    };

    private static bool TryWrite<T>(IReadOnlyList<T> items, StringBuilder json, char open, char close, Func<T, StringBuilder, bool> write)
    {
        json.Append(open);
        for (var i = 0; i < items.Count; i++)
        {
            json.Append(i == 0 ? string.Empty : ", ");
            if (json.Length > LongestText || !write(items[i], json))
            {
                return false;
            }
        }

        json.Append(close);
        return true;
    }

    /// <summary>Writes what both languages take for the same; of other plain words (dates, fractions, infinity) they do not agree what they are.</summary>
    private static bool TryWrite(DataScalar scalar, StringBuilder json)
    {
        var plain = !scalar.IsPlain ? null
            : scalar.IsNull ? "null"
            : scalar.AsBoolean() is { } flag ? (flag ? "true" : "false")
            : scalar.AsInteger()?.ToString(System.Globalization.CultureInfo.InvariantCulture);
        if (plain is null && scalar.IsPlain && !(char.IsAsciiLetter(scalar.Value[0]) || scalar.Value[0] == '/'))
        {
            return false;
        }

        json.Append(plain ?? JsonSerializer.Serialize(scalar.Value));
        return true;
    }
}
