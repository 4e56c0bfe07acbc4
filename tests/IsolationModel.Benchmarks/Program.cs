using System.Globalization;
using BenchmarkDotNet.Running;
using IsolationModel.Benchmarks;

// "baseline <folder>" is the yardstick for whole processes; anything else goes to BenchmarkDotNet.
if (args is ["baseline", var folder])
{
    var files = DescriptorCorpus.Read(folder);
    var events = 0L;
    Parallel.ForEach(files, text => Interlocked.Add(ref events, BareYamlEvents.Count(text)));
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{files.Count} files, {events} events"));
    return;
}

BenchmarkSwitcher.FromAssembly(typeof(DescriptorCorpus).Assembly).Run(args);
