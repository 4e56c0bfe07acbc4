using NRules;
using NRules.Fluent;
using NRules.Fluent.Dsl;

namespace IsolationModel.Benchmarks;

/// <summary>NRules: the conditions as one rule, compiled before the first measurement; a session for each decision, as its documentation has it.</summary>
internal sealed class NRulesPeer
{
    private readonly ISessionFactory _factory;

    public NRulesPeer()
    {
        var rules = new RuleRepository();
        rules.Load(load => load.PrivateTypes().NestedTypes().From(typeof(PassingRule)));
        _factory = rules.Compile();
    }

    public Candidate? Best(Candidate[] candidates)
    {
        var passing = new List<Candidate>();
        var session = _factory.CreateSession();
        session.InsertAll(candidates);
        session.Insert(passing);
        session.Fire();
        return Candidate.Best(passing);
    }

    /// <summary>Collects the candidates that pass.</summary>
    public sealed class PassingRule : Rule
    {
        /// <inheritdoc/>
        public override void Define()
        {
            List<Candidate> passing = null!;
            Candidate candidate = null!;
            When()
                .Match(() => passing)
                .Match(
                    () => candidate,
                    item => item.Boundary >= 4,
                    item => item.ResourceLimits,
                    item => item.UnmodifiedOciImage,
                    item => item.RunsInKubernetes,
                    item => item.RunsOnX64,
                    item => item.RunsLinux,
                    item => item.Startup <= 10,
                    item => item.MemoryOverhead <= 1_073_741_824);
            Then().Do(_ => passing.Add(candidate));
        }
    }
}
