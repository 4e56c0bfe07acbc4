using IsolationModel.Evaluation;
using IsolationModel.Modeling;
using IsolationModel.PodSecurityAdmission;
using IsolationModel.Text;
using IsolationModel.Values;
using IsolationModel.Workloads;

namespace IsolationModel.Core.Tests.Evaluation;

/// <summary>The grammar of needs beyond threats and levels: scenarios, completed needs, Pod Security, limits.</summary>
public sealed class NeedGrammarTests
{
    [Theory]
    // Needs that a word completes.
    [InlineData("arch:arm64", "arch:arm64")]
    [InlineData(" arch : arm64 ", "arch:arm64")]
    [InlineData("guest-os:windows", "guest-os:windows")]
    [InlineData("arch:arm64, arch:x86_64", "arch:arm64|arch:x86_64")]
    [InlineData("arch:arm64,arch: arm64", "arch:arm64")]
    [InlineData("gpu,host-network\t,\r\nown-kernel-modules", "gpu|host-network|own-kernel-modules")]
    // Pod Security Standards.
    [InlineData("pod-security:privileged", "pod-security:privileged")]
    [InlineData("pod-security:baseline@v1.30", "pod-security:baseline@v1.30")]
    [InlineData("pod-security:baseline@1.30", "pod-security:baseline@v1.30")]
    [InlineData("pod-security: restricted @ latest", "pod-security:restricted@latest")]
    [InlineData("pod-security:baseline@v1.0", "pod-security:baseline@v1.0")]
    [InlineData("pod-security:baseline@v1.9", "pod-security:baseline@v1.9")]
    [InlineData("pod-security:baseline@v1.1999", "pod-security:baseline@v1.1999")]
    // Scenarios: a level, and what else they require.
    [InlineData("scenario:ci-cd", "level:low|scenario:ci-cd")]
    [InlineData("scenario: plugin-system , gpu", "level:high|scenario:plugin-system|gpu")]
    [InlineData("scenario:ci-cd, level:high", "level:high|scenario:ci-cd")]
    [InlineData("scenario:ci-cd, scenario:financial-trading", "level:very-high|scenario:ci-cd|scenario:financial-trading")]
    // Limits.
    [InlineData("startup<1s", "startup < 1 s")]
    [InlineData("memory >= 2 GB", "memory >= 2 GB")]
    [InlineData("startup<=0.5 s,startup <= 500 ms", "startup <= 0.5 s|startup <= 500 ms")]
    public void Needs_are_read(string text, string tokens)
    {
        var set = NeedSet.Combine(TestModel.BuiltIn, [TestModel.Declare(NeedScope.Template, text)]);
        Assert.Empty(set.Problems.Select(problem => problem.Message));
        Assert.Equal(tokens, string.Join('|', set.Needs.Select(need => need.Token)));
    }

