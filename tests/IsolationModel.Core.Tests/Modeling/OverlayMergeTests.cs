using CsCheck;
using IsolationModel.Evaluation;
using IsolationModel.Modeling;
using IsolationModel.Modeling.Reading;
using IsolationModel.Values;
using IsolationModel.Workloads;

namespace IsolationModel.Core.Tests.Modeling;

/// <summary>Layers upon layers: their order is that of what they extend, and nothing else.</summary>
public sealed class OverlayMergeTests
{
    /// <summary>What a company says, and what a team says on top of it; right or wrong.</summary>
    public static TheoryData<string, string> Layers => new()
    {
        { """ "nodes": { "seccompDefault": true } """, """ "nodes": { "seccompDefault": false, "hostUdsNone": true } """ },
        { """ "technologies": { "own": { "name": "Own", "kind": "runtime", "mechanism": "vm", "summary": "x" } } """, """ "technologies": { "own": { "$op": "override", "values": { "startup": "1 s" } } } """ },
        { """ "technologies": { "own": { "name": "Own", "kind": "runtime", "mechanism": "vm", "summary": "x" } } """, """ "technologies": { "own": { "$op": "remove" } } """ },
        { """ "technologies": { "own": { "name": "Own", "kind": "runtime", "mechanism": "vm", "summary": "x" } } """, """ "technologies": { "own": { "name": "Again", "kind": "runtime", "mechanism": "vm", "summary": "x" } } """ },
        { """ "technologies": { "gvisor": { "$op": "override", "values": { "startup": { "$op": "override", "value": "1 s" } } } } """, """ "technologies": { "fast": { "name": "x", "kind": "stack", "summary": "x", "stack": { "platform": "kubernetes", "runtime": "gvisor" } } } """ },
        { """ "technologies": { "fast": { "name": "x", "kind": "stack", "summary": "x", "stack": { "platform": "kubernetes", "runtime": "gvisor" } } } """, """ "technologies": { "gvisor": { "$op": "override", "values": { "startup": { "$op": "override", "value": "1 s" } } } } """ },
        { """ "names": { "runtimeClass": { "fast": { "technology": "gvisor" } } } """, """ "names": { "runtimeClass": { "fast": { "$op": "override", "technology": "runc" } } } """ },
        { """ "names": { "runtimeClass": { "fast": { "technology": "gvisor" } } } """, """ "names": { "runtimeClass": { "fast": { "technology": "runc" } } } """ },
        { """ "forbidden": { "docker": { "reason": "x" } } """, """ "forbidden": { "docker": { "$op": "remove" } } """ },
        { """ "forbidden": { "docker": { "reason": "x" } } """, """ "technologies": { "docker": { "$op": "remove" } } """ },
        { """ "scoring": { "weights": { "startup": 7 } } """, """ "scoring": { "weights": { "startup": 2, "throughputLoss": 0 } } """ },
        { """ "workloads": { "all": { "match": { "path": "**" }, "level": "high" } } """, """ "workloads": { "all": { "$op": "override", "match": { "path": "**" }, "level": "low" } } """ },
        { """ "controls": { "cilium": { "$op": "remove" } } """, """ "controls": { "cilium": { "name": "Again", "summary": "x" } } """ },
        { """ "needs": { "levels": { "mine": { "name": "x", "order": 9, "rationale": "x", "require": [{ "attribute": "boundary", "atLeast": "hardware-vm" }] } } } """, """ "scenarios": { "s": { "name": "x", "level": "mine" } } """ },
        { """ "attributes": { "fips": { "name": "x", "kind": "capability", "definition": "x" } } """, """ "technologies": { "gvisor": { "$op": "override", "values": { "fips": "yes" } } } """ },
    };

