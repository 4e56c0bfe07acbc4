using BenchmarkDotNet.Attributes;
using IsolationModel.Evaluation;
using IsolationModel.Modeling;

namespace IsolationModel.Benchmarks;

/// <summary>The best technology of the whole catalogue for eight conditions and three wishes.</summary>
[MemoryDiagnoser]
[BenchmarkCategory("Recommendation")]
public class RecommendationBenchmarks
{
    private readonly Candidate[] _candidates = Candidate.All(DecisionCase.Model.Definition);
    private readonly BitMaskFloor _floor = new(DecisionCase.Model.Definition, DecisionCase.Needs);
    private readonly RulesEnginePeer _rulesEngine = new();
    private readonly NRulesPeer _nRules = new();
    private readonly DecisionTable _table = new(DecisionCase.Model);
    private PreparedNeed[] _needs = [];
    private PreparedGoals _goals = null!;
    private TechnologyDefinition[] _room = [];

    /// <summary>Prepares, and checks that all answer the same.</summary>
    [GlobalSetup]
    public async Task Setup()
    {
        _needs = DecisionCase.Needs.Select(_table.Prepare).ToArray();
        _goals = _table.Prepare(DecisionCase.Goals);
        _room = new TechnologyDefinition[_table.Count];
        DecisionCase.Check("the floor", _candidates[Floor()].Id);
        DecisionCase.Check("the table", Best()?.Id);
        Rank();
        DecisionCase.Check("the table's ranking", _room[0].Id);
        DecisionCase.Check("the table's tier", EquallyGood() > 0 ? _room[0].Id : null);
        DecisionCase.Check("LINQ", Linq()?.Id);
        DecisionCase.Check("NRules", NRules()?.Id);
        DecisionCase.Check("RulesEngine", (await RulesEngine().ConfigureAwait(false))?.Id);
    }

    /// <summary>The floor.</summary>
    [Benchmark(Baseline = true)]
    public int Floor() => _floor.Best();

    /// <summary>Ours: the best one.</summary>
    [Benchmark]
    public TechnologyDefinition? Best() => _table.Best(_needs, _goals);

    /// <summary>Ours: the best ones.</summary>
    [Benchmark]
    public int EquallyGood() => _table.EquallyGood(_needs, _goals, _room);

    /// <summary>Ours: all technologies in order.</summary>
    [Benchmark]
    public int Rank() => _table.Rank(_needs, _goals, _room);

    /// <summary>Ours: preparing eight needs and three wishes that were never seen before, and the best one.</summary>
    [Benchmark]
    public TechnologyDefinition? PrepareAndBest() => _table.Best(DecisionCase.Needs.Select(_table.Prepare).ToArray(), _table.Prepare(DecisionCase.Goals));

    /// <summary>Ours, with the reasons.</summary>
    [Benchmark]
    public RankedTechnology? ExplainingRanking() => TechnologyRanking.Rank(DecisionCase.Model, null, [], DecisionCase.Needs, DecisionCase.Goals).Best;

    /// <summary>Plain C# over objects.</summary>
    [Benchmark]
    public Candidate? Linq() => Candidate.Best(_candidates.Where(DecisionCase.Passes));

    /// <summary>NRules.</summary>
    [Benchmark]
    public Candidate? NRules() => _nRules.Best(_candidates);

    /// <summary>Microsoft RulesEngine.</summary>
    [Benchmark]
    public Task<Candidate?> RulesEngine() => _rulesEngine.Best(_candidates);
}
