using System.Globalization;
using CsCheck;
using IsolationModel.Evaluation;
using IsolationModel.Modeling;
using IsolationModel.Values;
using IsolationModel.Workloads;

namespace IsolationModel.Core.Tests.Evaluation;

/// <summary>What holds of every ranking, whatever the catalogue.</summary>
public sealed class RankingPropertyTests
{
    private static readonly Gen<string[]> Needs = Gen.OneOf(RandomCatalogue.Tokens).Array[0, 3];

    private static readonly string[] Hardening = ["userNamespace", "seccomp=RuntimeDefault", "runAsNonRoot", "droppedCapabilities=[ALL]", "allowPrivilegeEscalation=false"];

    private static readonly string[] Weakening =
    [
        "privileged", "hostPid", "hostIpc", "hostNetwork", "appArmor=Unconfined", "procMount=Unmasked", "addedCapabilities=[SYS_ADMIN]", "addedCapabilities=[SYS_MODULE]",
        "addedCapabilities=[NET_RAW]", "hostPaths=[/data]", "hostPaths=[/var/run/docker.sock]", "writableHostPaths=[/etc]",
        "seLinuxOptions", "subPath", "blockDevice", "gpu",
    ];

    [Fact]
    public void Leaving_technologies_out_never_swaps_two_others() =>
        Gen.Select(RandomCatalogue.Technologies, Needs, RandomCatalogue.Goals, Gen.Int[0, 127], Gen.Int[0, 127]).Sample((technologies, needs, goals, kept, banned) =>
        {
            var bans = technologies.Where((_, index) => (banned & (1 << index)) != 0)
                .Select((technology, index) => new ForbiddenTechnology(technology.Id, "x", null, index % 2 == 0 ? default : new EquatableArray<string>(["serverless"]), default))
                .ToArray();
            var all = Rank(RandomCatalogue.Model(technologies, bans), needs, goals);
            var some = Rank(RandomCatalogue.Model(technologies.Where((_, index) => (kept & (1 << index)) != 0), bans), needs, goals);
            var ids = some.Ranked.Select(ranked => ranked.Technology.Id).ToHashSet();
            Assert.Equal(
                all.Ranked.Where(ranked => ids.Contains(ranked.Technology.Id)).Select(Row),
                some.Ranked.Select(Row));
        });

    [Fact]
    public void A_technology_that_is_at_least_as_good_in_everything_never_ranks_below() =>
        Gen.Select(RandomCatalogue.Technology, Gen.Int, Needs, RandomCatalogue.Goals).Sample((technology, seed, needs, goals) =>
        {
            var ranking = Rank(RandomCatalogue.Model([technology with { Id = "a" }, RandomCatalogue.Better(technology, seed) with { Id = "b" }]), needs, goals);
            var (worse, better) = (ranking.Find("a")!, ranking.Find("b")!);
            Assert.True(better.Verdict > worse.Verdict || (better.Verdict == worse.Verdict && better.Merit.CompareTo(worse.Merit) <= 0), Describe(ranking));
        });

    [Fact]
    public void A_better_value_never_lowers_the_rank() =>
        Gen.Select(RandomCatalogue.Technologies, Gen.Int, Needs, RandomCatalogue.Goals).Sample((technologies, seed, needs, goals) =>
        {
            var before = Rank(RandomCatalogue.Model(technologies), needs, goals);
            var after = Rank(RandomCatalogue.Model([RandomCatalogue.Better(technologies[0], seed), .. technologies.Skip(1)]), needs, goals);
            Assert.True(PlaceOf("t0", after) <= PlaceOf("t0", before), Describe(after));
        });

    [Fact]
    public void More_information_never_turns_a_certain_verdict_around() =>
        Gen.Select(RandomCatalogue.Technology, Gen.Int, Needs).Sample((technology, seed, needs) =>
        {
            var before = Rank(RandomCatalogue.Model([technology]), needs, []).Ranked[0].Verdict;
            var after = Rank(RandomCatalogue.Model([RandomCatalogue.Narrower(technology, seed)]), needs, []).Ranked[0].Verdict;
            Assert.True(before == Verdict.Unproven || after == before, $"{before} became {after}");
        });

