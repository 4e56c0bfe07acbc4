using BenchmarkDotNet.Attributes;
using IsolationModel.Evaluation;

namespace IsolationModel.Benchmarks;

/// <summary>One technology against what is needed.</summary>
[MemoryDiagnoser]
[BenchmarkCategory("Verdict")]
public class VerdictBenchmarks
{
    private readonly DecisionTable _table = new(DecisionCase.Model);
    private readonly RulesEnginePeer _rulesEngine = new();
    private readonly Candidate _candidate = Candidate.All(DecisionCase.Model.Definition).Single(candidate => candidate.Id == DecisionCase.Answer);
    private PreparedNeed[] _needs = [];

    /// <summary>Prepares, and checks that all answer the same.</summary>
    [GlobalSetup]
    public async Task Setup()
    {
        _needs = DecisionCase.Needs.Select(_table.Prepare).ToArray();
        var all = OneNeed() == Verdict.Suitable && EightNeeds() == Verdict.Suitable && Explained() == Verdict.Suitable && PlainCode()
            && await RulesEngineEightConditions().ConfigureAwait(false);
        DecisionCase.Check("a peer", all ? DecisionCase.Answer : null);
    }

    /// <summary>Ours: one need.</summary>
    [Benchmark(Baseline = true)]
    public Verdict OneNeed() => _needs[0].Verdict(DecisionCase.Answer);

    /// <summary>Ours: eight needs.</summary>
    [Benchmark]
    public Verdict EightNeeds() => _table.Verdict(DecisionCase.Answer, _needs);

    /// <summary>Ours: eight needs, with the reasons.</summary>
    [Benchmark]
    public Verdict Explained() => TechnologyAssessment.Of(DecisionCase.Model, DecisionCase.Model.Technology(DecisionCase.Answer)!, [], DecisionCase.Needs).Verdict;

    /// <summary>Plain C#: eight conditions.</summary>
    [Benchmark]
    public bool PlainCode() => DecisionCase.Passes(_candidate);

    /// <summary>Microsoft RulesEngine: eight conditions.</summary>
    [Benchmark]
    public Task<bool> RulesEngineEightConditions() => _rulesEngine.Passes(_candidate);
}
