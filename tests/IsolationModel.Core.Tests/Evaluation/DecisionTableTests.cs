using CsCheck;
using IsolationModel.Evaluation;
using IsolationModel.Modeling;
using IsolationModel.Workloads;

namespace IsolationModel.Core.Tests.Evaluation;

/// <summary>The table decides as the ranking explains: for any model, needs and goals.</summary>
public sealed class DecisionTableTests
{
    private static readonly string?[] Days = [null, "2025-06-30", "2026-01-01"];

    private static readonly string[] Tokens =
    [
        .. BuiltInModel.Definition.Needs.SelectMany(need => need switch
        {
            { Kind: NeedKind.Level } => [$"level:{need.Id}"],
            { Kind: NeedKind.PodSecurity } => need.Choices.Select(choice => $"{need.Id}:{choice}"),
            { ParameterAttributeId: { } attribute } => TestModel.BuiltIn.Attribute(attribute)!.Vocabulary.Select(word => $"{need.Id}:{word}"),
            _ => Enumerable.Repeat(need.Id, 1),
        }),
        .. BuiltInModel.Definition.Scenarios.Select(scenario => $"scenario:{scenario.Id}"),
        "startup <= 125 ms", "startup < 1 s", "memory <= 64 MiB", "loss <= 5 %",
    ];

    private static readonly Gen<string[]> Needs = Gen.OneOf(Tokens).Array[0, 4];

    private static readonly Gen<ScoringGoal[]> Goals = Gen.Select(
        Gen.OneOf(BuiltInModel.Definition.Attributes.Select(attribute => attribute.Id).ToArray()), Gen.Int[0, 3], Gen.Int[0, 5], (id, target, weight) => new ScoringGoal(id, target, weight)).Array[0, 4];

    /// <summary>Catalogues of up to three words of bits, with values from anywhere in the built-in model, in any order, with bans.</summary>
    private static readonly Gen<ModelIndex> Models = Gen.Select(Gen.Int[0, 150], Gen.Int, Gen.Int[0, 40], Gen.OneOf(Days), (count, seed, bans, day) =>
    {
        var random = new Random(seed);
        var definition = BuiltInModel.Definition;
        var technologies = new EquatableArray<TechnologyDefinition>([.. Enumerable.Range(0, count).Select(index => Mix(definition, $"t{index}", random))]);
        var forbidden = technologies.OrderBy(_ => random.Next()).Take(bans).Select(technology => new ForbiddenTechnology(
            technology.Id,
            "a test",
            random.Next(2) == 0 ? null : Days[1],
            definition.Scenarios.Where(_ => random.Next(2) == 0).Select(scenario => scenario.Id).ToEquatableArray(),
            default)).ToEquatableArray();
        return new ModelIndex(definition with { Technologies = technologies, Forbidden = forbidden }) { Day = day };
    });

    [Fact]
    public void Verdicts_order_best_and_tier_are_those_of_the_ranking() =>
        Gen.Select(Models, Needs, Goals).Sample((model, tokens, goals) => CheckAgainstRanking(model, tokens, goals));

    [Fact]
    public void The_same_holds_for_the_built_in_model() =>
        Gen.Select(Needs, Goals).Sample((tokens, goals) => CheckAgainstRanking(TestModel.BuiltIn, tokens, goals));

    [Fact]
    public void Needs_prepared_one_by_one_decide_as_needs_declared_together()
    {
        var table = new DecisionTable(TestModel.BuiltIn);
        var needs = Declared(TestModel.BuiltIn, ["untrusted-code", "startup <= 125 ms"]).Select(table.Prepare).ToArray();
        Assert.Equal(needs.Min(need => need.Verdict("firecracker")), table.Verdict("firecracker", needs));
        Assert.Equal(Verdict.Suitable, table.Verdict("firecracker", needs));
        Assert.Equal(Verdict.Unsuitable, table.Verdict("runc", needs));
        Assert.Equal(Verdict.Suitable, table.Verdict("runc", []));
    }

    [Fact]
    public void What_nobody_checks_is_never_told_to_be_met()
    {
        var table = new DecisionTable(TestModel.BuiltIn);
        var need = Declared(TestModel.BuiltIn, ["untrusted-code"]).Single() with { Unchecked = "a test" };
        Assert.Equal(Verdict.Unproven, table.Prepare(need).Verdict("gvisor"));
        Assert.Equal(Verdict.Unsuitable, table.Prepare(need).Verdict("runc"));
    }

