using System.Text;
using IsolationModel.Findings;
using IsolationModel.Fixes;
using IsolationModel.Rules;

namespace IsolationModel.Fuzzing.Oracles;

/// <summary>A fix mends what it says, leaves the file readable, and comes to an end.</summary>
internal static class Fixing
{
    /// <summary>More findings say no more, and each round judges everything anew.</summary>
    public const int MostFindings = 500;

    /// <summary>How many fixes of an input are tried one by one.</summary>
    private const int MostSingle = 6;

    /// <summary>As many rounds as <c>isolation fix</c> makes.</summary>
    private const int MostRounds = 100;

    /// <summary>Makes fixes one by one, and then all of them until none is left.</summary>
    public static void Check(Judgement judged, string needs, CancellationToken cancellationToken)
    {
        if (judged.Result.Findings.Count > MostFindings)
        {
            return;
        }

        foreach (var finding in judged.Result.Findings.Where(static finding => finding.Edits.Count > 0).Take(MostSingle))
        {
            CheckOne(judged, finding, needs, cancellationToken);
        }

        for (var round = 0; round < MostRounds; round++)
        {
            var files = FixedOnce(judged);
            if (files is null)
            {
                return;
            }

            judged = Judgement.Of(files, needs, cancellationToken);
            Crashes.Check(judged.Result.Findings);
        }

        throw new OracleException("fixes", "they come to no end", string.Join('\n', judged.Result.Findings.Where(static finding => finding.Edits.Count > 0).Take(3).Select(Describe)));
    }

    private static void CheckOne(Judgement judged, Finding finding, string needs, CancellationToken cancellationToken)
    {
        var edits = new EditSet();
        OracleException.Demand(edits.TryAdd(finding.Edits), "fixes", $"the edits of {finding.Rule.Id} touch each other", () => Describe(finding));
        var files = judged.Files.Select(file => string.Equals(file.Path, finding.File, StringComparison.Ordinal) ? Changed(file, edits) : file).ToList();
        var after = Judgement.Of(files, needs, cancellationToken);
        Crashes.Check(after.Result.Findings);
        OracleException.Demand(
            CountOf(after, finding) < CountOf(judged, finding) || IsSpeltOtherwise(judged, finding),
            "fixes",
            $"{finding.Rule.Id} stays after its fix",
            () => $"{Describe(finding)}\n{Judgement.TextOf(files.First(file => file.Path == finding.File))}");
        OracleException.Demand(
            Unreadable(after, finding.File) <= Unreadable(judged, finding.File),
            "fixes",
            $"the fix of {finding.Rule.Id} breaks the file",
            () => $"{Describe(finding)}\n{string.Join('\n', after.Result.Findings.Where(other => other.Rule.Category == RuleCategory.Input).Select(static other => other.Message))}\n{Judgement.TextOf(files.First(file => file.Path == finding.File))}");
    }

    private static List<FuzzFile>? FixedOnce(Judgement judged)
    {
        var chosen = new Dictionary<string, EditSet>(StringComparer.Ordinal);
        foreach (var finding in judged.Result.Findings.Where(static finding => finding.Edits.Count > 0))
        {
            var edits = chosen.TryGetValue(finding.File, out var some) ? some : chosen[finding.File] = new EditSet();
            _ = edits.Holds(finding.Edits) || edits.TryAdd(finding.Edits);
        }

        return chosen.Count == 0 ? null : [.. judged.Files.Select(file => chosen.TryGetValue(file.Path, out var edits) ? Changed(file, edits) : file)];
    }

    private static FuzzFile Changed(FuzzFile file, EditSet edits) => new(file.Path, Encoding.UTF8.GetBytes(edits.Apply(file.Text!)));

    /// <summary>A field that stands there in other letters is not written beside it: its own finding renames it, and after that nothing is left.</summary>
    private static bool IsSpeltOtherwise(Judgement judged, Finding finding) => finding.Control is { } field
        && judged.Files.First(file => string.Equals(file.Path, finding.File, StringComparison.Ordinal)).Text is { } text
        && text.Contains(field, StringComparison.OrdinalIgnoreCase)
        && !text.Contains(field, StringComparison.Ordinal);

    private static int CountOf(Judgement judged, Finding finding) => judged.Result.Findings.Count(other =>
        (other.Rule.Id, other.File, other.Workload, other.Need, other.Control, other.Message) == (finding.Rule.Id, finding.File, finding.Workload, finding.Need, finding.Control, finding.Message));

    private static int Unreadable(Judgement judged, string file) => judged.Result.Findings.Count(finding => finding.Rule.Category == RuleCategory.Input && finding.File == file);

    private static string Describe(Finding finding) => $"{finding.Rule.Id} at {finding.Start}: {finding.Message} [{finding.FixTitle}: {string.Join(", ", finding.Edits.Select(static edit => $"{edit.Range} -> '{edit.NewText}'"))}]";
}
