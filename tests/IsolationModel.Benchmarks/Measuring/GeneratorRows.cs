using System.Globalization;

namespace IsolationModel.Benchmarks.Measuring;

/// <summary>Generators side by side, each in processes of its own: the first run, a run with a new driver, and what an edit that does not concern it costs.</summary>
internal static class GeneratorRows
{
    private const double FirstBudget = 0.35;
    private const double EditBudget = 0.02;

    /// <summary>The word by which the program starts itself for one generator.</summary>
    public const string ChildVerb = "generator";

    /// <summary>Measures and writes the rows.</summary>
    public static void Write(TextWriter output, int rounds)
    {
        var runs = GeneratorSubject.All.Select(_ => new List<GeneratorRun>()).ToArray();
        Rounds.Run(rounds, GeneratorSubject.All.Select((subject, index) => (subject.Name, (Func<double>)(() =>
        {
            runs[index].Add(GeneratorRun.Parse(Child.Output([ChildVerb, index.ToString(CultureInfo.InvariantCulture)])));
            return 0;
        }))).ToList());

        var samples = runs.Select((list, index) => new Row(
            GeneratorSubject.All[index].Name,
            Of(list, run => run.First),
            Of(list, run => run.Methods),
            Of(list, run => run.Again),
            Of(list, run => run.Edit),
            list[0].Reruns)).ToList();
        var peer = samples.Single(row => row.Name == GeneratorSubject.OneRootType);
        var bestEdit = samples.Skip(2).Min(row => row.Edit.Median);
        var table = new MarkdownTable(
            output, "generator", "first run, ms", "spread", "/ System.Text.Json 1", "budget", "methods compiled", "new driver, ms", "unrelated edit, ms", "/ best peer", "budget", "output steps run again");
        foreach (var row in samples)
        {
            var isOurs = row.Name == GeneratorSubject.Ours;
            var (first, edit) = (row.First.Median / peer.First.Median, row.Edit.Median / bestEdit);
            table.Row(
                row.Name,
                MarkdownTable.Number(row.First.Median),
                row.First.SpreadText,
                MarkdownTable.Number(first),
                MarkdownTable.Budget(first, isOurs ? FirstBudget : null),
                MarkdownTable.Number(row.Methods.Median),
                MarkdownTable.Number(row.Again.Median),
                MarkdownTable.Number(row.Edit.Median),
                MarkdownTable.Number(edit),
                MarkdownTable.Budget(edit, isOurs ? EditBudget : null),
                row.Reruns.ToString("0", CultureInfo.InvariantCulture));
        }
    }

    private static Sample Of(List<GeneratorRun> runs, Func<GeneratorRun, double> value) => new(string.Empty, runs.ConvertAll(run => value(run)));

    private sealed record Row(string Name, Sample First, Sample Methods, Sample Again, Sample Edit, double Reruns);
}
