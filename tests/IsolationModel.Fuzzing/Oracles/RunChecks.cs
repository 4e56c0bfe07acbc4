using IsolationModel.Evaluation;
using IsolationModel.Findings;

namespace IsolationModel.Fuzzing.Oracles;

/// <summary>What holds of every run, however many files it has.</summary>
internal static class RunChecks
{
    /// <summary>Checks what was judged.</summary>
    public static void Judged(Judgement judged, string needs, CancellationToken cancellationToken)
    {
        var texts = judged.Files.ToDictionary(static file => file.Path, Judgement.TextOf, StringComparer.Ordinal);
        Crashes.Check(judged.Result.Findings);
        Ranges.Check(judged.Result.Findings, texts);
        foreach (var finding in judged.Result.Findings.Concat(judged.Linked.SelectMany(static file => file.Findings)))
        {
            OracleException.Demand(finding.Start.Line >= 1 && finding.Start.Column >= 1, "ranges", "a place is not counted from 1", () => finding.Message);
        }

        OracleException.Demand(AreOrdered(judged.Result.Findings), "order", "findings are not in the one order", () => string.Join('\n', judged.Result.Findings.Select(static finding => $"{finding.File} {finding.Start} {finding.Rule.Id}")));
        var again = Judgement.Of(judged.Files, needs, cancellationToken);
        Sameness(judged.Result, again.Result, "the same run twice");
        Sameness(judged.Result, Judgement.Of([.. judged.Files.Reverse()], needs, cancellationToken).Result, "the same files in another order");

        // Without a need the rules that ask for one are silent, and so is whatever they would have failed on.
        Crashes.Check(Judgement.Of(judged.Files, null, cancellationToken).Result.Findings);
    }

    /// <summary>Whether two results are the same.</summary>
    public static bool AreSame(EvaluationResult left, EvaluationResult right) =>
        left.Findings.SequenceEqual(right.Findings) && left.Summary == right.Summary && left.Workloads.Select(Name).SequenceEqual(right.Workloads.Select(Name), StringComparer.Ordinal);

    private static void Sameness(EvaluationResult left, EvaluationResult right, string what) => OracleException.Demand(
        AreSame(left, right),
        "sameness",
        $"{what} comes to something else",
        () => string.Join('\n', left.Findings.Except(right.Findings).Select(static finding => "- " + finding.Message).Concat(right.Findings.Except(left.Findings).Select(static finding => "+ " + finding.Message)).Append($"{left.Summary}\n{right.Summary}")));

    private static bool AreOrdered(IReadOnlyList<Finding> findings)
    {
        for (var i = 1; i < findings.Count; i++)
        {
            if (FindingOrder.Instance.Compare(findings[i - 1], findings[i]) > 0)
            {
                return false;
            }
        }

        return true;
    }

    private static string Name(WorkloadAssessment workload) => $"{workload.File.Path} {workload.Workload.Name} {workload.Runtime.Technology?.Id} {workload.Runtime.Confidence}";
}
