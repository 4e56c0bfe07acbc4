using IsolationModel.Cli.Output;
using IsolationModel.Evaluation;

namespace IsolationModel.Cli.Init;

/// <summary>Tells which workloads declare no need, and how one is declared. What they need is for their authors to say.</summary>
internal static class Needless
{
    /// <summary>More than this nobody reads; their number says enough.</summary>
    private const int MostListed = 20;

    public static void Tell(TextPage page, IReadOnlyList<WorkloadAssessment> workloads)
    {
        var needless = workloads.Where(static entry => !entry.Workload.IsRendered && !entry.Needs.AreAny && entry.Needs.Problems.Count == 0).ToList();
        if (needless.Count == 0)
        {
            return;
        }

        page.Line();
        page.Line(needless.Count == 1
            ? "1 workload declares no need, so nothing is judged of it. Say what it needs where it is declared, as an annotation in Kubernetes or a label in Compose:"
            : $"{needless.Count} workloads declare no need, so nothing is judged of them. Say what each needs where it is declared, as an annotation in Kubernetes or a label in Compose:");
        page.Item("isolationmodel.dev/level: high", Tone.Strong);
        page.Item("isolationmodel.dev/needs: untrusted-code", Tone.Strong);
        page.Line(needless.Count == 1 ? "It is:" : "They are:");
        page.Table([.. needless.Take(MostListed).Select(static entry =>
            (IReadOnlyList<Cell>)[FindingLine.Place(entry.Place.File, entry.Place.Start.Line, entry.Place.Start.Column), entry.Workload.DisplayName])]);
        if (needless.Count > MostListed)
        {
            page.Item($"and {needless.Count - MostListed} more", Tone.Faint);
        }
    }
}
