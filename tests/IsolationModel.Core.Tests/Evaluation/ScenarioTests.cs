using IsolationModel.Evaluation;
using IsolationModel.Modeling;
using IsolationModel.Workloads;

namespace IsolationModel.Core.Tests.Evaluation;

/// <summary>
/// The founding document's decision matrix over the whole catalogue. The document chooses among the technologies that it names; of the others the
/// model only has to say where they stand.
/// </summary>
public sealed class ScenarioTests(ITestOutputHelper output)
{
    private const string Document = "founding-document";

    private static readonly ModelIndex ByDocument = new(BuiltInModel.Definition.By(Evidence.FoundingDocument));

    private static readonly Dictionary<(string Scenario, Evidence Evidence), Ranking> Rankings = [];

    /// <summary>Every row of the matrix by sources and by the document's own numbers: its best technology, and whether the ranges could change it.</summary>
    public static TheoryData<string, Evidence, string, bool> Rows => new()
    {
        { "financial-trading", Evidence.Sources, "kubevirt", false }, // its encrypted guests suit as well, and nobody has published their figures
        { "financial-trading", Evidence.FoundingDocument, "kubevirt", false },
        { "microservices", Evidence.Sources, "kubernetes", true },
        { "microservices", Evidence.FoundingDocument, "kubernetes", false }, // "seconds/milliseconds" reaches to a minute
        { "serverless", Evidence.Sources, "firecracker", true },
        { "serverless", Evidence.FoundingDocument, "firecracker", true },
        { "edge-computing", Evidence.Sources, "k3s", true },
        { "edge-computing", Evidence.FoundingDocument, "k3s-wasmedge", true },
        { "multi-tenant-cloud", Evidence.Sources, "qemu-kvm", true }, // the only suitable one
        { "multi-tenant-cloud", Evidence.FoundingDocument, "qemu-kvm", true },
        { "ci-cd", Evidence.Sources, "docker", true },
        { "ci-cd", Evidence.FoundingDocument, "docker", false }, // "seconds/milliseconds" reaches to a minute
        { "plugin-system", Evidence.Sources, "wasmedge", false }, // the loss of WebAssembly reaches from nothing to 60 %
        { "plugin-system", Evidence.FoundingDocument, "wasmedge", true },
    };

    [Fact]
    public void Every_row_of_the_matrix_is_tested() => Assert.Equal(
        BuiltInModel.Definition.Scenarios.SelectMany(scenario => new[] { (scenario.Id, Evidence.Sources), (scenario.Id, Evidence.FoundingDocument) }),
        Rows.Select(row => (row.Data.Item1, row.Data.Item2)));

