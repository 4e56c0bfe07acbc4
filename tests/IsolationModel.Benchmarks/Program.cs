using System.Globalization;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Running;
using IsolationModel.Benchmarks;
using IsolationModel.Benchmarks.Processes;

// "baseline <folder>" and "empty <arguments>" are the yardsticks for whole processes; "cli [--corpus <folder>] [--native <tool>] [--modules <node_modules>]"
// measures the tool by them, and beside what people use today; "analyzers" counts the seconds of ours and of the .NET analyzers side by side in one
// compilation; anything else goes to BenchmarkDotNet. Categories: Names, Verdict, Recommendation, Model, Check, Code, Generator, Cold. All but Cold also run without a build of their own: --job short --inProcess --anyCategories Names Verdict
if (args is ["baseline", var folder])
{
    var files = DescriptorCorpus.Read(folder);
    var events = 0L;
    Parallel.ForEach(files, text => Interlocked.Add(ref events, BareYamlEvents.Count(text)));
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{files.Count} files, {events} events"));
    return;
}

if (args is ["empty", ..])
{
    Environment.ExitCode = EmptyProgram.Run(args[1..]);
    return;
}

if (args is ["cli", ..])
{
    string? Value(string option) => Array.IndexOf(args, option) is > 0 and var at && at + 1 < args.Length ? args[at + 1] : null;
    CliRows.Write(Console.Out, Value("--corpus") ?? DescriptorCorpus.Folder, new CliPrograms(Value("--native"), Value("--modules")));
    return;
}

if (args is ["analyzers"])
{
    foreach (var buildsPods in new[] { false, true, false, true })
    {
        var (ours, others) = await new CodeProject(buildsPods).AnalyzerSeconds();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{(buildsPods ? "with pods" : "without library")}: ours {ours:0.000} s, .NET analyzers {others:0.000} s, ratio {ours / others:0.000}"));
    }

    return;
}

// The projects behind the benchmarks are built anew for them: on a busy machine that takes longer than the two minutes of the default.
var config = ManualConfig.Create(DefaultConfig.Instance).WithBuildTimeout(TimeSpan.FromMinutes(10));
BenchmarkSwitcher.FromAssembly(typeof(DescriptorCorpus).Assembly).Run(args, config);
