using CsCheck;
using IsolationModel.Evaluation;
using IsolationModel.Modeling;
using IsolationModel.Workloads;

namespace IsolationModel.Core.Tests.Evaluation;

public sealed class TechnologyRankingTests
{
    private static readonly string[] Tokens = ["level:low", "level:medium", "level:high", "level:very-high", "untrusted-code", "hostile-tenants", "host-admin", "startup <= 125 ms", "memory <= 64 MiB", "loss <= 5 %"];

    [Theory]
    [InlineData("untrusted-code", "gvisor", Verdict.Suitable)]
    [InlineData("untrusted-code", "runc", Verdict.Unsuitable)]
    [InlineData("untrusted-code", "runwasi", Verdict.Unproven)]
    [InlineData("hostile-tenants", "gvisor", Verdict.Unsuitable)]
    [InlineData("hostile-tenants", "kata", Verdict.Suitable)]
    [InlineData("host-admin", "kata", Verdict.Unsuitable)]
    [InlineData("host-admin", "qemu-kvm", Verdict.Unproven)]
    [InlineData("startup <= 125 ms", "firecracker", Verdict.Suitable)]
    [InlineData("startup <= 125 ms", "runc", Verdict.Unproven)]
    public void Verdicts_follow_from_values_and_thresholds(string need, string technology, Verdict verdict) =>
        Assert.Equal(verdict, Rank(need, []).Single(ranked => ranked.Technology.Id == technology).Verdict);

    [Fact]
    public void A_shortfall_can_be_checked_with_a_pencil()
    {
        ScoringGoal[] goals = [new("throughputLoss", 2, 2), new("startup", 3, 3)];
        var docker = Rank("level:low", goals).Single(ranked => ranked.Technology.Id == "docker");
        var loss = Grading.Grade(TestModel.BuiltIn.Definition.Scoring, docker.Technology, "throughputLoss");
        var startup = Grading.Grade(TestModel.BuiltIn.Definition.Scoring, docker.Technology, "startup");
        Assert.Equal((2 * Math.Max(0, 2 - loss)) + (3 * Math.Max(0, 3 - startup)), docker.Shortfall);
        Assert.Equal(3, docker.Shortfall); // 2*max(0,2-3) + 3*max(0,3-2)
    }

    [Fact]
    public void Only_what_a_platform_can_pick_is_offered_there()
    {
        var ids = TechnologyRanking.Rank(TestModel.BuiltIn, "kubernetes", [], Needs("untrusted-code"), []).Ranked.Select(ranked => ranked.Technology.Id).ToList();
        Assert.Contains("gvisor", ids);
        Assert.DoesNotContain("wasmtime", ids);
        Assert.DoesNotContain("qemu-kvm", ids);
    }

    [Fact]
    public void A_runtime_that_refuses_the_settings_is_not_offered() => Assert.Equal(
        Verdict.Unsuitable,
        TechnologyRanking.Rank(TestModel.BuiltIn, "kubernetes", [TestModel.Container("hostNetwork")], Needs("untrusted-code"), []).Ranked.Single(ranked => ranked.Technology.Id == "gvisor").Verdict);

    [Fact]
    public void Leaving_a_technology_out_never_swaps_two_others() =>
        Gen.Select(Gen.OneOf(Tokens).Array[1, 3], Gen.Int[0, 200], Gen.Int[0, 3], Gen.Int[0, 3]).Sample((needs, index, loss, startup) =>
        {
            ScoringGoal[] goals = [new("throughputLoss", loss, loss), new("startup", startup, startup)];
            var definition = BuiltInModel.Definition;
            var leftOut = definition.Technologies[index % definition.Technologies.Count];
            var smaller = new ModelIndex(definition with { Technologies = definition.Technologies.Where(technology => technology != leftOut).ToEquatableArray() });
            var all = TechnologyRanking.Rank(TestModel.BuiltIn, null, [], Needs(needs), goals).Ranked.Select(ranked => ranked.Technology.Id).Where(id => id != leftOut.Id);
            var fewer = TechnologyRanking.Rank(smaller, null, [], Needs(needs), goals).Ranked.Select(ranked => ranked.Technology.Id);
            Assert.Equal(all, fewer);
        });

    [Fact]
    public void The_order_of_the_catalogue_does_not_matter() =>
        Gen.Select(Gen.OneOf(Tokens).Array[1, 3], Gen.Int[0, 1000]).Sample((needs, seed) =>
        {
            var random = new Random(seed);
            var definition = BuiltInModel.Definition;
            var shuffled = new ModelIndex(definition with { Technologies = definition.Technologies.OrderBy(_ => random.Next()).ToEquatableArray() });
            Assert.Equal(
                TechnologyRanking.Rank(TestModel.BuiltIn, null, [], Needs(needs), []).Ranked.Select(ranked => ranked.Technology.Id),
                TechnologyRanking.Rank(shuffled, null, [], Needs(needs), []).Ranked.Select(ranked => ranked.Technology.Id));
        });

    [Fact]
    public void One_need_more_never_improves_a_verdict() =>
        Gen.Select(Gen.OneOf(Tokens).Array[1, 3], Gen.OneOf(Tokens)).Sample((needs, more) =>
        {
            var before = Verdicts(needs);
            var after = Verdicts([.. needs, more]);
            Assert.All(before, entry => Assert.True(after[entry.Key] <= entry.Value));
        });

    private static Dictionary<string, Verdict> Verdicts(string[] needs) =>
        TechnologyRanking.Rank(TestModel.BuiltIn, null, [], Needs(needs), []).Ranked.ToDictionary(ranked => ranked.Technology.Id, ranked => ranked.Verdict);

    private static IReadOnlyList<RankedTechnology> Rank(string need, IReadOnlyList<ScoringGoal> goals) =>
        TechnologyRanking.Rank(TestModel.BuiltIn, null, [], Needs(need), goals).Ranked;

    private static IReadOnlyList<DeclaredNeed> Needs(params string[] tokens) =>
        NeedSet.Combine(TestModel.BuiltIn, [TestModel.Declare(NeedScope.Run, string.Join(',', tokens))]).Needs;
}
