using System.Diagnostics;
using System.Globalization;
using System.Runtime;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace IsolationModel.Benchmarks.Measuring;

/// <summary>What one generator took in one process.</summary>
/// <param name="First">Milliseconds of the first run, loading and just-in-time compilation included.</param>
/// <param name="Methods">How many methods were compiled for it.</param>
/// <param name="Again">Milliseconds of a run with a new driver, warm.</param>
/// <param name="Edit">Milliseconds after an edit that does not concern it.</param>
/// <param name="Reruns">How many of its output steps that edit made run again.</param>
internal sealed record GeneratorRun(double First, double Methods, double Again, double Edit, double Reruns)
{
    private const int Files = 2000;
    private const int Repetitions = 25;

    /// <summary>Measures in this process, which must not have run any generator before.</summary>
    public static GeneratorRun Measure(GeneratorSubject subject)
    {
        var compilation = Compilation(subject);
        var methods = JitInfo.GetCompiledMethodCount();
        var watch = Stopwatch.StartNew();
        var generators = subject.Load();
        var result = GeneratorSubject.NewDriver(generators).RunGenerators(compilation);
        var first = watch.Elapsed.TotalMilliseconds;
        methods = JitInfo.GetCompiledMethodCount() - methods;
        Check(subject, result.GetRunResult());

        var again = Median(() => GeneratorSubject.NewDriver(generators).RunGenerators(compilation));

        // Two texts of one file, in turn: each edit starts from the state of the one before.
        var tree = compilation.SyntaxTrees[0];
        var edited = compilation.ReplaceSyntaxTree(tree, CSharpSyntaxTree.ParseText("class Edited { }", path: tree.FilePath));
        var driver = GeneratorSubject.NewDriver(generators).RunGenerators(compilation);
        var isEdited = false;
        var edit = Median(() => driver = driver.RunGenerators((isEdited = !isEdited) ? edited : compilation));

        // Steps are counted by a driver of their own, since keeping count takes time.
        var counted = GeneratorSubject.NewDriver(generators, tracksSteps: true).RunGenerators(compilation).RunGenerators(edited).GetRunResult();
        return new GeneratorRun(first, methods, again, edit, StepsRun(counted));
    }

    /// <summary>As the process writes it for <see cref="Parse"/>.</summary>
    public override string ToString() => string.Join(' ', new[] { First, Methods, Again, Edit, Reruns }.Select(value => value.ToString("R", CultureInfo.InvariantCulture)));

    /// <summary>Reads what another process wrote.</summary>
    public static GeneratorRun Parse(string text)
    {
        var values = text.Split(' ').Select(value => double.Parse(value, CultureInfo.InvariantCulture)).ToArray();
        return new GeneratorRun(values[0], values[1], values[2], values[3], values[4]);
    }

    private static int StepsRun(GeneratorDriverRunResult result) => result.Results
        .SelectMany(static generator => generator.TrackedOutputSteps.Values)
        .SelectMany(static steps => steps)
        .SelectMany(static step => step.Outputs)
        .Count(static output => output.Reason is not (IncrementalStepRunReason.Cached or IncrementalStepRunReason.Removed));

    private static void Check(GeneratorSubject subject, GeneratorDriverRunResult result)
    {
        if (result.GeneratedTrees.IsEmpty || result.Diagnostics.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error))
        {
            throw new InvalidOperationException($"{subject.Name} made nothing or reported: {string.Join(" ", result.Diagnostics)}");
        }
    }

    private static double Median(Action action)
    {
        var values = new double[Repetitions];
        for (var i = 0; i < values.Length; i++)
        {
            var watch = Stopwatch.StartNew();
            action();
            values[i] = watch.Elapsed.TotalMilliseconds;
        }

        return new Sample(string.Empty, values).Median;
    }

    /// <summary>A project of 2,000 files of ordinary code, and the file that the generator works for.</summary>
    private static CSharpCompilation Compilation(GeneratorSubject subject)
    {
        var framework = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetDirectoryName(path) == Path.GetDirectoryName(typeof(object).Assembly.Location));
        return CSharpCompilation.Create(
            "Benchmark",
            Enumerable.Range(0, Files).Select(number => CSharpSyntaxTree.ParseText(CodeProject.Source(number, buildsPods: false), path: $"/large/File{number}.cs"))
                .Append(CSharpSyntaxTree.ParseText(subject.Source, path: "/large/Subject.cs")),
            framework.Concat(subject.References).Select(path => MetadataReference.CreateFromFile(path)),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
    }
}
