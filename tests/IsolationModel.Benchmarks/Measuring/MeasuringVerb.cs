using System.Globalization;
using IsolationModel.Benchmarks.Processes;

namespace IsolationModel.Benchmarks.Measuring;

/// <summary>A word of the command line that measures something, and writes rows for BENCHMARKS.md.</summary>
/// <param name="Name">The word.</param>
/// <param name="Run">Measures; is given the arguments behind the word.</param>
internal sealed record MeasuringVerb(string Name, Action<TextWriter, string[]> Run)
{
    private const int GeneratorRounds = 7;
    private const int AnalyzerRounds = 1;

    /// <summary>The verbs. A test holds BENCHMARKS.md to them.</summary>
    private static readonly MeasuringVerb[] All =
    [
        new("baseline", static (output, arguments) => Baseline(output, arguments.FirstOrDefault() ?? DescriptorCorpus.Folder)),
        new("empty", static (_, arguments) => Environment.ExitCode = EmptyProgram.Run(arguments)),
        new("cli", static (output, arguments) => CliRows.Write(output, arguments)),
        new("readers", static (output, arguments) => ReaderRows.Write(output, arguments.FirstOrDefault() ?? DescriptorCorpus.Folder)),
        new("generators", static (output, arguments) => GeneratorRows.Write(output, Rounds(arguments, GeneratorRounds))),
        new("analyzers", static (output, arguments) => AnalyzerRows.Write(output, Rounds(arguments, AnalyzerRounds))),

        // One generator in a process of its own, for "generators".
        new(GeneratorRows.ChildVerb, static (output, arguments) => output.WriteLine(GeneratorRun.Measure(GeneratorSubject.All[int.Parse(arguments[0], CultureInfo.InvariantCulture)]))),
    ];

    /// <summary>The verb of a name, or null.</summary>
    public static MeasuringVerb? Find(string name) => Array.Find(All, verb => string.Equals(verb.Name, name, StringComparison.Ordinal));

    private static int Rounds(string[] arguments, int otherwise) => arguments.Length > 0 ? int.Parse(arguments[0], CultureInfo.InvariantCulture) : otherwise;

    /// <summary>The yardstick for whole processes: enumerates, reads and pulls YamlDotNet's events, with all threads.</summary>
    private static void Baseline(TextWriter output, string folder)
    {
        var files = DescriptorCorpus.Read(folder);
        var events = 0L;
        Parallel.ForEach(files, text => Interlocked.Add(ref events, BareYamlEvents.Count(text)));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{files.Count} files, {events} events"));
    }
}
