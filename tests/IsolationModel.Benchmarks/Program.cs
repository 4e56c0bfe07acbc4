using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Running;
using IsolationModel.Benchmarks;
using IsolationModel.Benchmarks.Measuring;

// A verb measures whole processes or real builds and writes rows; anything else goes to BenchmarkDotNet. BENCHMARKS.md has every command.
if (args.Length > 0 && MeasuringVerb.Find(args[0]) is { } verb)
{
    verb.Run(Console.Out, args[1..]);
    return;
}

// The projects behind the benchmarks are built anew for them: on a busy machine that takes longer than the two minutes of the default.
var config = ManualConfig.Create(DefaultConfig.Instance).WithBuildTimeout(TimeSpan.FromMinutes(10));
BenchmarkSwitcher.FromAssembly(typeof(DescriptorCorpus).Assembly).Run(args, config);
