using IsolationModel.Evaluation;
using IsolationModel.Modeling;
using IsolationModel.Values;

namespace IsolationModel.Core.Tests.Modeling;

/// <summary>The values of a stack follow from those of its layers, attribute by attribute.</summary>
public sealed class StackTests
{
    private const string Attributes = """
        "attributes": {
          "strongest": { "name": "x", "kind": "scale", "scale": "boundary", "better": "higher", "definition": "x" },
          "sum": { "name": "x", "kind": "quantity", "dimension": "time", "better": "lower", "definition": "x" },
          "complement": { "name": "x", "kind": "quantity", "dimension": "ratio", "better": "lower", "compose": "complement", "definition": "x" },
          "weakest": { "name": "x", "kind": "capability", "definition": "x" },
          "any": { "name": "x", "kind": "capability", "compose": "any", "definition": "x" },
          "intersection": { "name": "x", "kind": "set", "vocabulary": ["a", "b", "c"], "definition": "x" },
          "innermost": { "name": "x", "kind": "quantity", "dimension": "information", "better": "lower", "compose": "innermost", "definition": "x" }
        }
        """;

    /// <summary>Attribute, cells of platform, runtime and engine (null for none), and what follows.</summary>
    public static TheoryData<string, string?, string?, string?, string> Compositions => new()
    {
        { "strongest", null, "\"shared-kernel\"", "\"hardware-vm\"", "hardware-vm" },
        { "strongest", null, "\"hardware-vm\"", "\"shared-kernel\"", "hardware-vm" },
        { "strongest", "\"none..software-sandbox\"", "\"weakened\"", "\"shared-kernel..hardened-kernel\"", "shared-kernel..software-sandbox" },
        { "strongest", null, "\"shared-kernel\"", "\"unknown\"", "shared-kernel..hardware-vm" }, // at least the strongest that is known
        { "strongest", null, "\"unknown\"", "\"unknown\"", "unknown" },
        { "sum", null, "\"1 s\"", "\"500 ms\"", "1.5 s" },
        { "sum", "\"1 s\"", "\"1 s..2 s\"", "\"<500 ms\"", "2 s..3.5 s" },
        { "sum", null, "\">=1 s\"", "\"1 s\"", ">=2 s" },
        { "sum", null, "\"1 s\"", "\"unknown\"", "unknown" },
        { "sum", "\"1 s\"", null, null, "1 s" }, // a platform speaks for itself where no technology says anything
        { "complement", null, "\"10 %\"", "\"10 %\"", "19 %" },
        { "complement", null, "\"0 %..50 %\"", "\"20 %\"", "20 %..60 %" },
        { "complement", null, "\"10 %\"", "\"unknown\"", "unknown" },
        { "weakest", null, "\"yes\"", "\"yes\"", "yes" },
        { "weakest", null, "\"yes\"", "\"no\"", "no" },
        { "weakest", null, "\"yes\"", "{ \"value\": \"config\", \"condition\": \"x\" }", "configurable" },
        { "weakest", null, "\"unknown\"", "\"no\"", "no" }, // no layer makes up for it
        { "weakest", null, "\"unknown\"", "\"yes\"", "unknown" },
        { "weakest", "\"no\"", "\"yes\"", "\"yes\"", "no" },
        { "any", null, "\"no\"", "\"yes\"", "yes" },
        { "any", null, "\"no\"", "\"no\"", "no" },
        { "any", null, "\"unknown\"", "\"yes\"", "yes" },
        { "any", null, "\"unknown\"", "\"no\"", "configurable" },
        { "intersection", null, "{ \"has\": [\"a\", \"b\"] }", "{ \"has\": [\"b\", \"c\"] }", "b" },
        { "intersection", null, "{ \"has\": [\"a\", \"b\"] }", "{ \"has\": [\"a\"], \"maybe\": [\"b\"] }", "a, maybe b" },
        { "intersection", null, "{ \"has\": [\"a\"] }", "{ \"has\": [\"b\"] }", "nothing" },
        { "intersection", null, "{ \"has\": [\"a\"] }", "\"unknown\"", "unknown" },
        { "intersection", "{ \"has\": [\"c\"] }", "{ \"has\": [\"a\", \"c\"] }", "{ \"has\": [\"c\"] }", "c" },
        { "innermost", null, "\"1 GB\"", "\"5 MB\"", "5 MB" },
        { "innermost", null, "\"1 GB\"", null, "1 GB" },
        { "innermost", "\"2 GB\"", "\"1 GB\"", "\"5 MB\"", "5 MB" },
    };

