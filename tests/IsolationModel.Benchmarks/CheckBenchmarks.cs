using BenchmarkDotNet.Attributes;
using IsolationModel.Descriptors;
using IsolationModel.Evaluation;
using IsolationModel.Modeling;
using IsolationModel.Workloads;

namespace IsolationModel.Benchmarks;

/// <summary>Checking a corpus in process and warm, on one thread, against the bare events of the same texts.</summary>
[MemoryDiagnoser]
[BenchmarkCategory("Check")]
public class CheckBenchmarks
{
    private readonly ModelIndex _model = new(BuiltInModel.Definition);
    private readonly NeedDeclaration[] _needs = [NeedDeclaration.ForRun(NeedCarrier.Needs, "untrusted-code")];
    private readonly NeedDeclaration[] _level = [NeedDeclaration.ForRun(NeedCarrier.Needs, "pod-security:restricted")];
    private IReadOnlyList<string> _texts = [];
    private DescriptorFile[] _files = [];

    /// <summary>Reads the corpus once.</summary>
    [GlobalSetup]
    public void Setup()
    {
        _texts = DescriptorCorpus.Read(DescriptorCorpus.Folder);
        _files = ReadAll();
    }

    /// <summary>The yardstick.</summary>
    [Benchmark(Baseline = true)]
    public long BareYamlEventsOfAllTexts() => _texts.Sum(BareYamlEvents.Count);

    /// <summary>Texts to workloads.</summary>
    [Benchmark]
    public int ReadDescriptors() => ReadAll().Length;

    /// <summary>Workloads to findings, nothing declared.</summary>
    [Benchmark]
    public int EvaluateWithoutNeeds() => Evaluator.Evaluate(_model, _files, []).Findings.Count;

    /// <summary>Workloads to findings, each with a need: the alternatives are ranked for each.</summary>
    [Benchmark]
    public int EvaluateWithNeed() => Evaluator.Evaluate(_model, _files, _needs).Findings.Count;

    /// <summary>Workloads to findings, each held to the strictest level of the Pod Security Standards.</summary>
    [Benchmark]
    public int EvaluatePodSecurity() => Evaluator.Evaluate(_model, _files, _level).Findings.Count;

    private DescriptorFile[] ReadAll() => _texts
        .Select((text, index) => DescriptorReader.Read($"{index:D5}.yaml", text, DescriptorExpectation.Expected))
        .ToArray();
}
