using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using IsolationModel.Modeling;
using IsolationModel.Modeling.Reading;
using IsolationModel.Values;

namespace IsolationModel.Conformance.Schema;

/// <summary>The words that the schema lists are those that the reader knows.</summary>
public sealed partial class SchemaVocabularyTests
{
    private static readonly string[] QuantityPatterns =
    [
        "/$defs/plainQuantity/pattern",
        "/$defs/quantityText/pattern",
        "/$defs/needToken/pattern",
        "/$defs/constraint/properties/atLeast/pattern",
        "/$defs/grades/properties/3/pattern",
        "/$defs/grades/properties/2/pattern",
        "/$defs/grades/properties/1/pattern",
    ];

    /// <summary>A list of words in the schema, and the enumeration that the reader makes of them.</summary>
    private static readonly Dictionary<string, Type> Words = new(StringComparer.Ordinal)
    {
        ["/$defs/attribute/properties/dimension/enum"] = typeof(Dimension),
        ["/$defs/attribute/properties/kind/enum"] = typeof(AttributeKind),
        ["/$defs/source/properties/kind/enum"] = typeof(SourceKind),
        ["/$defs/setting/properties/kind/enum"] = typeof(SettingKind),
    };

    /// <summary>Alternatives of which one property stands in an object, and the enumeration that the reader makes of them.</summary>
    private static readonly Dictionary<string, Type> Verbs = new(StringComparer.Ordinal)
    {
        ["/$defs/effect/oneOf"] = typeof(EffectKind),
        ["/$defs/test/oneOf"] = typeof(PredicateKind),
    };

    public static TheoryData<string> ListsOfWords => new(Words.Keys);

    public static TheoryData<string> ListsOfVerbs => new(Verbs.Keys);

    public static TheoryData<string> PatternsOfQuantities => new(QuantityPatterns);

    public static TheoryData<string> Units => new(QuantityUnit.All.Select(unit => unit.Symbol));

    [Theory]
    [MemberData(nameof(ListsOfWords))]
    public void Words_are_those_of_the_reader(string pointer) => Assert.Equal(WordsOf(Words[pointer]), Strings(ModelSchema.At(pointer)).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(ListsOfVerbs))]
    public void Verbs_are_those_of_the_reader(string pointer)
    {
        // All and any join conditions; the schema describes them beside the tests.
        var known = WordsOf(Verbs[pointer]).Except(["all", "any"], StringComparer.Ordinal);
        var listed = ModelSchema.At(pointer).AsArray().Select(branch => Assert.Single(Strings(branch!["required"]!)));
        Assert.Equal(known, listed.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_reader_knows_no_kind_of_name_that_the_schema_lacks() =>
        Assert.Empty(WordsOf(typeof(RuntimeNameKind)).Except(ModelSchema.At("/properties/names/properties").AsObject().Select(kind => kind.Key), StringComparer.Ordinal));

    [Fact]
    public void Display_units_are_those_of_the_reader() =>
        Assert.Equal(QuantityUnit.All.Select(unit => unit.Symbol), Strings(ModelSchema.At("/$defs/attribute/properties/unit/enum")));

    [Theory]
    [MemberData(nameof(PatternsOfQuantities))]
    public void Units_of_quantities_are_those_of_the_reader(string pointer)
    {
        var lists = UnitList().Matches((string)ModelSchema.At(pointer)!);
        Assert.NotEmpty(lists);
        Assert.All(lists, list => Assert.Equal(QuantityUnit.All.Select(unit => unit.Symbol), list.Groups[1].Value.Split('|')));
    }

    [Theory]
    [MemberData(nameof(Units))]
    public void A_display_unit_belongs_to_its_dimension_alone(string symbol)
    {
        foreach (var dimension in Enum.GetValues<Dimension>())
        {
            var document = JsonNode.Parse(SchemaMutation.WholeLanguage)!;
            var attribute = new DocumentPlace(document, "/attributes/diskLoss").Value!;
            attribute["compose"] = "sum";
            attribute["unit"] = symbol;
            attribute["dimension"] = WordOf($"{dimension}");
            Assert.Equal(QuantityUnit.Find(symbol)!.Dimension == dimension, ModelSchema.Errors(document.ToJsonString()).Count == 0);
        }
    }

    [Theory]
    [InlineData("^0.1", true)]
    [InlineData("0.1.0", true)]
    [InlineData("~0.1", false)]
    [InlineData(">=0.1", false)]
    [InlineData("latest", false)]
    public void A_version_range_that_the_schema_refuses_holds_no_version(string range, bool isRange)
    {
        var text = new JsonObject
        {
            ["formatVersion"] = "1.0",
            ["model"] = new JsonObject { ["id"] = "shop", ["version"] = "1.0.0", ["extends"] = new JsonObject { [BuiltInModel.Definition.Id] = range } },
        }.ToJsonString();
        Assert.Equal(isRange, ModelSchema.Errors(text).Count == 0);
        Assert.Equal(isRange, ModelReader.Extend(BuiltInModel.Definition, [new ModelText("shop.isolation.json", text)]).Findings.Count == 0);
    }

    private static IEnumerable<string> Strings(JsonNode list) => list.AsArray().Select(item => (string)item!);

    private static IEnumerable<string> WordsOf(Type enumeration) =>
        Enum.GetNames(enumeration).Select(name => enumeration == typeof(SettingKind) ? Hyphenated(name) : WordOf(name)).Order(StringComparer.Ordinal);

    private static string WordOf(string member) => char.ToLowerInvariant(member[0]) + member[1..];

    private static string Hyphenated(string member) => Capital().Replace(WordOf(member), match => "-" + char.ToLowerInvariant(match.Value[0]));

    [GeneratedRegex(@" \?\((us\|[^)]*)\)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex UnitList();

    [GeneratedRegex("[A-Z]", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Capital();
}