    [Theory]
    [InlineData("arch", 0, 4, null)]
    [InlineData("arch:arm46", 0, 10, "arch:arm64")]
    [InlineData("gpu, arch: armm64", 5, 12, "arch:arm64")]
    [InlineData("guest-os:windos", 0, 15, "guest-os:windows")]
    [InlineData("gpus", 0, 4, "gpu")]
    [InlineData("untrusted-code:yes", 0, 18, "untrusted-code")]
    [InlineData("scenario:ci-dc", 0, 14, "scenario:ci-cd")]
    [InlineData("scenrio:ci-cd", 0, 13, "scenario:ci-cd")]
    [InlineData("ci-cd", 0, 5, null)]
    [InlineData("lvl:high", 0, 8, "level:high")]
    [InlineData("level:", 0, 6, null)]
    [InlineData(":high", 0, 5, null)]
    [InlineData("pod-security", 0, 12, null)]
    [InlineData("pod-security:base-line", 0, 22, "pod-security:baseline")]
    [InlineData("pod-security:baseline@30", 0, 24, null)]
    [InlineData("pod-security:baseline@v1.030", 0, 28, null)]
    [InlineData("pod-security:baseline@v2.0", 0, 26, null)]
    [InlineData("pod-security:baseline@", 0, 22, null)]
    [InlineData("pod-security:baseline@v1.", 0, 25, null)]
    [InlineData("pod-security:baseline@v1.123456", 0, 31, null)]
    [InlineData("pod-security:baseline@v1.12345", 0, 30, null)]
    [InlineData("pod-security:baseline@v1.3x", 0, 27, null)]
    [InlineData("pod-security:baseline@v1.x", 0, 26, null)]
    [InlineData("pod-security:@v1.30", 0, 19, null)]
    [InlineData("startup > 1 s", 0, 13, null)]
    [InlineData("startup == 1 s", 0, 14, null)]
    [InlineData("startup <= 1", 0, 12, null)]
    [InlineData("startup <= -1 s", 0, 15, null)]
    [InlineData("boundary >= hardware-vm", 0, 8, null)]
    [InlineData("<= 1 s", 0, 0, null)]
    [InlineData("arch:{{ .Values.arch }}", 0, 23, null)]
    public void A_misspelling_is_told_with_what_was_meant(string text, int start, int length, string? replacement)
    {
        var set = NeedSet.Combine(TestModel.BuiltIn, [TestModel.Declare(NeedScope.Template, text)]);
        var problem = Assert.Single(set.Problems);
        Assert.Equal((NeedProblemKind.Unknown, new TextRange(100 + start, length), replacement), (problem.Kind, problem.Range, problem.Replacement));
        Assert.DoesNotContain(set.Needs, need => need.Range == problem.Range);
    }

    [Theory]
    [InlineData("Scenario", "serverless", "level:medium|scenario:serverless")]
    [InlineData("Scenario", " serverless ", "level:medium|scenario:serverless")]
    [InlineData("Level", " high ", "level:high")]
    public void A_key_of_its_own_takes_the_id_alone(string carrier, string text, string tokens)
    {
        var set = NeedSet.Combine(TestModel.BuiltIn, [TestModel.Declare(NeedScope.Template, text, Enum.Parse<NeedCarrier>(carrier))]);
        Assert.Empty(set.Problems);
        Assert.Equal(tokens, string.Join('|', set.Needs.Select(need => need.Token)));
    }

    [Theory]
    [InlineData("Scenario", "scenario:serverless", null)]
    [InlineData("Scenario", "serverles", "serverless")]
    [InlineData("Scenario", "serverless, ci-cd", null)]
    [InlineData("Level", "level:high", null)]
    [InlineData("Level", "hihg", "high")]
    [InlineData("Level", "${LEVEL}", null)]
    public void A_key_of_its_own_takes_nothing_else(string carrier, string text, string? replacement)
    {
        var problem = Assert.Single(NeedSet.Combine(TestModel.BuiltIn, [TestModel.Declare(NeedScope.Template, text, Enum.Parse<NeedCarrier>(carrier))]).Problems);
        Assert.Equal((new TextRange(100, text.Length), replacement), (problem.Range, problem.Replacement));
    }

    [Fact]
    public void A_text_without_a_place_of_its_own_is_told_as_a_whole()
    {
        var declaration = TestModel.Declare(NeedScope.Template, "gpu, startpu <= 1 s") with { ContentStart = -1 };
        Assert.Equal(declaration.Range, Assert.Single(NeedSet.Combine(TestModel.BuiltIn, [declaration]).Problems).Range);
    }

    [Fact]
    public void A_completed_need_requires_its_word()
    {
        var need = Assert.Single(NeedSet.Combine(TestModel.BuiltIn, [TestModel.Declare(NeedScope.Template, "guest-os:windows")]).Needs);
        var constraint = Assert.Single(need.Constraints);
        Assert.Equal(("guestOs", "guestOs contains windows"), (constraint.AttributeId, constraint.Text));
        Assert.Equal(new SetThreshold(true, new EquatableArray<string>(["windows"])), constraint.Threshold);
        Assert.Equal("guest-os", need.Definition!.Id);
    }

