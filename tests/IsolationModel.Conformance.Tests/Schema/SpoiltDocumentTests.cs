using System.Text.Json.Nodes;
using CsCheck;
using IsolationModel.Evaluation;
using IsolationModel.Modeling;
using IsolationModel.Modeling.Reading;
using IsolationModel.Workloads;

namespace IsolationModel.Conformance.Schema;

/// <summary>A document that uses the whole language, spoilt at random places: whatever it has become, it is read, judged by and never thrown at.</summary>
public sealed class SpoiltDocumentTests
{
    private static readonly string[] Strings =
        ["x", "", "unknown", "runc", "technology/runc", "5 MiB", "10 s..1 s", "/", "scenario:serverless", "level:high, arch:arm64", "2030-02-30", "hardware-vm", "<=5 %"];

    private static readonly string[] Keys = ["runc", "gvisor", "high", "privileged", "boundary", "kubernetes", "$op", "x-note", "value", "require", "like", "stack"];

    [Fact]
    public void Nothing_that_an_overlay_says_makes_reader_or_judge_throw() =>
        Gen.Int.Sample(
            start =>
            {
                var read = ModelReader.Extend(BuiltInModel.Definition, [new ModelText("contoso.isolation.json", Spoil(start))]);
                Judge(read.Model);
            },
            iter: 300);

    /// <summary>Asks a model everything that front ends ask.</summary>
    private static void Judge(ModelDefinition definition)
    {
        var model = new ModelIndex(definition);
        foreach (var scenario in definition.Scenarios)
        {
            var needs = NeedSet.Combine(model, [NeedDeclaration.ForRun(NeedCarrier.Scenario, scenario.Id)]);
            TechnologyRanking.Rank(model, null, [], needs.Needs, needs.Goals);
        }

        foreach (var tree in definition.DecisionTrees)
        {
            DecisionTreeEvaluator.Evaluate(model, tree, DecisionTreeEvaluator.Questions(tree).Select(question => question.Id));
        }

        foreach (var technology in definition.Technologies)
        {
            PerformanceFormula.Of(technology);
        }

        Disagreement.In(definition);
        Assert.Equal(definition.Technologies.Count, definition.By(Evidence.FoundingDocument).Technologies.Count);
    }

    private static string Spoil(int start)
    {
        var random = new Random(start);
        var root = JsonNode.Parse(SchemaMutation.WholeLanguage)!;
        for (var i = 0; i <= random.Next(4); i++)
        {
            var holders = Holders(root).ToList();
            Spoil(holders[random.Next(holders.Count)], random);
        }

        return root.ToJsonString();
    }

    private static void Spoil(JsonNode holder, Random random)
    {
        if (holder is JsonArray { Count: > 0 } list)
        {
            list[random.Next(list.Count)] = Anything(random);
        }
        else if (holder is JsonObject { Count: > 0 } map)
        {
            var key = map.ElementAt(random.Next(map.Count)).Key;
            switch (random.Next(3))
            {
                case 0:
                    map.Remove(key);
                    break;
                case 1:
                    map[key] = Anything(random);
                    break;
                default:
                    map[Keys[random.Next(Keys.Length)]] = map[key]?.DeepClone();
                    break;
            }
        }
    }

    private static JsonNode? Anything(Random random) => random.Next(8) switch
    {
        0 => null,
        1 => JsonValue.Create(random.Next(-2, 1_000_000)),
        2 => JsonValue.Create(true),
        3 => new JsonArray("a"),
        4 => new JsonObject(),
        5 => new JsonObject { ["$op"] = random.Next(2) == 0 ? "remove" : "override" },
        _ => JsonValue.Create(Strings[random.Next(Strings.Length)]),
    };

    private static IEnumerable<JsonNode> Holders(JsonNode? node)
    {
        var children = node switch
        {
            JsonObject map => map.Select(member => member.Value),
            JsonArray list => list,
            _ => [],
        };
        return node is JsonObject or JsonArray ? children.SelectMany(Holders).Prepend(node) : [];
    }
}
