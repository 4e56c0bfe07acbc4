using System.Globalization;

namespace IsolationModel.Benchmarks.Processes;

/// <summary>
/// The command line as users meet it, whole processes side by side: a folder of descriptors and a single file, the tool as portable and as native code,
/// what it is measured by, and what people use today.
/// </summary>
internal static class CliRows
{
    private const int Rounds = 9;
    private const int MostSeconds = 60;

    /// <summary>Measures, and writes a table for the folder and one for the file.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="folder">The folder of descriptors.</param>
    /// <param name="programs">What is measured.</param>
    public static void Write(TextWriter output, string folder, CliPrograms programs)
    {
        var file = Directory.EnumerateFiles(folder, "*.yaml", SearchOption.AllDirectories).Order(StringComparer.Ordinal).First();
        RequireSameAnswer(folder, programs);
        Table(output, $"`isolation check` of {Path.GetFileName(Path.TrimEndingDirectorySeparator(folder))}", programs.Events(folder), "events of YamlDotNet", [
            ("isolation, portable", programs.Portable("check", folder), 2.0, null),
            ("isolation, native", programs.Native("check", folder), 0.25, null),
            .. programs.Peers(folder).Select(static peer => (peer.Name, (MeasuredProcess?)peer.Process, (double?)null, (double?)null)),
        ]);
        Table(output, $"`isolation check {Path.GetFileName(file)}`", programs.Empty(file), "empty program of System.CommandLine", [
            ("isolation, portable", programs.Portable("check", file), 2.0, null),
            ("isolation, native", programs.Native("check", file), null, 0.010),
            .. programs.Peers(file).Select(static peer => (peer.Name, (MeasuredProcess?)peer.Process, (double?)null, (double?)null)),
        ]);
    }

    /// <summary>A program that is fast because it says something else is not faster.</summary>
    private static void RequireSameAnswer(string folder, CliPrograms programs)
    {
        if (programs.Native("check", folder, "--format", "json") is { } native && native.Output() != programs.Portable("check", folder, "--format", "json").Output())
        {
            throw new InvalidOperationException("The portable and the native tool answer differently: publish the latter anew.");
        }
    }

    private static void Table(
        TextWriter output, string title, MeasuredProcess yardstick, string name, IReadOnlyList<(string Name, MeasuredProcess? Process, double? Ratio, double? Seconds)> others)
    {
        List<(string Name, MeasuredProcess Process, double? Ratio, double? Seconds)> rows = [(name, yardstick, null, null)];
        rows.AddRange(others.Where(static row => row.Process is not null).Select(static row => (row.Name, row.Process!, row.Ratio, row.Seconds)));
        var samples = rows.ConvertAll(static _ => new List<ProcessFigures>());
        for (var round = 0; round < Rounds; round++)
        {
            // Each round starts with another one. Who takes minutes is measured once more than to warm up, no oftener.
            for (var i = 0; i < rows.Count; i++)
            {
                var row = (i + round) % rows.Count;
                if (samples[row].Sum(static sample => sample.Seconds) < MostSeconds)
                {
                    samples[row].Add(rows[row].Process.Run());
                }
            }
        }

        output.Write($"\n{title}\n\n| program | runs | ms | middle half | processor ms | / first | processor / first | budget | peak MB | / first |\n| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |\n");
        var first = (Wall: Median(samples[0], Wall), Processor: Median(samples[0], Processor), Peak: rows[0].Process.PeakMemory());
        for (var i = 0; i < rows.Count; i++)
        {
            var (wall, processor, peak) = i == 0 ? first : (Median(samples[i], Wall), Median(samples[i], Processor), rows[i].Process.PeakMemory());
            output.Write(string.Create(
                CultureInfo.InvariantCulture,
                $"| {rows[i].Name} | {samples[i].Count} | {1000 * wall:0.0} | {1000 * Quantile(samples[i], Wall, 0.25):0.0}..{1000 * Quantile(samples[i], Wall, 0.75):0.0} | {1000 * processor:0.0} | {wall / first.Wall:0.00} | {processor / first.Processor:0.00} | {Budget(rows[i].Ratio, rows[i].Seconds, wall ?? 0, wall / first.Wall ?? 0)} | {peak / 1e6:0.0} | {peak / first.Peak:0.00} |\n"));
        }
    }

    private static string Budget(double? ratio, double? seconds, double wall, double measured) =>
        ratio is { } most ? string.Create(CultureInfo.InvariantCulture, $"<= {most:0.##}: {(measured <= most ? "held" : "not held")}")
        : seconds is { } longest ? string.Create(CultureInfo.InvariantCulture, $"<= {1000 * longest:0} ms: {(wall <= longest ? "held" : "not held")}")
        : string.Empty;

    private static double? Wall(ProcessFigures figures) => figures.Seconds;

    private static double? Processor(ProcessFigures figures) => figures.ProcessorSeconds;

    private static double? Median(List<ProcessFigures> samples, Func<ProcessFigures, double?> figure) => Quantile(samples, figure, 0.5);

    /// <summary>The first run of several warms up the caches of the system.</summary>
    private static double? Quantile(List<ProcessFigures> samples, Func<ProcessFigures, double?> figure, double share)
    {
        var sorted = samples.Skip(samples.Count > 1 ? 1 : 0).Select(figure).OfType<double>().Order().ToArray();
        return sorted.Length == 0 ? null : sorted[(int)Math.Round(share * (sorted.Length - 1))];
    }
}
