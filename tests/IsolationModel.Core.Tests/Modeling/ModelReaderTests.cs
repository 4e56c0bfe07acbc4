using IsolationModel.Findings;
using IsolationModel.Modeling;
using IsolationModel.Modeling.Reading;
using IsolationModel.Values;

namespace IsolationModel.Core.Tests.Modeling;

public sealed class ModelReaderTests
{
    private const string Head = """{ "formatVersion": "1.0", "model": { "id": "contoso", "version": "1.0.0", "extends": { "isolation-model": "^0.1" } },""";

    /// <summary>Body of an overlay with the mistake between '«' and '»', the rule, and words of the message.</summary>
    public static TheoryData<string, string, string> Mistakes => new()
    {
        { """ "technologies": { "«gvisor»": { "name": "x", "kind": "runtime", "mechanism": "vm", "summary": "x", "values": {} } } """, "ISM0101", "$op" },
        { """ "technologies": { "«nothing»": { "$op": "override", "order": 1 } } """, "ISM0102", "no technology 'nothing' to override" },
        { """ "technologies": { "t": { "name": "x", "kind": "runtime", "mechanism": «"vmm"», "summary": "x", "values": {} } } """, "ISM0003", "did you mean 'vm'?" },
        { """ "technologies": { "gvisor": { "$op": "override", "values": { "«startupp»": "unknown" } } } """, "ISM0003", "did you mean 'startup'?" },
        { """ "technologies": { "gvisor": { "$op": "override", "values": { "«startup»": { "value": "1 s" } } } } """, "ISM0101", "already given" },
        { """ "technologies": { "gvisor": { "$op": "override", "values": { "startup": { "$op": "override", "value": «"5 MB"» } } } } """, "ISM0004", "measures information, but attribute 'startup' measures time" },
        { """ "technologies": { "gvisor": { "$op": "override", "values": { "startup": { "$op": "override", "value": «"9 s..1 s"» } } } } """, "ISM0005", "reversed" },
        { """ "technologies": { "gvisor": { "$op": "override", "values": { "startup": { "$op": "override", "value": "1 s..2 s", "typical": «"3 s"» } } } } """, "ISM0005", "outside" },
        { """ "technologies": { "gvisor": { "$op": "override", "values": { "boundary": { "$op": "override", "value": «"hardware-vm..none"» } } } } """, "ISM0005", "reversed" },
        { """ "technologies": { "gvisor": { "$op": "override", "values": { "boundary": { "$op": "override", "value": «"hardware-wm"» } } } } """, "ISM0003", "did you mean 'hardware-vm'?" },
        { """ "technologies": { "gvisor": { "$op": "override", "values": { "boundary": { "$op": "override", "value": "hardware-vm", "source": «"nobody"» } } } } """, "ISM0003", "no source 'nobody'" },
        { """ "technologies": { "gvisor": { "$op": "override", "values": { "gpu": { "$op": "override", "value": «"maybe"» } } } } """, "ISM0002", "yes, no, config or unknown" },
        { """ "technologies": { "gvisor": { "$op": "override", "values": { "«gpu»": { "$op": "override", "value": "config" } } } } """, "ISM0002", "condition" },
        { """ "needs": { "threats": { "«t»": { "name": "x", "rationale": "x", "require": [] } } } """, "ISM0002", "requires nothing" },
        { """ "needs": { "threats": { "t": { "name": "x", "rationale": "x", "require": [ «{ "attribute": "boundary" }» ] } } } """, "ISM0002", "exactly one of" },
        { """ "needs": { "threats": { "t": { "name": "x", "rationale": "x", "require": [ { "attribute": "boundary", "atMost": «"1 s"» } ] } } } """, "ISM0002", "does not apply" },
        { """ "names": { "runtimeClass": { "fast": { "technology": «"gvizor"» } } } """, "ISM0003", "did you mean 'gvisor'?" },
        { """ "nodes": { "«seccompdefault»": true } """, "ISM0003", "did you mean 'seccompDefault'?" },
        { """ "nodes": { "seccompDefault": «"yes"» } """, "ISM0002", "true or false" },
        { """ "«nodez»": { } """, "ISM0002", "did you mean 'nodes'?" },
        { """ "nodes": { "seccompDefault": true, "«seccompDefault»": true } """, "ISM0101", "twice" },
        { """ "scales": { "«boundary»": { "$op": "override", "name": "x", "levels": [ { "id": "a", "name": "A", "definition": "x" }, { "id": "b", "name": "B", "definition": "x" } ] } } """, "ISM0002", "cannot be replaced" },
        { """ "attributes": { "«startup»": { "$op": "override", "name": "x", "kind": "capability", "definition": "x" } } """, "ISM0002", "its kind" },
        { """ "attributes": { "«guestOs»": { "$op": "override", "name": "x", "kind": "set", "vocabulary": ["linux"], "definition": "x" } } """, "ISM0002", "vocabulary" },
        { """ "scales": { "s": { "name": "x", "levels": [ { "id": "a", "name": "A", "definition": "x" }, { "id": «"a..b"», "name": "B", "definition": "x" }, { "id": "c", "name": "C", "definition": "x" } ] } } """, "ISM0002", "not an id" },
        { """ "weakenings": { "w": { "title": "x", "when": { "setting": «"priviledged"», "is": true }, "effects": {} } } """, "ISM0003", "did you mean 'privileged'?" },
        { """ "weakenings": { "w": { "title": "x", "when": { "setting": "seccomp", "is": «"Off"» }, "effects": {} } } """, "ISM0003", "not a choice" },
        { """ "weakenings": { "w": { "title": "x", "when": { "setting": "privileged", "is": true }, "effects": { "«vmm»": { "note": "x" } } } } """, "ISM0003", "no mechanism or technology" },
        { """ "weakenings": { "w": { "title": "x", "when": { "setting": "privileged", "is": true }, "effects": { "vm": { "range": «["hardware-vm", "none"]», "decidedBy": "x", "fact": "seccompDefault", "why": "x" } } } } """, "ISM0005", "reversed" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void A_mistake_is_told_at_its_place(string body, string rule, string words)
    {
        var (text, range) = Overlays.Marked(Head + body + "}");
        var finding = Assert.Single(Extend(text).Findings);
        Assert.Equal((rule, range), (finding.Rule.Id, finding.Range));
        Assert.Contains(words, finding.Message, StringComparison.Ordinal);
        Assert.Equal(FindingSeverity.Error, finding.Severity);
    }

    [Fact]
    public void A_mistake_costs_its_own_entry_only()
    {
        var result = Extend(Head + """ "names": { "runtimeClass": { "bad": { "technology": "gvizor" }, "good": { "technology": "gvisor" } } } }""");
        Assert.True(result.HasErrors);
        Assert.Contains(result.Model.RuntimeNames, name => name is { Name: "good", TechnologyId: "gvisor", IsDeclared: true });
    }

    [Fact]
    public void An_override_changes_what_it_names_and_keeps_the_rest()
    {
        var result = Extend(Head + """ "technologies": { "gvisor": { "$op": "override", "values": { "startup": { "$op": "override", "value": "80 ms..400 ms", "typical": "150 ms" } } } } }""");
        Assert.Empty(result.Findings);
        var before = BuiltInModel.Definition.Technologies.Single(technology => technology.Id == "gvisor");
        var after = result.Model.Technologies.Single(technology => technology.Id == "gvisor");
        Assert.Equal("80 ms..400 ms", ((QuantityInterval)after.Find("startup")!.Value).Text);
        Assert.Equal(before.Find("boundary"), after.Find("boundary"));
        Assert.Equal((before.Name, before.Order, before.Values.Count), (after.Name, after.Order, after.Values.Count));
    }

    [Fact]
    public void Overlays_that_extend_each_other_are_merged_in_that_order_whatever_their_paths()
    {
        var team = new ModelText("a-team.isolation.json", """{ "formatVersion": "1.0", "model": { "id": "team", "version": "1.0.0", "extends": { "contoso": "1.0.0" } }, "technologies": { "own": { "$op": "override", "order": 7 } } }""");
        var company = new ModelText("z-company.isolation.json", Head + """ "technologies": { "own": { "name": "Own", "kind": "runtime", "mechanism": "vm", "order": 5, "summary": "x", "values": {} } } }""");
        var result = ModelReader.Extend(BuiltInModel.Definition, [team, company]);
        Assert.Empty(result.Findings);
        Assert.Equal(("team", 7), (result.Model.Id, result.Model.Technologies.Single(technology => technology.Id == "own").Order));
    }

    [Fact]
    public void Overlays_beside_each_other_extend_the_same_model()
    {
        static ModelText Overlay(string id, string fact) => new(
            id + ".isolation.json",
            $$"""{ "formatVersion": "1.0", "model": { "id": "{{id}}", "version": "1.0.0", "extends": { "isolation-model": "^0.1" } }, "nodes": { "{{fact}}": true } }""");
        var result = ModelReader.Extend(BuiltInModel.Definition, [Overlay("b", "seccompDefault"), Overlay("a", "hostUdsNone")]);
        Assert.Empty(result.Findings);
        Assert.Equal(["hostUdsNone", "seccompDefault"], result.Model.NodeDeclarations.Select(node => node.FactId));
    }

    [Theory]
    [InlineData("""{ "formatVersion": "2.0" }""", "ISM0002")]
    [InlineData("""{ "formatVersion": "1.0" }""", "ISM0002")]
    [InlineData("""[]""", "ISM0002")]
    [InlineData("""{ "formatVersion": "1.0", "model": { "id": "x", "ver""", "ISM0001")]
    [InlineData("""{ "formatVersion": "1.0", "model": { "id": "x", "version": "1.0.0" } }""", "ISM0103")]
    [InlineData("""{ "formatVersion": "1.0", "model": { "id": "x", "version": "1.0.0", "extends": { "isolation-model": "^9.0" } } }""", "ISM0103")]
    [InlineData("""{ "formatVersion": "1.0", "model": { "id": "x", "version": "1.0.0", "extends": { "somebody": "^0.1" } } }""", "ISM0103")]
    public void A_file_that_is_no_overlay_says_why(string text, string rule) => Assert.Equal(rule, Assert.Single(Extend(text).Findings).Rule.Id);

    [Fact]
    public void No_cut_of_an_overlay_makes_the_reader_throw()
    {
        const string whole = Head + """ "technologies": { "own": { "name": { "en": "Own" }, "kind": "runtime", "mechanism": "vm", "summary": "x", "values": { "guestOs": { "has": ["linux"] }, "boundary": { "value": "hardware-vm" } } } } }""";
        Assert.Empty(Extend(whole).Findings);
        for (var length = 0; length < whole.Length; length++)
        {
            Assert.NotEmpty(Extend(whole[..length]).Findings);
        }
    }

    [Fact]
    public void White_space_and_key_order_make_no_other_model()
    {
        var one = Extend(Head + """ "nodes": { "seccompDefault": true }, "names": { "runtimeClass": { "a": { "technology": "gvisor" }, "b": { "technology": "kata" } } } }""");
        var other = Extend(Head + "\n\n" + """ "names": { "runtimeClass": { "b": { "technology": "kata" }, "a":{ "technology":"gvisor" } } }, "nodes": { "seccompDefault": true } }""");
        Assert.Equal(one.Model, other.Model);
        Assert.Equal(one.Model.GetHashCode(), other.Model.GetHashCode());
    }

    private static ModelReadResult Extend(string text) => ModelReader.Extend(BuiltInModel.Definition, [new ModelText("contoso.isolation.json", text)]);
}
