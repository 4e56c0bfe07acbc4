using System.Text;
using IsolationModel.Findings;

namespace IsolationModel.Fuzzing.Oracles;

/// <summary>How a text is written down plays no part: other line ends, another encoding, and a byte order mark change nothing that is found, and no place.</summary>
internal static class Forms
{
    /// <summary>A larger file says no more.</summary>
    private const int LongestText = 50_000;

    private static readonly Func<string, byte[]>[] All =
    [
        static text => [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(text)],
        static text => [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(text)],
        static text => [.. Encoding.BigEndianUnicode.GetPreamble(), .. Encoding.BigEndianUnicode.GetBytes(text)],
        static text => Encoding.UTF8.GetBytes(text.Replace("\n", "\r\n", StringComparison.Ordinal)),
    ];

    /// <summary>Checks a run of one file.</summary>
    public static void Check(Judgement judged, CancellationToken cancellationToken)
    {
        // A text of several lines has its ends in it, where it is shown.
        if (judged.Files is not [{ Text: { Length: > 0 and <= LongestText } text } file] || text.AsSpan().IndexOfAny('\r', '\uFEFF', '\uFFFE') >= 0 || judged.Result.Findings.Any(static finding => finding.Message.Contains('\n', StringComparison.Ordinal)))
        {
            return;
        }

        var expected = judged.Result.Findings.Select(Subject).ToList();
        for (var i = 0; i < All.Length; i++)
        {
            var other = Judgement.Of([new FuzzFile(file.Path, All[i](text))], Judgement.Needs, cancellationToken);
            var actual = other.Result.Findings.Select(Subject).ToList();
            OracleException.Demand(
                expected.SequenceEqual(actual, StringComparer.Ordinal),
                "forms",
                $"form {i} has other findings",
                () => string.Join('\n', expected.Except(actual).Select(static line => "- " + line).Concat(actual.Except(expected).Select(static line => "+ " + line)).Append(text)));
        }
    }

    /// <summary>What cannot be read on at the end of a line is marked with that end, which is longer in one form than in the other.</summary>
    private static string Subject(Finding finding) => $"{finding.Start} {(finding.Rule.Category == RuleCategory.Input ? finding.Start : finding.End)} {finding.Rule.Id} {finding.Workload} {finding.Message}";
}
