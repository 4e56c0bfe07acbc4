using IsolationModel.Modeling;
using IsolationModel.Values;

namespace IsolationModel.SDK.Tests;

/// <summary>The generated model and the model that Core embeds are one and the same.</summary>
public sealed class GeneratedModelTests
{
    private static readonly ModelDefinition Parsed = BuiltInModel.Definition;

    public static TheoryData<string> Technologies => [.. Parsed.Technologies.Select(technology => technology.Id)];

    public static TheoryData<string> AttributeIds => [.. Parsed.Attributes.Select(attribute => attribute.Id)];

    [Fact]
    public void Both_were_made_of_the_same_files()
    {
        Assert.Equal(ModelHash.Of(BuiltInModel.Parts()), Model.BuiltIn.ContentHash);
        Assert.Equal((Parsed.Id, Parsed.Version), (Model.BuiltIn.Id, Model.BuiltIn.Version));
    }

    [Fact]
    public void Both_list_the_same_technologies_in_the_same_order()
    {
        Assert.Equal(Parsed.Technologies.Select(technology => technology.Id), IsolationModel.Technologies.All.Select(technology => technology.Id));
        Assert.Same(IsolationModel.Technologies.All, Model.BuiltIn.Technologies);
    }

    [Theory]
    [MemberData(nameof(Technologies))]
    public void Every_value_of_a_technology_is_the_parsed_one(string id)
    {
        var parsed = Parsed.Technologies.Single(technology => technology.Id == id);

        var generated = IsolationModel.Technologies.Find(id)!;

        Assert.Equal(parsed.Values.ToArray(), generated.Definition.Values.ToArray());
        Assert.Equal(parsed, generated.Definition);
        Assert.Equal(parsed.Values.Count, generated.Values.Count);
        foreach (var value in parsed.Values)
        {
            var typed = generated.Find(value.AttributeId)!;
            Assert.Equal(value, typed.Definition);
            Assert.Same(Attributes.Find(value.AttributeId), typed.Attribute);
            Assert.Equal(value.SourceIds, typed.Sources.Select(source => source.Id));
            Assert.Equal(
                value.SourceIds.Select(source => Model.BuiltIn.Index.Source(source)),
                typed.Sources.Select(source => source.Definition));
            Assert.Equal(Evaluation.ValueText.Of(Model.BuiltIn.Index, value.AttributeId, value.Value), typed.ToString());
        }
    }

    [Theory]
    [MemberData(nameof(AttributeIds))]
    public void Every_key_is_the_parsed_attribute(string id)
    {
        var parsed = Parsed.Attributes.Single(attribute => attribute.Id == id);
        var key = Attributes.Find(id)!;

        Assert.Equal(parsed, key.Definition);
        Assert.Equal(Parsed.Scales.FirstOrDefault(scale => scale.Id == parsed.ScaleId), key.Scale);
        Assert.Contains(key, Attributes.All);
        var property = typeof(Technology).GetProperty(typeof(Attributes).GetProperties().Single(member => ReferenceEquals(member.GetValue(null), key)).Name)!;
        Assert.All(IsolationModel.Technologies.All, technology => Assert.Equal(technology.Find(id)?.Definition.Value ?? UnknownInterval.Instance, ((TechnologyValue)property.GetValue(technology)!).Definition.Value));
    }

    [Fact]
    public void Levels_are_enum_members_in_the_order_of_their_strength()
    {
        Assert.Equal(
            Parsed.Scales.Single(scale => scale.Id == "boundary").Levels.Select(level => level.Id),
            Enum.GetValues<Boundary>().Select(Attributes.Boundary.IdOf));
        Assert.Equal([Boundary.None, Boundary.Weakened, Boundary.SharedKernel, Boundary.HardenedKernel, Boundary.SoftwareSandbox, Boundary.HardwareVm], Enum.GetValues<Boundary>());
    }

    [Fact]
    public void Every_need_has_a_constant_that_parses()
    {
        var constants = new[] { typeof(Levels), typeof(Threats) }.SelectMany(type => type.GetFields()).Select(field => (string)field.GetRawConstantValue()!).ToList();

        Assert.Equal(
            Parsed.Needs.Select(need => (need.Kind == NeedKind.Level ? "level:" : string.Empty) + need.Id).Order(StringComparer.Ordinal),
            constants.Order(StringComparer.Ordinal));
        Assert.All(constants, constant => Assert.Equal([constant], Need.Parse(constant).Tokens));
    }

    [Fact]
    public void Every_word_of_a_set_has_a_constant() => Assert.Equal(
        Parsed.Attributes.Where(attribute => attribute.Kind == AttributeKind.Set).SelectMany(attribute => attribute.Vocabulary).Order(StringComparer.Ordinal),
        typeof(Vocabulary).GetNestedTypes().SelectMany(type => type.GetFields()).Select(field => (string)field.GetRawConstantValue()!).Order(StringComparer.Ordinal));

    [Fact]
    public void Technologies_are_found_by_id_without_allocating()
    {
        Assert.All(IsolationModel.Technologies.All, technology =>
        {
            Assert.Same(technology, IsolationModel.Technologies.Find(technology.Id));
            Assert.Same(technology, IsolationModel.Technologies.Find(("x" + technology.Id).AsSpan(1)));
            Assert.Same(technology, Model.BuiltIn.Find(technology.Id));
        });
        Assert.Null(IsolationModel.Technologies.Find("gVisor"));
        Assert.Null(IsolationModel.Technologies.Find(string.Empty));
        Assert.Null(IsolationModel.Technologies.Find((string?)null));
        Assert.Null(IsolationModel.Technologies.Find("gvisors".AsSpan()));

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
        {
            IsolationModel.Technologies.Find("kata-fc");
            IsolationModel.Technologies.Find("kata-fcx".AsSpan(0, 7));
        }

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }
}