    [Theory]
    [MemberData(nameof(Layers))]
    public void Two_layers_at_once_are_one_after_the_other(string first, string second)
    {
        var (company, team) = (Overlays.Of("z-company", first), Overlays.Of("a-team", second, "z-company", "1.2.0"));
        var atOnce = Overlays.Extend(company, team);
        var afterwards = ModelReader.Extend(Overlays.Merge(company), [team]);
        Assert.Equal(afterwards.Model, atOnce.Model);
        Assert.Equal(
            afterwards.Findings.Select(finding => (finding.Rule.Id, finding.File, finding.Range)),
            atOnce.Findings.Select(finding => (finding.Rule.Id, finding.File, finding.Range)));
    }

    [Fact]
    public void Overlays_that_do_not_depend_on_each_other_may_stand_in_any_order() =>
        Gen.Shuffle(new[] { "a", "b", "c", "d" }).Sample(ids =>
        {
            string[] sections =
            [
                """ "nodes": { "seccompDefault": true } """,
                """ "forbidden": { "docker": { "reason": "x" } } """,
                """ "technologies": { "own": { "name": "x", "kind": "runtime", "mechanism": "vm", "summary": "x", "like": "gvisor" } } """,
                """ "scoring": { "weights": { "startup": 9 } } """,
            ];
            // The path, and with it the place in the order, is that of the id.
            var model = Overlays.Merge([.. ids.Zip(sections, (id, section) => Overlays.Of(id, section))]);
            var other = Overlays.Merge([.. sections.Select((section, index) => Overlays.Of($"x{index}", section))]);
            Assert.Equal(other with { Id = "x", Version = "1" }, model with { Id = "x", Version = "1" });
        });

    [Fact]
    public void A_layer_may_rest_on_several()
    {
        var model = Overlays.Merge(
            new ModelText("a.isolation.json", """{ "formatVersion": "1.0", "model": { "id": "a", "version": "1.0.0", "extends": { "b": "1.2.0", "c": "^1.0" } }, "technologies": { "own": { "$op": "override", "order": 3 } }, "controls": { "own": { "$op": "override", "summary": "y" } } }"""),
            Overlays.Of("b", """ "technologies": { "own": { "name": "x", "kind": "runtime", "mechanism": "vm", "summary": "x" } } """),
            Overlays.Of("c", """ "controls": { "own": { "name": "x", "summary": "x" } } """));
        Assert.Equal(("a", 3, "y"), (model.Id, model.Technologies.Single(entry => entry.Id == "own").Order, model.Controls.Single(entry => entry.Id == "own").Summary));
    }

    [Fact]
    public void Overlays_that_extend_each_other_in_a_circle_are_told()
    {
        var result = Overlays.Extend(Overlays.Of("a", """ "x-a": 1 """, "b", "1.2.0"), Overlays.Of("b", """ "x-b": 1 """, "a", "1.2.0"));
        var finding = Assert.Single(result.Findings);
        Assert.Equal(("ISM0103", "a.isolation.json"), (finding.Rule.Id, finding.File));
    }

    [Theory]
    [InlineData("^0.1", "0.1.0", true)]
    [InlineData("^0.1", "0.1.9", true)]
    [InlineData("^0.1", "0.2.0", false)] // below 1.0 the minor number breaks
    [InlineData("^0.1.3", "0.1.2", false)]
    [InlineData("^1.2", "1.9.0", true)]
    [InlineData("^1.2", "1.1.9", false)]
    [InlineData("^1.2", "2.0.0", false)]
    [InlineData("^1.2.3", "1.2.3", true)]
    [InlineData("^1.2.3", "1.3.0", true)]
    [InlineData("1.2.3", "1.2.3", true)]
    [InlineData("1.2", "1.2.0", true)]
    [InlineData("1.2.3", "1.2.4", false)]
    [InlineData("^1.2", "1.2.0-preview.1", true)]
    [InlineData("~1.2", "1.2.0", false)]
    [InlineData("^", "1.2.0", false)]
    [InlineData("*", "1.2.0", false)]
    [InlineData("1.2.3.4", "1.2.3", false)]
    [InlineData("^1.x", "1.2.3", false)]
    [InlineData("^-1.0", "1.0.0", false)]
    public void A_version_range_is_exact_or_lets_nothing_break(string range, string version, bool includes) => Assert.Equal(includes, VersionRange.Includes(range, version));