    [Theory]
    [InlineData("startup < 125 ms", "startup < 125 ms", QuantityComparison.Below)]
    [InlineData("startup <= 125 ms", "startup <= 125 ms", QuantityComparison.AtMost)]
    [InlineData("startup >= 125 ms", "startup >= 125 ms", QuantityComparison.AtLeast)]
    public void A_limit_compares_as_it_is_written(string text, string said, QuantityComparison comparison)
    {
        var need = Assert.Single(NeedSet.Combine(TestModel.BuiltIn, [TestModel.Declare(NeedScope.Template, text)]).Needs);
        Assert.Null(need.Definition);
        var constraint = Assert.Single(need.Constraints);
        Assert.Equal((said, comparison, 0.125m), (constraint.Text, ((QuantityThreshold)constraint.Threshold).Comparison, ((QuantityThreshold)constraint.Threshold).Limit.BaseAmount));
    }

    [Fact]
    public void A_scenario_brings_its_needs_its_conditions_and_its_wishes()
    {
        var model = TestModel.With("""
            "scenarios": { "own": { "name": "x", "level": "medium", "goals": { "startup": "low", "performance": "high" }, "needs": ["untrusted-code", "arch:arm64"],
              "require": [{ "attribute": "gpu", "is": "yes", "inferred": "because" }] } }
            """);
        var set = NeedSet.Combine(model, [TestModel.Declare(NeedScope.Template, "own", NeedCarrier.Scenario)]);
        Assert.Equal(["level:medium", "untrusted-code", "arch:arm64", "scenario:own"], set.Needs.Select(need => need.Token));
        Assert.Equal("gpu is yes", Assert.Single(set.Needs[^1].Constraints).Text);
        Assert.Contains("gpu is yes (because)", set.Needs[^1].Definition!.Rationale, StringComparison.Ordinal);
        Assert.Equal([new ScoringGoal("throughputLoss", 3, 3), new ScoringGoal("startup", 2, 2)], set.Goals);
        Assert.All(set.Needs, need => Assert.Equal(new TextRange(100, 3), need.Range));
    }

    [Fact]
    public void Of_the_wishes_of_several_scenarios_the_most_demanding_counts()
    {
        var set = NeedSet.Combine(TestModel.BuiltIn, [TestModel.Declare(NeedScope.Template, "scenario:financial-trading, scenario:serverless")]);
        Assert.Equal([new ScoringGoal("throughputLoss", 3, 3), new ScoringGoal("startup", 3, 3)], set.Goals);
    }

    [Theory]
    [InlineData("pod-security:baseline", PodSecurityLevel.Baseline, 37)]
    [InlineData("pod-security:restricted@v1.30", PodSecurityLevel.Restricted, 30)]
    [InlineData("pod-security:restricted@v1.99", PodSecurityLevel.Restricted, 37)] // a newer version than the newest that is known
    [InlineData("pod-security:privileged@latest", PodSecurityLevel.Privileged, 37)]
    public void A_level_of_the_Pod_Security_Standards_is_a_policy_of_pods(string need, PodSecurityLevel level, int minor)
    {
        // No runtime is known for this class; the level does not ask for one.
        var result = RunSample.Evaluate(TestModel.BuiltIn, RunSample.File("a.yaml", RunSample.Pod("unheard-of", null, TestModel.Declare(NeedScope.Template, need))));
        Assert.Empty(result.Findings);
        Assert.Equal(new PodSecurityPolicy(level, new PodSecurityVersion(minor)), Assert.Single(Assert.Single(result.Workloads).Needs.Needs).PodSecurity);
    }