    [Fact]
    public void A_ban_is_a_veto_and_touches_nobody_else() =>
        Gen.Select(RandomCatalogue.Technologies, Needs, RandomCatalogue.Goals).Sample((technologies, needs, goals) =>
        {
            var free = Rank(RandomCatalogue.Model(technologies), needs, goals);
            var banned = Rank(RandomCatalogue.Model(technologies, new ForbiddenTechnology("t0", "x", null, default, default)), needs, goals);
            Assert.Equal(Verdict.Unsuitable, banned.Find("t0")!.Verdict);
            Assert.Equal(free.Ranked.Where(ranked => ranked.Technology.Id != "t0").Select(Row), banned.Ranked.Where(ranked => ranked.Technology.Id != "t0").Select(Row));
        });

    [Fact]
    public void A_weakening_setting_never_raises_a_boundary_or_a_verdict() =>
        Gen.Select(Gen.OneOf(Hardening).Array[0, 4], Gen.OneOf(Weakening).Array[0, 3], Gen.OneOf(Weakening), Needs).Sample((hardened, weakened, more, needs) =>
        {
            var others = weakened.Where(word => Name(word) != Name(more)).ToArray();
            var before = Rank(TestModel.BuiltIn, needs, [], TestModel.Container([.. hardened, .. others]));
            var after = Rank(TestModel.BuiltIn, needs, [], TestModel.Container([.. hardened, .. others, more])).Ranked.ToDictionary(ranked => ranked.Technology.Id);
            foreach (var ranked in before.Ranked)
            {
                var then = after[ranked.Technology.Id];
                Assert.True(then.Verdict <= ranked.Verdict, $"{more}: {ranked.Technology.Id} from {ranked.Verdict} to {then.Verdict}");
                Assert.True(then.Assessment.Isolation.Effective!.Low <= ranked.Assessment.Isolation.Effective!.Low);
                Assert.True(then.Assessment.Isolation.Effective.High <= ranked.Assessment.Isolation.Effective.High);
            }
        });

    [Fact]
    public void The_order_of_containers_and_settings_does_not_change_a_verdict() =>
        Gen.Select(Gen.OneOf([.. Hardening, .. Weakening]).Array[0, 5].Array[1, 3], Needs, Gen.Int).Sample((containers, needs, seed) =>
        {
            var random = new Random(seed);
            var given = containers.Select(words => TestModel.Container(words)).ToArray();
            var shuffled = given.Select(container => container with { Settings = container.Settings.OrderBy(_ => random.Next()).ToList() }).OrderBy(_ => random.Next()).ToArray();
            Assert.Equal(
                Rank(TestModel.BuiltIn, needs, [], given).Ranked.Select(ranked => (ranked.Technology.Id, ranked.Verdict, ranked.Assessment.Isolation.Effective)),
                Rank(TestModel.BuiltIn, needs, [], shuffled).Ranked.Select(ranked => (ranked.Technology.Id, ranked.Verdict, ranked.Assessment.Isolation.Effective)));
        });

    [Fact]
    public void A_stronger_runtime_never_adds_a_finding_about_the_boundary()
    {
        string[] ids = ["runc", "gvisor", "kata", "kata-fc", "coco", "runwasi", "sysbox", "windows-process", "hyperv-isolated"];
        string[] levels = ["level:low", "level:medium", "level:high", "level:very-high", "untrusted-code", "hostile-tenants"];
        var model = TestModel.With($$""" "names": { "runtimeClass": { {{string.Join(", ", ids.Select(id => $"\"own-{id}\": {{ \"technology\": \"{id}\" }}"))}} } } """);
        Gen.Select(Gen.OneOf([.. Hardening, .. Weakening]).Array[0, 4], Gen.OneOf(levels)).Sample((settings, need) =>
        {
            var workloads = ids.Select(id => RunSample.Evaluate(model, RunSample.File("a.yaml", RunSample.Pod($"own-{id}", null, TestModel.Declare(NeedScope.Template, need)) with
            {
                Containers = [TestModel.Container([.. settings])],
            }))).Select(result => (Isolation: Assert.Single(result.Workloads).Assessment!.Isolation, Count: result.Findings.Count(finding => finding.Rule.Id is "ISM1001" or "ISM2001"))).ToList();
            foreach (var weaker in workloads)
            {
                foreach (var stronger in workloads.Where(other => IsAtLeast(other.Isolation.Base!, weaker.Isolation.Base!) && IsAtLeast(other.Isolation.Effective!, weaker.Isolation.Effective!)))
                {
                    Assert.True(stronger.Count == 0 || weaker.Count > 0, $"{need} under {string.Join(' ', settings)}");
                }
            }
        });

        static bool IsAtLeast(OrdinalInterval stronger, OrdinalInterval weaker) => stronger.Low >= weaker.Low && stronger.High >= weaker.High;
    }