    [Theory]
    [InlineData("nobody", "^0.1", "there is no model 'nobody' to extend here; the models below are isolation-model")]
    [InlineData("isolation-model", "^7.0", "which '^7.0' does not include")]
    [InlineData("isolation-model", "latest", "which 'latest' does not include")]
    public void A_base_that_is_missing_or_of_another_version_is_told(string extends, string range, string words)
    {
        var overlay = Overlays.Of("contoso", """ "nodes": { "seccompDefault": true } """, extends, range);
        var finding = Assert.Single(Overlays.Extend(overlay).Findings);
        Assert.Equal("ISM0103", finding.Rule.Id);
        Assert.Contains(words, finding.Message, StringComparison.Ordinal);
        Assert.Equal(overlay.Text.IndexOf(extends == "nobody" ? "\"nobody\"" : $"\"{range}\"", StringComparison.Ordinal), finding.Range.Start);
    }

    [Fact]
    public void A_weight_replaces_that_of_every_wish_for_its_attribute_and_leaves_targets_alone()
    {
        var model = TestModelWith(""" "scoring": { "weights": { "startup": 7, "throughputLoss": 0 } } """);
        Assert.Equal([new ScoringGoal("throughputLoss", 2, 0), new ScoringGoal("startup", 3, 7)], model.WishesOf(model.Scenario("serverless")!).OrderBy(goal => goal.Target));
        var set = NeedSet.Combine(model, [NeedDeclaration.ForRun(NeedCarrier.Scenario, "serverless")]);
        var docker = TechnologyRanking.Rank(model, null, [], set.Needs, set.Goals).Find("docker")!;
        Assert.Equal("0*max(0,2-3) + 7*max(0,3-2) = 7", docker.Arithmetic);
    }

    [Fact]
    public void Without_a_weight_a_wish_weighs_as_much_as_it_asks()
    {
        var model = new ModelIndex(BuiltInModel.Definition);
        Assert.All(BuiltInModel.Definition.Scenarios.SelectMany(model.WishesOf), goal => Assert.Equal(goal.Target, goal.Weight));
    }

    [Fact]
    public void What_is_removed_leaves_no_relation_behind()
    {
        var before = BuiltInModel.Definition;
        var removed = before.Controls.First(control => before.Entries.Any(entry => entry.Relations.Any(relation => relation.Target == control.Reference))).Id;
        var model = Overlays.Merge(Overlays.Of("contoso", $$""" "controls": { "{{removed}}": { "$op": "remove" } } """));
        Assert.DoesNotContain(model.Controls, control => control.Id == removed);
        Assert.All(model.Entries.SelectMany(entry => entry.Relations), relation => Assert.NotEqual(new EntryReference(EntryKind.Control, removed), relation.Target));
    }

    [Theory]
    [InlineData("""{ "$op": "override", "true": "kernel-exploit" }""", "kernel-exploit")]
    [InlineData("""{ "$op": "remove" }""", null)]
    public void A_foreign_annotation_may_come_to_mean_something_else_or_nothing(string spellings, string? need)
    {
        var model = TestModelWith($$""" "needSpellings": { "io.kubernetes.cri.untrusted-workload": {{spellings}} } """);
        Assert.Equal(need, model.NeedSpelling("io.kubernetes.cri.untrusted-workload", "true")?.NeedId);
    }

    [Fact]
    public void A_removed_value_is_not_known_any_more()
    {
        var model = TestModelWith(""" "technologies": { "gvisor": { "$op": "override", "values": { "startup": { "$op": "remove" } } } } """);
        Assert.Null(model.Technology("gvisor")!.Find("startup"));
        Assert.Equal(Outcome.Unknown, TechnologyRanking.Rank(model, null, [], NeedSet.Combine(model, [NeedDeclaration.ForRun(NeedCarrier.Needs, "startup <= 1 s")]).Needs, []).Find("gvisor")!.Assessment.Results[0].Effective);
    }

    private static ModelIndex TestModelWith(string sections) => new(Overlays.Merge(Overlays.Of("contoso", sections)));
}