    [Theory]
    [MemberData(nameof(Compositions))]
    public void Layers_combine_as_their_attribute_says(string attribute, string? platform, string? runtime, string? engine, string expected)
    {
        var model = Merge(attribute, platform, runtime, engine, string.Empty);
        Assert.Equal(expected, ValueText.Of(model, attribute, model.Technology("stack")!.Find(attribute)?.Value));
    }

    [Fact]
    public void Silence_of_a_technology_is_ignorance_and_of_a_platform_consent()
    {
        Assert.Equal(UnknownInterval.Instance, Derived("sum", "\"1 s\"", "\"1 s\"", null));
        Assert.Equal("1 s", ((QuantityInterval)Derived("sum", null, "\"500 ms\"", "\"500 ms\"")!).Text);
        Assert.Null(Derived("sum", null, null, null));

        static ValueInterval? Derived(string attribute, string? platform, string? runtime, string? engine) =>
            Merge(attribute, platform, runtime, engine, string.Empty).Technology("stack")!.Find(attribute)?.Value;
    }

    [Fact]
    public void A_written_value_wins_over_the_derived_one() => Assert.Equal(
        "7 s",
        ((QuantityInterval)Merge("sum", null, "\"1 s\"", "\"1 s\"", """, "values": { "sum": "7 s" } """).Technology("stack")!.Find("sum")!.Value).Text);

    [Fact]
    public void Typical_values_combine_as_well_and_a_range_without_one_stands_for_itself()
    {
        var both = Merge("sum", null, """{ "value": "1 s..9 s", "typical": "2 s" }""", """{ "value": "1 s..9 s", "typical": "3 s" }""", string.Empty).Technology("stack")!.Find("sum")!;
        Assert.Equal(5m, both.Typical!.High);
        var one = Merge("sum", null, """{ "value": "1 s..9 s", "typical": "2 s" }""", "\"1 s\"", string.Empty).Technology("stack")!.Find("sum")!;
        Assert.Equal(3m, one.Typical!.High);
        Assert.Null(Merge("sum", null, "\"2 s\"", "\"1 s\"", string.Empty).Technology("stack")!.Find("sum")!.Typical);
    }

    [Fact]
    public void Claims_conditions_and_sources_of_the_layers_are_carried_over()
    {
        var value = Merge(
            "sum",
            null,
            """{ "value": "1 s", "condition": "a", "source": ["nist-53", "nist-190"], "claim": { "value": "2 s", "text": "claimed", "source": "founding-document" } }""",
            """{ "value": "3 s", "condition": "b", "source": "nist-190" }""",
            string.Empty).Technology("stack")!.Find("sum")!;
        Assert.Equal("a; b", value.Condition);
        Assert.Equal(["nist-190", "nist-53"], value.SourceIds);
        Assert.Equal(("claimed", "founding-document", 5m), (value.Claim!.Text, value.Claim.SourceId, ((QuantityInterval)value.Claim.Value).High));
        Assert.Contains("Derived from", value.Note, StringComparison.Ordinal);
    }

    [Fact]
    public void A_stack_isolates_as_its_runtime_does_unless_it_says_otherwise()
    {
        Assert.Equal("wasm", Merge("sum", null, null, null, string.Empty).Technology("stack")!.MechanismId);
        Assert.Equal("vm", Merge("sum", null, null, null, ", \"mechanism\": \"vm\"").Technology("stack")!.MechanismId);
    }