    [Fact]
    public void The_order_of_technologies_needs_and_goals_does_not_matter() =>
        Gen.Select(RandomCatalogue.Technologies, Needs, RandomCatalogue.Goals, Gen.Int).Sample((technologies, needs, goals, seed) =>
        {
            var random = new Random(seed);
            Assert.Equal(
                Rank(RandomCatalogue.Model(technologies), needs, goals).Ranked.Select(Row),
                Rank(RandomCatalogue.Model(technologies.OrderBy(_ => random.Next())), needs.OrderBy(_ => random.Next()).ToArray(), goals.OrderBy(_ => random.Next()).ToArray()).Ranked.Select(Row));
        });

    [Fact]
    public void The_arithmetic_is_the_shortfall() =>
        Gen.Select(RandomCatalogue.Technologies, RandomCatalogue.Goals).Sample((technologies, goals) =>
        {
            foreach (var ranked in Rank(RandomCatalogue.Model(technologies), [], goals).Ranked)
            {
                var sides = ranked.Arithmetic.Split(" = ");
                Assert.Equal(ranked.Shortfall, sides[0].Split(" + ").Sum(Term));
                Assert.Equal(ranked.Shortfall, int.Parse(sides[1], CultureInfo.InvariantCulture));
            }
        });

    [Fact]
    public void Without_wishes_nothing_is_missing() =>
        Assert.All(Rank(TestModel.BuiltIn, ["level:low"], []).Ranked, ranked => Assert.Equal(("no wishes = 0", 0), (ranked.Arithmetic, ranked.Shortfall)));

    [Fact]
    public void Equally_good_are_all_suitable_ones_with_the_shortfall_of_the_best() =>
        Gen.Select(RandomCatalogue.Technologies, Needs, RandomCatalogue.Goals).Sample((technologies, needs, goals) =>
        {
            var ranking = Rank(RandomCatalogue.Model(technologies), needs, goals);
            var suitable = ranking.Ranked.Where(ranked => ranked.Verdict == Verdict.Suitable).ToList();
            Assert.Equal(suitable.FirstOrDefault(), ranking.Best);
            Assert.Equal(suitable.Where(ranked => ranked.Shortfall == suitable.Min(other => other.Shortfall)), ranking.EquallyGood);
        });

    [Fact]
    public void A_best_one_is_firm_if_no_amounts_within_the_ranges_put_another_suitable_one_before_it() =>
        Gen.Select(RandomCatalogue.Technologies, Needs, RandomCatalogue.Goals).Sample((technologies, needs, goals) =>
        {
            var ranking = Rank(RandomCatalogue.Model(technologies), needs, goals);
            var isFirm = ranking.Best is { } best && ranking.Ranked
                .Where(other => other.Verdict == Verdict.Suitable && other != best)
                .All(other => Shortfalls(best.Technology, goals).Max() <= Shortfalls(other.Technology, goals).Min());
            Assert.Equal(isFirm, ranking.IsFirm);
        });

    [Fact]
    public void Every_single_change_that_changes_the_best_is_told_and_only_those() =>
        Gen.Select(RandomCatalogue.Technologies, Gen.OneOf("level:low", "level:medium", "level:high"), RandomCatalogue.Goals).Sample((technologies, need, goals) =>
        {
            var ranking = Rank(RandomCatalogue.Model(technologies), [need], goals);
            var told = RankingSensitivity.Of(ranking).Select(change => (change.TechnologyId, change.AttributeId, change.From, change.To, change.NewBestId)).ToHashSet();
            var expected = ranking.Best is null ? [] : Weights(technologies, need, goals, ranking).Concat(Grades(technologies, need, goals, ranking)).ToHashSet();
            Assert.Equal(expected.Order(), told.Order());
        });

    /// <summary>All shortfalls that some amounts within the ranges give.</summary>
    private static List<int> Shortfalls(TechnologyDefinition technology, ScoringGoal[] goals)
    {
        IEnumerable<int> sums = [0];
        foreach (var goal in goals)
        {
            var grades = PossibleGrades(technology.Find(goal.AttributeId)!);
            sums = sums.SelectMany(sum => grades.Select(grade => sum + (goal.Weight * Math.Max(0, goal.Target - grade)))).Distinct().ToList();
        }

        return sums.ToList();
    }

    private static List<int> PossibleGrades(AttributeValue value)
    {
        if (value.Value is not QuantityInterval range)
        {
            return [0, 1, 2, 3];
        }

        var amounts = RandomCatalogue.Quantities[value.AttributeId].Amounts;
        var samples = amounts.Concat(amounts.Zip(amounts.Skip(1), (left, right) => (left + right) / 2)).Append(amounts[^1] * 2);
        return samples.Where(range.Contains).Select(amount => GradeOf(value.AttributeId, amount)).Distinct().ToList();
    }