    [Fact]
    public void Too_little_room_is_refused_before_anything_is_decided()
    {
        var table = new DecisionTable(TestModel.BuiltIn);
        var goals = table.Prepare([]);
        var room = new TechnologyDefinition[table.Count - 1];
        Assert.Throws<ArgumentException>("equallyGood", () => table.EquallyGood([], goals, room));
        Assert.Throws<ArgumentException>("ranked", () => table.Rank([], goals, room));
        Assert.All(room, Assert.Null);
    }

    [Fact]
    public void Deciding_allocates_nothing()
    {
        var table = new DecisionTable(TestModel.BuiltIn);
        var needs = Declared(TestModel.BuiltIn, ["untrusted-code", "startup <= 1 s"]).Select(table.Prepare).ToArray();
        var goals = table.Prepare([new ScoringGoal("startup", 3, 3)]);
        var room = new TechnologyDefinition[table.Count];
        var least = long.MaxValue;
        for (var round = 0; round < 5; round++)
        {
            // What deciding allocates it allocates each time; what the runtime makes once, when it meets code or makes better code of it, is not its own.
            var before = GC.GetAllocatedBytesForCurrentThread();
            Decide();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        Assert.Equal(0, least);

        void Decide()
        {
            needs[0].Verdict("gvisor");
            table.Verdict("gvisor", needs);
            table.Best(needs, goals);
            table.EquallyGood(needs, goals, room);
            table.Rank(needs, goals, room);
        }
    }

    [Fact]
    public void What_does_not_belong_to_the_table_is_refused()
    {
        var (table, other) = (new DecisionTable(TestModel.BuiltIn), new DecisionTable(TestModel.BuiltIn));
        var need = other.Prepare(Declared(TestModel.BuiltIn, ["untrusted-code"]).Single());
        Assert.Throws<ArgumentException>(() => table.Best([need], table.Prepare([])));
        Assert.Throws<ArgumentException>(() => table.Best([], other.Prepare([])));
        Assert.Throws<ArgumentException>(() => need.Verdict("no-such-technology"));
        Assert.Throws<ArgumentException>(() => table.Rank([], table.Prepare([]), new TechnologyDefinition[table.Count - 1]));
    }

    private static void CheckAgainstRanking(ModelIndex model, string[] tokens, ScoringGoal[] goals)
    {
        var declared = Declared(model, tokens);
        var ranking = TechnologyRanking.Rank(model, null, [], declared, goals);
        var table = new DecisionTable(model);
        var needs = declared.Select(table.Prepare).ToArray();
        var prepared = table.Prepare(goals);
        var room = new TechnologyDefinition[table.Count];

        Assert.All(ranking.Ranked, ranked => Assert.Equal(ranked.Verdict, table.Verdict(ranked.Technology.Id, needs)));
        Assert.All(declared.Zip(needs), pair => Assert.All(
            TechnologyRanking.Rank(model, null, [], [pair.First], []).Ranked, ranked => Assert.Equal(ranked.Verdict, pair.Second.Verdict(ranked.Technology.Id))));
        Assert.Equal(ranking.Ranked.Count(ranked => ranked.Verdict == Verdict.Suitable), table.Rank(needs, prepared, room));
        Assert.Equal(ranking.Ranked.Select(ranked => ranked.Technology.Id), room.Select(technology => technology.Id));
        Assert.Equal(ranking.Best?.Technology.Id, table.Best(needs, prepared)?.Id);
        Assert.Equal(ranking.EquallyGood.Select(ranked => ranked.Technology.Id), room.Take(table.EquallyGood(needs, prepared, room)).Select(technology => technology.Id));
    }

    private static TechnologyDefinition Mix(ModelDefinition definition, string id, Random random)
    {
        var values = definition.Attributes.Select(attribute => definition.Technologies[random.Next(definition.Technologies.Count)].Find(attribute.Id)).OfType<AttributeValue>();
        return definition.Technologies[0] with { Id = id, Order = random.Next(20), Values = values.ToEquatableArray() };
    }

    private static IReadOnlyList<DeclaredNeed> Declared(ModelIndex model, string[] tokens)
    {
        var set = NeedSet.Combine(model, [TestModel.Declare(NeedScope.Run, string.Join(',', tokens))]);
        Assert.Empty(set.Problems);
        return set.Needs;
    }
}
