using System.Diagnostics;
using System.Globalization;

namespace IsolationModel.Benchmarks.Measuring;

/// <summary>
/// The share of analyzers in a real build: the SDK's own compiler over a large generated project, once for each set of analyzers, and the seconds that it
/// reports for them (<c>/reportanalyzer</c>).
/// </summary>
internal sealed class AnalyzerRows
{
    private const double Budget = 0.1;
    private const string DotNet = ".NET analyzers, latest-all";
    private const string Meziantou = "Meziantou.Analyzer";
    private const string WithoutDescriptors = "ours, no descriptors";
    private const string WithManifests = "ours, 100 manifests";

    private readonly AnalyzedProject _project;

    private AnalyzerRows(AnalyzedProject project) => _project = project;

    /// <summary>Measures and writes the rows.</summary>
    public static void Write(TextWriter output, int rounds)
    {
        var folder = Directory.CreateTempSubdirectory("isolation-analyzers-");
        try
        {
            new AnalyzerRows(AnalyzedProject.Create(folder.FullName)).Measure(output, rounds);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private void Measure(TextWriter output, int rounds)
    {
        var config = Path.Combine(DotNetRoot.Sdk, "Sdks", "Microsoft.NET.Sdk", "analyzers");
        // "latest" is the level of the SDK's own version; a higher one is there as a preview.
        var latest = Path.Combine(config, "build", "config", $"analysislevel_{DotNetRoot.SdkVersion.Split('.')[0]}_all.globalconfig");
        (string Name, string[] Arguments)[] subjects =
        [
            ("none", []),
            (WithoutDescriptors, AnalyzersOf(OurAssemblies())),
            (WithManifests, [.. AnalyzersOf(OurAssemblies()), .. _project.ManifestArguments]),
            (DotNet, [.. AnalyzersOf(Directory.GetFiles(config, "*.NetAnalyzers.dll").Where(static path => !path.Contains("VisualBasic", StringComparison.Ordinal))), $"/analyzerconfig:{latest}"]),
            (Meziantou, AnalyzersOf(PackageFolder.Assemblies("meziantou.analyzer/3.0.321/analyzers/dotnet/roslyn4.14/cs"))),
            ("Roslynator.Analyzers", AnalyzersOf(PackageFolder.Assemblies("roslynator.analyzers/5.0.1/analyzers/dotnet/roslyn4.7/cs"))),
        ];
        var reported = subjects.Select(_ => new List<double>()).ToArray();
        var found = new int[subjects.Length];
        var walls = Rounds.Run(rounds, subjects.Select((subject, index) => (subject.Name, (Func<double>)(() =>
        {
            var watch = Stopwatch.StartNew();
            var text = _project.Compile(subject.Arguments);
            var wall = watch.Elapsed.TotalSeconds;
            reported[index].Add(Seconds(text, "Total analyzer execution time: ") + Seconds(text, "Total generator execution time: "));
            found[index] = text.Split('\n').Count(static line => line.Contains(": warning ", StringComparison.Ordinal));
            return wall;
        }))).ToList());

        var seconds = subjects.Select((subject, index) => new Sample(subject.Name, reported[index])).ToList();
        var table = new MarkdownTable(output, "analyzers", "reported, s", "spread", "ratio", "budget", "whole compilation, s", "spread", "warnings");
        for (var i = 0; i < subjects.Length; i++)
        {
            var peer = seconds.Find(sample => sample.Name == (subjects[i].Name == WithManifests ? Meziantou : DotNet))!;
            var ratio = seconds[i].Median / peer.Median;
            table.Row(
                subjects[i].Name,
                MarkdownTable.Number(seconds[i].Median),
                seconds[i].SpreadText,
                i == 0 ? string.Empty : $"{MarkdownTable.Number(ratio)} x {peer.Name}",
                MarkdownTable.Budget(ratio, subjects[i].Name is WithManifests or WithoutDescriptors ? Budget : null),
                MarkdownTable.Number(walls[i].Median),
                walls[i].SpreadText,
                found[i].ToString(CultureInfo.InvariantCulture));
        }
    }

    private static string[] AnalyzersOf(IEnumerable<string> paths) => paths.Select(static path => $"/analyzer:{path}").ToArray();

    /// <summary>What our package brings into the compiler, in the build for compilers.</summary>
    private static IEnumerable<string> OurAssemblies()
    {
        var built = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", "IsolationModel.Analyzers", Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory))));
        return Directory.GetFiles(built, "IsolationModel.*.dll").Append(Path.Combine(AppContext.BaseDirectory, "IsolationModel.Generators.dll")).Order(StringComparer.Ordinal);
    }

    /// <summary>The sum that the compiler reports; none where no such analyzer ran.</summary>
    private static double Seconds(string text, string label)
    {
        var at = text.IndexOf(label, StringComparison.Ordinal);
        return at < 0 ? 0 : double.Parse(text.AsSpan(at + label.Length, text.IndexOf(' ', at + label.Length) - at - label.Length), CultureInfo.InvariantCulture);
    }
}