    [Fact]
    public void Stacks_and_copies_are_read_behind_what_they_are_made_of_whatever_their_order()
    {
        var model = Overlays.Merge(Overlays.Of("contoso", """
            "technologies": {
              "a-copy": { "name": "x", "kind": "stack", "summary": "x", "like": "b-stack" },
              "b-stack": { "name": "x", "kind": "stack", "summary": "x", "stack": { "platform": "kubernetes", "runtime": "c-runtime" } },
              "c-runtime": { "name": "x", "kind": "runtime", "summary": "x", "mechanism": "vm", "values": { "startup": "3 s" } }
            }
            """));
        Assert.All(["a-copy", "b-stack", "c-runtime"], id => Assert.Equal(3m, ((QuantityInterval)model.Technologies.Single(technology => technology.Id == id).Find("startup")!.Value).High));
    }

    [Fact]
    public void Technologies_that_are_made_of_each_other_are_told()
    {
        var result = Overlays.Extend(Overlays.Of("contoso", """
            "technologies": {
              "a": { "name": "x", "kind": "runtime", "summary": "x", "mechanism": "vm", "like": "b" },
              "b": { "name": "x", "kind": "runtime", "summary": "x", "mechanism": "vm", "like": "a" }
            }
            """));
        Assert.Contains(result.Findings, finding => finding.Rule.Id == "ISM0003" && finding.Message.Contains("no technology 'b'", StringComparison.Ordinal));
    }

    [Fact]
    public void A_copy_takes_values_families_and_relations_but_neither_names_nor_history()
    {
        var model = Overlays.Merge(Overlays.Of("contoso", """
            "technologies": { "own": { "name": "Own", "kind": "runtime", "summary": "x", "like": "gvisor", "values": { "startup": "1 s" } } }
            """));
        var (own, gvisor) = (model.Technologies.Single(technology => technology.Id == "own"), model.Technologies.Single(technology => technology.Id == "gvisor"));
        Assert.Equal((gvisor.MechanismId, gvisor.Families, gvisor.Relations), (own.MechanismId, own.Families, own.Relations));
        Assert.Equal(gvisor.Values.Where(value => value.AttributeId != "startup"), own.Values.Where(value => value.AttributeId != "startup"));
        Assert.Equal("1 s", ((QuantityInterval)own.Find("startup")!.Value).Text);
        Assert.Empty(own.Aliases);
        Assert.Empty(own.NamedBy);
        Assert.Empty(own.Facts);
        Assert.Empty(own.Figures);
        Assert.Null(own.Status);
    }

    [Theory]
    [InlineData("k3s", "boundary", "shared-kernel")]
    [InlineData("k3s", "orchestrators", "kubernetes")]
    [InlineData("kata-kubernetes", "boundary", "hardware-vm")]
    [InlineData("kata-kubernetes", "orchestrators", "kubernetes")]
    public void The_stacks_of_the_built_in_model_are_derived(string id, string attribute, string expected)
    {
        var model = new ModelIndex(BuiltInModel.Definition);
        Assert.Equal(expected, ValueText.Of(model, attribute, model.Technology(id)!.Find(attribute)!.Value));
    }

    private static ModelIndex Merge(string attribute, string? platform, string? runtime, string? engine, string more) => new(Overlays.Merge(Overlays.Of(
        "contoso",
        $$"""
        {{Attributes}},
        "platforms": { "own": { "name": "Own platform"{{Values(platform)}} } },
        "technologies": {
          "runtime": { "name": "Runtime", "kind": "runtime", "mechanism": "wasm", "summary": "x"{{Values(runtime)}} },
          "engine": { "name": "Engine", "kind": "engine", "mechanism": "vm", "summary": "x"{{Values(engine)}} },
          "stack": { "name": "Stack", "kind": "stack", "summary": "x", "stack": { "platform": "own", "runtime": "runtime", "engine": "engine" }{{more}} }
        }
        """.Replace("ATTRIBUTE", attribute, StringComparison.Ordinal))));

    private static string Values(string? cell) => cell is null ? string.Empty : $", \"values\": {{ \"ATTRIBUTE\": {cell} }}";
}
