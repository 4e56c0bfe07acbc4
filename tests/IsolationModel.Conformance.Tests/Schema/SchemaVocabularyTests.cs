using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using IsolationModel.Findings;
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
        ["/$defs/attribute/properties/compose/enum"] = typeof(Composition),
        ["/$defs/setting/properties/kind/enum"] = typeof(SettingKind),
        ["/$defs/status/properties/state/enum"] = typeof(EntryState),
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

    public static MatrixTheoryData<string, EntryKind> Relations => new(Properties("/$defs/relations"), Enum.GetValues<EntryKind>());

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
    public void Kinds_of_names_are_those_of_the_reader() =>
        Assert.Equal(WordsOf(typeof(RuntimeNameKind)), Properties("/properties/names").Order(StringComparer.Ordinal));

    [Fact]
    public void There_are_as_many_relations_as_the_reader_knows() => Assert.Equal(Enum.GetValues<RelationKind>().Length, Properties("/$defs/relations").Count());

    /// <summary>What each relation may point at, asked of both.</summary>
    [Theory]
    [MemberData(nameof(Relations))]
    public void Targets_of_a_relation_are_those_of_the_reader(string relation, EntryKind kind)
    {
        var control = new JsonObject
        {
            ["name"] = "Monitor",
            ["summary"] = "Watches.",
            ["relations"] = new JsonObject { [relation] = new JsonArray(Target(kind)) },
        };
        var text = Overlay("controls", new JsonObject { ["shop-monitor"] = control });
        Assert.Equal(Findings(text).Count == 0, ModelSchema.Errors(text).Count == 0);
    }

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
        Assert.Equal(isRange, Findings(text).Count == 0);
    }

    private static IReadOnlyList<Finding> Findings(string overlay) =>
        ModelReader.Extend(BuiltInModel.Definition, [new ModelText("shop.isolation.json", overlay)]).Findings;

    private static string Overlay(string section, JsonObject entries) => new JsonObject
    {
        ["formatVersion"] = "1.0",
        ["model"] = new JsonObject { ["id"] = "shop", ["version"] = "1.0.0", ["extends"] = new JsonObject { [BuiltInModel.Definition.Id] = "^0.1" } },
        [section] = entries,
    }.ToJsonString();

    /// <summary>Some entry of a kind.</summary>
    private static string Target(EntryKind kind)
    {
        CatalogEntryDefinition entry = kind switch
        {
            EntryKind.Technology => BuiltInModel.Definition.Technologies[0],
            EntryKind.Platform => BuiltInModel.Definition.Platforms[0],
            EntryKind.Mechanism => BuiltInModel.Definition.Mechanisms[0],
            EntryKind.Control => BuiltInModel.Definition.Controls[0],
            _ => BuiltInModel.Definition.Hardware[0],
        };
        return $"{entry.Reference}";
    }

    private static IEnumerable<string> Properties(string pointer) => ModelSchema.At($"{pointer}/properties").AsObject().Select(property => property.Key);

    private static IEnumerable<string> Strings(JsonNode list) => list.AsArray().Select(item => (string)item!);

    private static IEnumerable<string> WordsOf(Type enumeration) =>
        Enum.GetNames(enumeration).Select(name => enumeration == typeof(SettingKind) ? Hyphenated(name) : WordOf(name)).Order(StringComparer.Ordinal);

    private static string WordOf(string member) => char.ToLowerInvariant(member[0]) + member[1..];

    private static string Hyphenated(string member) => Capital().Replace(WordOf(member), match => "-" + char.ToLowerInvariant(match.Value[0]));

    [GeneratedRegex(@" \?\((us\|[^)]*)\)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 600_000)]
    private static partial Regex UnitList();

    [GeneratedRegex("[A-Z]", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 600_000)]
    private static partial Regex Capital();
}
