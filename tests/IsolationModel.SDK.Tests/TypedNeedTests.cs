using IsolationModel.Evaluation;
using IsolationModel.Modeling;
using IsolationModel.Values;

namespace IsolationModel.SDK.Tests;

/// <summary>Needs as code are the needs as text, and answers are objects.</summary>
public sealed class TypedNeedTests
{
    private static readonly Need Serverless = Need.For(Scenarios.Serverless)
        .Against(Threats.UntrustedCode)
        .Require(Attributes.Startup <= Quantities.Milliseconds(125), Attributes.MemoryOverhead <= Quantities.Megabytes(6));

    [Fact]
    public void Code_and_text_are_the_same_need()
    {
        var text = Need.Parse("scenario:serverless, untrusted-code, startup <= 125 ms, memory <= 6 MB");

        Assert.Equal(text.Tokens, Serverless.Tokens);
        Assert.Equal(text.Wishes, Serverless.Wishes);
        Assert.Equal(text.Recommend().Ranked.Select(Describe), Serverless.Recommend().Ranked.Select(Describe));

        static string Describe(Candidate candidate) => $"{candidate} {candidate.Shortfall} {candidate.Surplus} {string.Join("; ", candidate.Suitability.Reasons)}";
    }

    [Fact]
    public void Every_kind_of_condition_is_told_as_the_model_tells_it()
    {
        var need = Need.Of(PodSecurity.Baseline.At(30), Compatibility.Gpu, Compatibility.Arch.Arm64).At(Levels.High).At(Levels.Low).Require(
            Attributes.Boundary.AtLeast(Boundary.SoftwareSandbox),
            Attributes.Gpu.Required,
            Attributes.Embeddable.Excluded,
            Attributes.HostArch.Containing(Vocabulary.HostArch.X86_64, Vocabulary.HostArch.Arm64),
            Attributes.HostArch.ContainingAny(Vocabulary.HostArch.Arm64),
            Attributes.Startup < Quantities.Seconds(1),
            Attributes.NodeMemory >= Quantities.Gigabytes(1),
            (Attributes.Boundary.AtLeast(Boundary.HardwareVm)).Or(Attributes.DedicatedHardware.Required));

        Assert.Equal(
            [
                "level:high", "pod-security:baseline@v1.30", "gpu", "arch:arm64", "boundary at least software-sandbox", "gpu is yes", "embeddable is no",
                "hostArch contains arm64 and x86_64", "hostArch contains arm64", "startup < 1 s", "nodeMemory >= 1 GB", "boundary at least hardware-vm or dedicatedHardware is yes",
            ],
            need.Tokens);
        Assert.Throws<ArgumentException>(() => Attributes.HostArch.Containing("sparc"));
        Assert.Throws<ArgumentException>(() => Attributes.Startup <= Quantities.Megabytes(1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Attributes.Boundary.AtLeast((Boundary)17));
    }

    [Fact]
    public void Wishes_rank_and_never_veto()
    {
        var need = Need.Of().Wish(Goals.Startup.VeryLow, Goals.Performance.High);
        var answer = need.Recommend();

        Assert.Equal([3, 3], need.Wishes.Select(wish => wish.Target));
        Assert.All(answer.Ranked, candidate => Assert.True(candidate.Suitability.IsSuitable));
        Assert.All(answer.Ranked, candidate => Assert.Equal(candidate.Shortfall, candidate.Arithmetic.Sum(term => term.Shortfall)));
        Assert.StartsWith("startup: 3*max(0,3-", answer.Best!.Arithmetic[0].ToString(), StringComparison.Ordinal);
        Assert.All(answer.EquallyGood, candidate => Assert.Equal(answer.Best.Shortfall, candidate.Shortfall));
        Assert.All(answer.Sensitivity, change => Assert.NotSame(answer.Best.Technology, change.NewBest));
    }

    [Fact]
    public void A_suitability_is_one_of_three_cases_and_a_veto_lists_failures_alone()
    {
        var answer = Serverless.Recommend();

        Assert.All(answer.Ranked, candidate =>
        {
            var word = candidate.Suitability switch
            {
                Suitability.Suitable => "suitable",
                Suitability.Unproven { Open: var open } => open[0].Outcome.ToString(),
                Suitability.Unsuitable { Vetoes: var vetoes } => vetoes.Select(veto => veto.Outcome.ToString()).Distinct().Single(),
                _ => throw new InvalidOperationException(),
            };
            Assert.Equal(candidate.Suitability.Match(_ => Verdict.Suitable, _ => Verdict.Unproven, _ => Verdict.Unsuitable), candidate.Verdict);
            Assert.Contains(word, candidate.Verdict switch { Verdict.Suitable => ["suitable"], Verdict.Unproven => (string[])["May", "Unknown"], _ => ["Fails"] });
        });
    }

    [Fact]
    public void A_platform_limits_what_can_be_picked()
    {
        var onKubernetes = Need.Of(Levels.High).On(Platforms.Kubernetes);

        Assert.True(onKubernetes.Recommend().Ranked.Count < Technologies.All.Count);
        Assert.Equal(
            TechnologyRanking.Rank(Model.BuiltIn.Index, "kubernetes", [], Need.Parse("level:high").Model.Index is { } index ? NeedSet.Combine(index, [Workloads.NeedDeclaration.ForRun(Workloads.NeedCarrier.Needs, "level:high")]).Needs : [], []).Ranked.Select(ranked => (ranked.Technology.Id, ranked.Verdict)),
            onKubernetes.Recommend().Ranked.Select(candidate => (candidate.Technology.Id, candidate.Verdict)));
        Assert.All(onKubernetes.Recommend().Ranked, candidate => Assert.NotEmpty(candidate.Suitability.Reasons));
    }

    [Fact]
    public void A_need_of_an_overlay_takes_in_built_in_parts_but_none_of_another_overlay()
    {
        const string overlay =
            """
            { "formatVersion": "1.0", "model": { "id": "contoso", "version": "1.0.0", "extends": { "isolation-model": "^0.1" } },
              "forbidden": { "docker": { "reason": "Not here.", "until": "2030-01-31" } } }
            """;
        var (contoso, other) = (Model.Parse(overlay), Model.Parse(overlay.Replace("contoso", "other", StringComparison.Ordinal)));

        var need = Need.Of(contoso.Levels[0]).Against(Threats.UntrustedCode).On(Platforms.Docker);
        var docker = need.In(contoso).Judge(contoso.Find("docker")!);

        Assert.Same(contoso, need.Model);
        Assert.Contains("ban: forbidden until 2030-01-31: not met, found Not here.", Assert.IsType<Suitability.Unsuitable>(docker).Vetoes.Select(veto => veto.ToString()));
        Assert.Throws<InvalidOperationException>(() => need.At(other.Levels[0]));
        var foreign = Need.Of().Require(ModelData.CapabilityKey("fips", "FIPS", null, "D.", null, Composition.Weakest).Required);
        Assert.Throws<InvalidOperationException>(foreign.Recommend);
    }

    [Fact]
    public void A_scenario_tells_what_it_asks_for()
    {
        Assert.Same(Levels.Medium, Scenarios.Serverless.Level);
        Assert.Equal(["performance:medium", "startup:very-low"], Scenarios.Serverless.Wishes.Select(wish => wish.ToString()));
        Assert.Contains(Scenarios.EdgeComputing.Conditions, condition => condition.Inferred is not null);
        Assert.All(Model.BuiltIn.Scenarios, scenario => Assert.Equal(scenario.Definition.Expectation?.TechnologyIds ?? default, scenario.Expected.Select(technology => technology.Id)));
        Assert.Equal(Model.BuiltIn.Levels.OrderBy(level => level.Order), Model.BuiltIn.Levels);
    }

    [Fact]
    public void A_decision_tree_is_walked_by_its_typed_questions()
    {
        var tree = DecisionTrees.FoundingDocument.Tree;
        var advice = tree.Evaluate(DecisionTrees.FoundingDocument.Q1, DecisionTrees.FoundingDocument.Q1a);

        Assert.Equal([DecisionTrees.FoundingDocument.Q1, DecisionTrees.FoundingDocument.Q1a], advice.Path);
        Assert.Equal([Technologies.KataKubernetes], advice.Candidates.Select(candidate => candidate.Technology));
        Assert.Equal("Kata Containers + Kubernetes", advice.ToString());
        Assert.Equal("no recommendation", tree.Evaluate().ToString());
        Assert.Throws<ArgumentException>(() => tree.Evaluate(new TreeQuestion("other", tree.Questions[0].Definition)));
    }

    [Fact]
    public void Resource_time_orders_and_the_documents_ratio_does_not()
    {
        var firecracker = Technologies.Firecracker.Performance()!;
        var kata = Technologies.Kata.Performance(Quantities.Milliseconds(100))!;

        Assert.True(firecracker.ResourceTime < Technologies.Kata.Performance()!.ResourceTime);
        Assert.True(kata.ResourceTime < Technologies.Kata.Performance()!.ResourceTime);
        Assert.Equal(PerformanceFormula.Of(Technologies.Kata.Definition, 0.1m)!.DocumentRatio, kata.DocumentRatio.Interval);
        Assert.DoesNotContain(typeof(DocumentRatio).GetInterfaces(), type => type.Name.StartsWith("IComparable", StringComparison.Ordinal));
        Assert.DoesNotContain(typeof(DocumentRatio).GetMethods(), method => method.IsSpecialName && method.Name.StartsWith("op_", StringComparison.Ordinal));
        Assert.EndsWith("GB*s, typical", firecracker.ResourceTime.ToString().Split("typical")[0] + "typical", StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => Technologies.Kata.Performance(Quantities.Megabytes(1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Families.Virtualization.Performance(Quantities.Seconds(0)));
    }

    [Fact]
    public void The_documents_figures_are_a_model_of_their_own()
    {
        var document = Model.BuiltIn.By(Evidence.FoundingDocument);

        Assert.Same(Model.BuiltIn, Model.BuiltIn.By(Evidence.Sources));
        Assert.Same(document, document.By(Evidence.FoundingDocument));
        Assert.Equal(Technologies.GVisor.ThroughputLoss.Claim!.ToString(), document.Find("gvisor")!.ThroughputLoss.ToString());
        Assert.All(document.Technologies, technology => Assert.Same(document, technology.Model));
        Assert.NotEmpty(Model.BuiltIn.Disagreements);
    }

    [Fact]
    public void Families_are_compared_by_their_values()
    {
        Assert.Equal(["containerization", "sandboxing", "virtualization"], Model.BuiltIn.Families.Select(family => family.Id));
        Assert.True(Families.Virtualization.Get(Attributes.SecurityIsolation).IsKnown);
        Assert.Contains(Technologies.Kata, Families.Virtualization.Members);
        Assert.NotEmpty(Families.Sandboxing.Fits);
    }
}