    /// <summary>The table of the model's grade bands, written once more.</summary>
    private static int GradeOf(string attribute, decimal amount)
    {
        decimal[] limits = attribute switch
        {
            "startup" => [0.125m, 10m, 600m],
            "throughputLoss" => [0.05m, 0.1m, 0.25m],
            _ => [5m * 1024 * 1024, 128m * 1024 * 1024, 512m * 1024 * 1024],
        };
        return 3 - limits.Count(limit => amount > limit);
    }

    private static IEnumerable<(string?, string, int, int, string)> Weights(TechnologyDefinition[] technologies, string need, ScoringGoal[] goals, Ranking ranking)
    {
        foreach (var goal in goals)
        {
            var found = Nearest(goal.Weight, 9, ranking, weight => Rank(RandomCatalogue.Model(technologies), [need], goals.Select(other => other == goal ? goal with { Weight = weight } : other).ToArray()));
            foreach (var (to, best) in found)
            {
                yield return (null, goal.AttributeId, goal.Weight, to, best);
            }
        }
    }

    /// <summary>Grades changed by giving a technology an exact amount of each grade; the needs do not look at amounts.</summary>
    private static IEnumerable<(string?, string, int, int, string)> Grades(TechnologyDefinition[] technologies, string need, ScoringGoal[] goals, Ranking ranking)
    {
        foreach (var ranked in ranking.Ranked.Where(ranked => ranked.Verdict == Verdict.Suitable))
        {
            foreach (var attribute in RandomCatalogue.Quantities.Keys)
            {
                var from = Grading.Grade(BuiltInModel.Definition.Scoring, ranked.Technology, attribute);
                var found = Nearest(from, 3, ranking, grade => Rank(
                    RandomCatalogue.Model(technologies.Select(technology => technology.Id == ranked.Technology.Id ? technology.With(Exactly(attribute, grade)) : technology)), [need], goals));
                foreach (var (to, best) in found)
                {
                    yield return (ranked.Technology.Id, attribute, from, to, best);
                }
            }
        }
    }

    private static AttributeValue Exactly(string attribute, int grade)
    {
        var index = Array.FindIndex(RandomCatalogue.Quantities[attribute].Amounts, amount => GradeOf(attribute, amount) == grade);
        return RandomCatalogue.Of(attribute, RandomCatalogue.Range(attribute, index, index));
    }

    private static IEnumerable<(int To, string Best)> Nearest(int from, int limit, Ranking ranking, Func<int, Ranking> changed)
    {
        var others = Enumerable.Range(0, limit + 1)
            .Where(to => to != from)
            .Select(to => (To: to, Best: changed(to).Best!.Technology.Id))
            .Where(change => change.Best != ranking.Best!.Technology.Id)
            .ToList();
        return others.Where(change => change.To < from).TakeLast(1).Concat(others.Where(change => change.To > from).Take(1));
    }

    private static int Term(string term)
    {
        // w*max(0,t-g)
        var numbers = term.Split(['*', '(', ',', '-', ')'], StringSplitOptions.RemoveEmptyEntries).Where(part => part != "max").Select(part => int.Parse(part, CultureInfo.InvariantCulture)).ToArray();
        return numbers[0] * Math.Max(numbers[1], numbers[2] - numbers[3]);
    }

    private static int PlaceOf(string id, Ranking ranking) => ranking.Ranked.Select(ranked => ranked.Technology.Id).ToList().IndexOf(id);

    private static string Name(string word) => word.Split('=')[0];

    private static (string, Verdict, int, int) Row(RankedTechnology ranked) => (ranked.Technology.Id, ranked.Verdict, ranked.Shortfall, ranked.Surplus);

    private static string Describe(Ranking ranking) => string.Join('\n', ranking.Ranked.Select(ranked => $"{Row(ranked)}: {string.Join("; ", ranked.Technology.Values.Select(value => $"{value.AttributeId} {value.Value} {value.Typical}"))}"));

    private static Ranking Rank(ModelIndex model, string[] tokens, ScoringGoal[] goals, params WorkloadContainer[] containers)
    {
        var set = NeedSet.Combine(model, [TestModel.Declare(NeedScope.Run, string.Join(',', tokens))]);
        Assert.Empty(set.Problems);
        return TechnologyRanking.Rank(model, null, containers, set.Needs, goals);
    }
}