    [Fact]
    public void Pod_Security_binds_the_pod_and_has_no_part_in_rankings()
    {
        var with = NeedSet.Combine(TestModel.BuiltIn, [TestModel.Declare(NeedScope.Template, "untrusted-code, pod-security:restricted")]);
        var without = NeedSet.Combine(TestModel.BuiltIn, [TestModel.Declare(NeedScope.Template, "untrusted-code")]);
        Assert.Equal(Rank(without.Needs), Rank(with.Needs));
        Assert.Contains(Rank(with.Needs), row => row.Verdict == Verdict.Suitable);

        static List<(string Id, Verdict Verdict)> Rank(IReadOnlyList<DeclaredNeed> needs) =>
            TechnologyRanking.Rank(TestModel.BuiltIn, null, [], needs, []).Ranked.Select(ranked => (ranked.Technology.Id, ranked.Verdict)).ToList();
    }

    [Fact]
    public void Every_need_of_the_model_can_be_written()
    {
        foreach (var need in BuiltInModel.Definition.Needs)
        {
            string[] spellings = need switch
            {
                { Kind: NeedKind.Level } => [$"level:{need.Id}"],
                { Kind: NeedKind.PodSecurity } => [.. need.Choices.Select(choice => $"{need.Id}:{choice}")],
                { ParameterAttributeId: { } attribute } => [.. TestModel.BuiltIn.Attribute(attribute)!.Vocabulary.Select(word => $"{need.Id}:{word}")],
                _ => [need.Id],
            };
            var set = NeedSet.Combine(TestModel.BuiltIn, [TestModel.Declare(NeedScope.Run, string.Join(", ", spellings))]);
            Assert.Empty(set.Problems);
            Assert.Equal(spellings, set.Needs.Select(each => each.Token));
        }
    }

    [Theory]
    [InlineData("startup <= 1 kg", "write a number and one of the units us ms s min h")]
    [InlineData("loss <= 1 s", "write a number and one of the units %")]
    [InlineData("pod-security:baseline@30", "write 'latest' or a minor version such as 'v1.30'")]
    [InlineData("startup > 1 s", "write <=, < or >=")]
    [InlineData("${NEEDS}", "render the template and check the output")]
    public void A_message_says_what_to_write(string text, string said)
    {
        var problem = Assert.Single(NeedSet.Combine(TestModel.BuiltIn, [TestModel.Declare(NeedScope.Run, text)]).Problems);
        Assert.EndsWith(said, problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("arch", "known are arch:arm64, arch:x86_64")]
    [InlineData("level", "known are level:high, level:low, level:medium, level:very-high")]
    [InlineData("pod-security", "known are pod-security:baseline, pod-security:privileged, pod-security:restricted")]
    [InlineData("level:", "known are level:high, level:low, level:medium, level:very-high")]
    public void A_need_without_its_word_lists_its_words(string text, string said)
    {
        var problem = Assert.Single(NeedSet.Combine(TestModel.BuiltIn, [TestModel.Declare(NeedScope.Run, text)]).Problems);
        Assert.EndsWith(said, problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("scenario:own")]
    [InlineData("scenario:other")]
    [InlineData("scenario:ci-cd")]
    public void Scenarios_do_not_nest(string token)
    {
        var result = Modeling.Overlays.Extend(Modeling.Overlays.Of("contoso", $$"""
            "scenarios": {
              "own": { "name": "x", "level": "low", "needs": ["{{token}}"] },
              "other": { "name": "x", "level": "low", "needs": ["scenario:own"] }
            }
            """));
        Assert.NotEmpty(result.Findings);
        Assert.All(result.Findings, finding => Assert.Equal("ISM0003", finding.Rule.Id));
        var set = NeedSet.Combine(new ModelIndex(result.Model), [TestModel.Declare(NeedScope.Template, "own", NeedCarrier.Scenario)]);
        Assert.Contains("do not nest", Assert.Single(set.Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_need_lists_what_is_known()
    {
        var problem = Assert.Single(NeedSet.Combine(TestModel.BuiltIn, [TestModel.Declare(NeedScope.Run, "whatever-it-is")]).Problems);
        Assert.Contains("known are ", problem.Message, StringComparison.Ordinal);
        Assert.All(["level:high", "untrusted-code", "arch:arm64", "pod-security:baseline", "scenario:ci-cd"], known => Assert.Contains(known, problem.Message, StringComparison.Ordinal));
    }
}
