using System.Text;
using IsolationModel.Descriptors.Kustomize;
using IsolationModel.Descriptors.Yaml;
using IsolationModel.Findings;
using IsolationModel.Rules;

namespace IsolationModel.Fuzzing.Oracles;

/// <summary>A broken document costs itself: put behind others, it is told, and what is found in them stays.</summary>
internal static class BrokenDocument
{
    private const int LongestText = 50_000;

    /// <summary>Checks a run of one file of YAML.</summary>
    public static void Check(Judgement judged, CancellationToken cancellationToken)
    {
        // Behind JSON nothing may stand, and a project of Compose is one document, as is a kustomization. Whether a suppression is used, nobody knows who could not read all.
        if (judged.Files is not [{ Text: { Length: > 0 and <= LongestText } text } file] || !file.Path.EndsWith(".yaml", StringComparison.Ordinal) || text.TrimStart() is not [not '{', ..] || DocumentRetention.IsKustomization(file.Path)
            || text.Contains("services", StringComparison.Ordinal) || text.Contains("{{", StringComparison.Ordinal) || YamlTreeReader.Read(text, cancellationToken).Problems.Count > 0 || judged.Linked[0].DocumentCount == 0)
        {
            return;
        }

        var after = Judgement.Of([new FuzzFile(file.Path, Encoding.UTF8.GetBytes(text + "\n---\nbroken: [\n"))], Judgement.Needs, cancellationToken).Result.Findings;
        var (expected, actual) = (Subjects(judged.Result.Findings), Subjects(after.Where(static finding => !ReferenceEquals(finding.Rule, InputRules.SyntaxError))));
        OracleException.Demand(after.Any(static finding => ReferenceEquals(finding.Rule, InputRules.SyntaxError)), "silence", "a broken document is not told", () => text);
        OracleException.Demand(
            expected.SequenceEqual(actual, StringComparer.Ordinal),
            "loss",
            "a broken document changes what is found in others",
            () => string.Join('\n', expected.Except(actual).Select(static line => "- " + line).Concat(actual.Except(expected).Select(static line => "+ " + line)).Append(text)));
    }

    private static List<string> Subjects(IEnumerable<Finding> findings) => [.. findings.Where(static finding => !ReferenceEquals(finding.Rule, SuppressionRules.Unused)).Select(Subject)];

    private static string Subject(Finding finding) => $"{finding.Start} {finding.End} {finding.Rule.Id} {finding.Workload} {finding.Message}";
}
