using System.Globalization;
using IsolationModel.Benchmarks.Measuring;

namespace IsolationModel.Benchmarks.Processes;

/// <summary>
/// The command line as users meet it, whole processes side by side: a folder of descriptors and a single file, the tool as portable and as native code,
/// what it is measured by, and what people use today.
/// </summary>
internal static class CliRows
{
    private const int RoundCount = 9;
    private const double MostSeconds = 60;
    private const double Milli = 1000;

    /// <summary>Measures what a command line asks for: <c>[--corpus folder] [--native tool] [--modules node_modules]</c>.</summary>
    public static void Write(TextWriter output, string[] arguments)
    {
        Write(output, Value("--corpus") ?? DescriptorCorpus.Folder, new CliPrograms(Value("--native"), Value("--modules")));

        string? Value(string option) => Array.IndexOf(arguments, option) is >= 0 and var at && at + 1 < arguments.Length ? arguments[at + 1] : null;
    }

    /// <summary>Measures, and writes a table for the folder and one for the file.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="folder">The folder of descriptors.</param>
    /// <param name="programs">What is measured.</param>
    private static void Write(TextWriter output, string folder, CliPrograms programs)
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
        var processor = rows.ConvertAll(static _ => new List<double>());
        var seconds = Rounds.Run(RoundCount, rows.Select((row, index) => (row.Name, (Func<double>)(() =>
        {
            var figures = row.Process.Run();
            processor[index].Add(figures.ProcessorSeconds ?? double.NaN);
            return figures.Seconds;
        }))).ToList(), MostSeconds);

        var measured = seconds.Select((sample, index) => new Row(sample.Warm, new Sample(sample.Name, processor[index]).Warm, rows[index].Process.PeakMemory() ?? double.NaN)).ToList();
        output.Write($"\n{title}\n\n");
        var table = new MarkdownTable(output, "program", "runs", "ms", "spread", "processor ms", "/ first", "processor / first", "budget", "peak MB", "/ first");
        for (var i = 0; i < rows.Count; i++)
        {
            var (wall, ratio) = (measured[i].Wall.Median, measured[i].Wall.Median / measured[0].Wall.Median);
            table.Row(
                rows[i].Name,
                seconds[i].Values.Count.ToString(CultureInfo.InvariantCulture),
                MarkdownTable.Number(Milli * wall),
                measured[i].Wall.SpreadText,
                MarkdownTable.Number(Milli * measured[i].Processor.Median),
                MarkdownTable.Number(ratio),
                MarkdownTable.Number(measured[i].Processor.Median / measured[0].Processor.Median),
                rows[i].Ratio is { } most ? MarkdownTable.Budget(ratio, most) : MarkdownTable.Budget(Milli * wall, Milli * rows[i].Seconds, " ms"),
                MarkdownTable.Number(measured[i].Peak / 1e6),
                MarkdownTable.Number(measured[i].Peak / measured[0].Peak));
        }
    }

    private sealed record Row(Sample Wall, Sample Processor, double Peak);
}