    [Theory]
    [MemberData(nameof(Rows))]
    public void The_documents_answer_is_the_best_of_what_the_document_names(string scenario, Evidence evidence, string best, bool isFirm)
    {
        var ranking = Rank(scenario, evidence);
        var named = ranking.Ranked.Where(IsNamed).ToList();
        Assert.Equal((Verdict.Suitable, best), (named[0].Verdict, named[0].Technology.Id));
        Assert.Contains(best, Expected(scenario));
        Assert.Equal(isFirm, ranking.IsFirm);
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void The_documents_answer_is_equally_good_to_whatever_is_best_of_all(string scenario, Evidence evidence, string best, bool isFirm)
    {
        var ranking = Rank(scenario, evidence);
        Assert.Contains(best, ranking.EquallyGood.Select(ranked => ranked.Technology.Id));
        output.WriteLine($"{scenario} by {evidence}: best {best}{(isFirm ? ", firm" : string.Empty)}; equally good:");
        foreach (var other in ranking.EquallyGood.Where(ranked => ranked.Technology.Id != best))
        {
            output.WriteLine($"  {other.Technology.Id}{(IsNamed(other) ? string.Empty : " (not named by the document)")}: {other.Arithmetic}, surplus {other.Surplus}");
        }
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void Merit_and_not_the_place_in_the_catalogue_decides(string scenario, Evidence evidence, string best, bool isFirm)
    {
        var ranking = Rank(scenario, evidence);
        var first = ranking.Find(best)!;
        Assert.Equal(isFirm, ranking.IsFirm);
        Assert.DoesNotContain(ranking.Ranked, other => other != first && IsNamed(other) && other.Verdict == Verdict.Suitable && first.Merit.CompareTo(other.Merit) >= 0);
    }

    [Theory]
    [InlineData("financial-trading", "kubevirt", "3*max(0,3-2) + 1*max(0,1-1) = 3")]
    [InlineData("microservices", "kubernetes", "3*max(0,3-3) + 2*max(0,2-2) = 0")]
    [InlineData("serverless", "firecracker", "2*max(0,2-3) + 3*max(0,3-3) = 0")]
    [InlineData("serverless", "docker", "2*max(0,2-3) + 3*max(0,3-2) = 3")]
    [InlineData("edge-computing", "k3s", "2*max(0,2-3) + 2*max(0,2-2) = 0")]
    [InlineData("multi-tenant-cloud", "qemu-kvm", "3*max(0,3-2) + 1*max(0,1-1) = 3")]
    [InlineData("ci-cd", "docker", "2*max(0,2-3) + 2*max(0,2-2) = 0")]
    [InlineData("plugin-system", "wasmedge", "2*max(0,2-2) + 3*max(0,3-3) = 0")]
    public void The_arithmetic_of_the_matrix_can_be_checked_with_a_pencil(string scenario, string technology, string arithmetic) =>
        Assert.Equal(arithmetic, Rank(scenario, Evidence.Sources).Find(technology)!.Arithmetic);

    [Fact]
    public void A_threat_on_top_of_a_scenario_vetoes_what_the_scenario_alone_lets_pass()
    {
        // The document's level for serverless is medium; where customers run each other's code, only machines of their own are left.
        var set = NeedSet.Combine(TestModel.BuiltIn, [TestModel.Declare(NeedScope.Run, "scenario:serverless, hostile-tenants")]);
        var ranking = TechnologyRanking.Rank(TestModel.BuiltIn, null, [], set.Needs, set.Goals);
        Assert.Equal("firecracker", ranking.Best!.Technology.Id);
        Assert.Equal(
            [Verdict.Unsuitable, Verdict.Unsuitable, Verdict.Unsuitable],
            new[] { "wasmedge", "docker", "gvisor" }.Select(id => ranking.Find(id)!.Verdict));
    }

    [Fact]
    public void Without_the_inferred_conditions_the_matrix_does_not_follow()
    {
        // Two rows have equal demands and unequal answers, so no function of the three columns gives them; the conditions say what the columns leave out.
        var definition = BuiltInModel.Definition with { Scenarios = BuiltInModel.Definition.Scenarios.Select(scenario => scenario with { Constraints = default }).ToEquatableArray() };
        var bare = new ModelIndex(definition);
        Assert.Equal(Best(bare, "financial-trading"), Best(bare, "multi-tenant-cloud"));
        Assert.All(BuiltInModel.Definition.Scenarios.SelectMany(scenario => scenario.Constraints), constraint => Assert.NotNull(constraint.Inferred));
    }

    private static string? Best(ModelIndex model, string scenario)
    {
        var needs = NeedSet.Combine(model, [TestModel.Declare(NeedScope.Run, scenario, NeedCarrier.Scenario)]);
        return TechnologyRanking.Rank(model, null, [], needs.Needs, needs.Goals).Best?.Technology.Id;
    }

    private static bool IsNamed(RankedTechnology ranked) => ranked.Technology.NamedBy.Contains(Document);

    private static EquatableArray<string> Expected(string scenario) => TestModel.BuiltIn.Scenario(scenario)!.Expectation!.TechnologyIds;

    private static Ranking Rank(string scenario, Evidence evidence)
    {
        if (!Rankings.TryGetValue((scenario, evidence), out var ranking))
        {
            var model = evidence == Evidence.Sources ? TestModel.BuiltIn : ByDocument;
            var needs = NeedSet.Combine(model, [TestModel.Declare(NeedScope.Run, scenario, NeedCarrier.Scenario)]);
            Assert.Empty(needs.Problems);
            Rankings.Add((scenario, evidence), ranking = TechnologyRanking.Rank(model, null, [], needs.Needs, needs.Goals));
        }

        return ranking;
    }
}
