using System.Globalization;
using CsCheck;
using IsolationModel.Descriptors.Kubernetes.Policies;
using IsolationModel.Evaluation;
using IsolationModel.Modeling;
using IsolationModel.Policies;
using IsolationModel.Workloads;

namespace IsolationModel.Conformance.Cel;

/// <summary>What a cluster enforces is what the evaluator says: exported policies and the evaluator judge the same random pods.</summary>
public sealed class PolicyAgreementTests(CelEngines engines) : IClassFixture<CelEngines>
{
    /// <summary>How often a pod is judged by a policy; more of it for a long run.</summary>
    private const string CountVariable = "ISOLATION_POLICY_EVALUATIONS";

    private const int PoliciesOfAPod = 6;
    private const int PodsOfABatch = 2000;

    /// <summary>Some weakenings show themselves in one pod of some thousands: when only they are left, each round has more pods.</summary>
    private const int Rounds = 40;

    private const int PodsOfARound = 150;
    private const int PodsOfALateRound = 2000;
    private const int FewAreLeft = 3;

    private static readonly int Evaluations = int.TryParse(Environment.GetEnvironmentVariable(CountVariable), NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : 6000;

    private static readonly Gen<string> Pods = RandomPods.Of(PolicyWorld.Classes);

    [Fact]
    public async Task A_pod_is_proved_where_it_is_suitable_and_refuted_where_it_is_unsuitable()
    {
        var policies = new List<(ModelIndex Model, ExportedPolicy Exported)>();
        foreach (var model in PolicyWorld.Models)
        {
            foreach (var need in PolicyWorld.Needs)
            {
                policies.AddRange(Enum.GetValues<PolicyMode>().Select(mode => ExportedPolicy.Of(model, need, mode)).OfType<ExportedPolicy>().Select(exported => (model, exported)));
            }
        }

        var verdicts = new Dictionary<(PolicyMode, Verdict), int>();
        for (var left = Evaluations / PoliciesOfAPod; left > 0; left -= PodsOfABatch)
        {
            var pods = Pods.Array[Math.Min(left, PodsOfABatch)].At(left);
            var questions = pods.SelectMany((pod, at) => Enumerable.Range(0, PoliciesOfAPod).Select(i => new CelQuestion(((at * 31) + (i * 37)) % policies.Count, pod))).ToList();
            var answers = await engines.AskAsync([.. policies.Select(policy => policy.Exported)], questions);
            DescriptorFile? file = null;
            for (var i = 0; i < questions.Count; i++)
            {
                file = i % PoliciesOfAPod == 0 ? PolicyWorld.Read(questions[i].Pod) : file;
                var (model, exported) = policies[questions[i].Policy];
                var verdict = PolicyWorld.Judge(model, file!, exported.Need);
                var expected = exported.Mode == PolicyMode.Prove ? verdict == Verdict.Suitable : verdict != Verdict.Unsuitable;
                Assert.True(
                    answers[i].Admits.All(admits => admits == (expected ? "true" : "false")),
                    $"{exported.Need}, {exported.Mode}, node facts {string.Join(", ", model.Definition.NodeDeclarations.Select(fact => $"{fact.FactId}={fact.Holds}"))}: the evaluator says {verdict}, "
                        + $"the engines {string.Join(" and ", answers[i].Admits)} ({string.Join("; ", answers[i].Messages)})\n{questions[i].Pod}");
                verdicts[(exported.Mode, verdict)] = verdicts.GetValueOrDefault((exported.Mode, verdict)) + 1;
            }
        }

        // Agreement means little where one side is hardly ever asked for.
        Assert.All(Enum.GetValues<PolicyMode>(), mode => Assert.All(Enum.GetValues<Verdict>(), verdict => Assert.True(verdicts.GetValueOrDefault((mode, verdict)) * 50 > Evaluations / 2, $"{mode}: {verdict} is rare")));
    }

    [Theory]
    [InlineData(PolicyTarget.Kyverno)]
    [InlineData(PolicyTarget.Gatekeeper)]
    public async Task Every_target_enforces_the_same(PolicyTarget target)
    {
        var policies = PolicyWorld.Needs.Take(4)
            .SelectMany(need => Enum.GetValues<PolicyMode>(), (need, mode) => (Admission: ExportedPolicy.Of(PolicyWorld.Models[0], need, mode), Other: ExportedPolicy.Of(PolicyWorld.Models[0], need, mode, target)))
            .Where(pair => pair.Admission is not null)
            .ToList();
        var pods = Pods.Array[300].At(0);
        var questions = pods.Select((pod, at) => new CelQuestion(at % policies.Count, pod)).ToList();

        var expected = await engines.AskAsync([.. policies.Select(pair => pair.Admission!)], questions);
        var actual = await engines.AskAsync([.. policies.Select(pair => pair.Other!)], questions);

        Assert.Equal(expected.Select(answer => answer.Admits), actual.Select(answer => answer.Admits));
    }

    /// <summary>A rule that is forgotten is noticed: neither the pods nor the comparison are too weak for that.</summary>
    [Fact]
    public async Task A_policy_without_one_of_the_weakenings_disagrees_with_the_evaluator()
    {
        var model = PolicyWorld.Models[0];
        var whole = PolicyWorld.Needs.ToDictionary(need => need, need => ExportedPolicy.Of(model, need, PolicyMode.Prove), StringComparer.Ordinal);
        var mutants = new List<(string Weakening, ExportedPolicy Whole, ExportedPolicy Mutant)>();
        foreach (var weakening in model.Definition.Weakenings)
        {
            var without = new ModelIndex(model.Definition with { Weakenings = model.Definition.Weakenings.Where(other => other != weakening).ToEquatableArray() });
            foreach (var (need, exported) in whole)
            {
                if (exported is not null
                    && ExportedPolicy.Of(model, need, PolicyMode.Prove, derivedFrom: without) is { } mutant
                    && mutant.Program.ToJsonString() != exported.Program.ToJsonString())
                {
                    mutants.Add((weakening.Id, exported, mutant));
                }
            }
        }

        var alive = mutants.GroupBy(mutant => mutant.Weakening).ToDictionary(group => group.Key, group => group.ToList(), StringComparer.Ordinal);
        Assert.InRange(alive.Count, 25, model.Definition.Weakenings.Count);
        for (var round = 0; alive.Count > 0 && round < Rounds; round++)
        {
            var pods = Pods.Array[alive.Count > FewAreLeft ? PodsOfARound : PodsOfALateRound].At(round);
            var asked = alive.SelectMany(entry => Enumerable.Range(0, Math.Min(2, entry.Value.Count)).Select(i => entry.Value[((round * 2) + i) % entry.Value.Count])).ToList();
            var policies = asked.SelectMany(mutant => new[] { mutant.Whole, mutant.Mutant }).ToList();
            var questions = Enumerable.Range(0, policies.Count).SelectMany(policy => pods, (policy, pod) => new CelQuestion(policy, pod)).ToList();
            var answers = await engines.AskAsync(policies, questions, onlyFast: true);
            for (var i = 0; i < asked.Count; i++)
            {
                var first = i * 2 * pods.Length;
                if (Enumerable.Range(first, pods.Length).Any(at => answers[at].Admits[0] != answers[at + pods.Length].Admits[0]))
                {
                    alive.Remove(asked[i].Weakening);
                }
            }
        }

        Assert.Empty(alive.Keys);
    }
}
