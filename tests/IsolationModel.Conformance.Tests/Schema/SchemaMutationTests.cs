using System.Text.Json.Nodes;
using IsolationModel.Findings;
using IsolationModel.Modeling;
using IsolationModel.Modeling.Reading;

namespace IsolationModel.Conformance.Schema;

/// <summary>What the schema refuses: each row of mutations.json spoils a right document in one place.</summary>
public sealed class SchemaMutationTests
{
    private static readonly Dictionary<string, SchemaMutation> ByName = SchemaMutation.All.ToDictionary(mutation => mutation.Name, StringComparer.Ordinal);

    public static TheoryData<string> Mutations => new(ByName.Keys);

    [Fact]
    public void The_document_is_right_before_it_is_spoilt() => Assert.Empty(ModelSchema.Errors(SchemaMutation.WholeLanguage));

    [Fact]
    public void The_reader_takes_the_document_as_well() => Assert.Empty(Findings(SchemaMutation.WholeLanguage));

    /// <summary>Where the schema is the stricter one, the row says so; what it says is held true as well.</summary>
    [Theory]
    [MemberData(nameof(Mutations))]
    public void The_reader_refuses_a_spoilt_document_as_well(string name) =>
        Assert.Equal(ByName[name].OnlySchema, Findings(ByName[name].Apply()).Count == 0);

    [Theory]
    [MemberData(nameof(Mutations))]
    public void A_spoilt_document_is_refused_where_it_was_spoilt(string name)
    {
        var mutation = ByName[name];
        var holder = mutation.Place[..mutation.Place.LastIndexOf('/')];
        Assert.Contains(ModelSchema.Errors(mutation.Apply()), error => error.Place == holder || error.Place.StartsWith(holder + "/", StringComparison.Ordinal));
    }

    /// <summary>A section that no row spoils could lose its strictness unseen.</summary>
    [Fact]
    public void Every_section_is_spoilt()
    {
        var spoilt = SchemaMutation.All.Select(mutation => mutation.Place.Split('/')[1]).ToHashSet(StringComparer.Ordinal);
        Assert.DoesNotContain(Sections, section => !spoilt.Contains(section));
    }

    [Fact]
    public void Every_section_stands_in_the_document()
    {
        var document = JsonNode.Parse(SchemaMutation.WholeLanguage)!.AsObject();
        Assert.DoesNotContain(Sections, section => !document.ContainsKey(section));
    }

    private static IReadOnlyList<Finding> Findings(string overlay) =>
        ModelReader.Extend(BuiltInModel.Definition, [new ModelText("contoso.isolation.json", overlay)]).Findings;

    private static IEnumerable<string> Sections =>
        ModelSchema.At("/properties").AsObject().Select(property => property.Key).Where(section => section != "$schema");
}
