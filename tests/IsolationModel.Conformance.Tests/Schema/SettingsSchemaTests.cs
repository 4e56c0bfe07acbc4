using System.Text.Json.Nodes;
using CsCheck;
using IsolationModel.Conformance.Documentation;
using IsolationModel.Configuration;
using IsolationModel.Rules;

namespace IsolationModel.Conformance.Schema;

/// <summary>The schema of settings and their reader take the same documents, and know the same keys.</summary>
public sealed class SettingsSchemaTests
{
    private static readonly SchemaFile Schema = SettingsSchema.Schema;

    /// <summary>What the settings say of themselves, beside what their file does.</summary>
    private static readonly string[] Surroundings =
        [nameof(IsolationSettings.Path), nameof(IsolationSettings.IsNone), nameof(IsolationSettings.Lines), nameof(IsolationSettings.Folder), nameof(IsolationSettings.WorkingFolder), nameof(IsolationSettings.Keys)];

    /// <summary>Values for any key, most of them wrong for most.</summary>
    private static readonly string[] Values =
    [
        "1", "true", "null", "\"\"", "\" , \"", "\"high\"", "\"1.30\"", "\"v1.30\"", "\"v1.030\"", "\"1.30.2\"", "\"warning\"", "\"never\"", "\"none\"", "\"Warning\"", "[]", "{}",
        "[\"deploy\"]", "[\"\"]", "[1]", "[\"legacy/**\", \"!x\"]", "[\"a/{b,c}\"]", "[\"../x\"]", "[\"a..b/...\"]", "[\"/\"]", "[[\"compose.yaml\", \"compose.kata.yaml\"]]", "[[]]", "[[\"\"]]",
        "{ \"seccompDefault\": true }", "{ \"seccompDefault\": \"yes\" }", "{ \"ISM1001\": \"info\", \"weakening\": \"none\", \"*\": \"error\" }", "{ \"ISM0001\": \"info\" }", "{ \"model\": \"none\" }",
        "{ \"ISM1001\": \"loud\" }", "{ \"Weakening\": \"info\" }", "{ \"x-note\": 1 }", "[{ \"paths\": [\"a\"], \"level\": \"low\" }]", "[{ \"paths\": [\"a\"] }]", "[{ \"level\": \"low\" }]",
        "[{ \"paths\": [], \"needs\": [], \"acceptWeaker\": \"since\", \"x-a\": 1 }]", "[{ \"paths\": [\"a\"], \"needs\": [\"\"] }]", "[{ \"paths\": [\"a\"], \"severity\": { \"*\": \"info\" } }]",
        "[{ \"paths\": [\"a\"], \"level\": \"low\", \"exclude\": [] }]",
    ];

    private static IEnumerable<string> Keys => Schema.At("/properties").AsObject().Select(property => property.Key);

    public static TheoryData<string, bool> Documents => new()
    {
        { "{}", true },
        { "[]", false },
        { "{ \"level\": \"high\" } // agreed", true },
        { "{ \"needs\": [\"gpu\",], }", true },
        { "{ \"exlude\": [] }", false },
        { "{ \"$schema\": 1 }", false },
        { "{ \"x-owner\": { \"team\": 1 } }", true },
        { "{ \"root\": true }", false },
    };

    [Fact]
    public void The_schema_is_a_schema() => Assert.Empty(Schema.OwnErrors());

    [Theory]
    [MemberData(nameof(Documents))]
    public void A_document_is_taken_by_both_or_by_none(string text, bool isRight)
    {
        Assert.Equal(isRight, IsShapeRight(text));
        Assert.Equal(isRight, Schema.Errors(text).Count == 0);
    }

    [Fact]
    public void Every_key_with_every_value_is_taken_by_both_or_by_none()
    {
        Assert.All(Keys.SelectMany(key => Values.Select(value => $"{{ \"{key}\": {value} }}")), AssertAgreement);
    }

    [Fact]
    public void Keys_together_are_taken_by_both_or_by_none()
    {
        var keys = Keys.Append("exlude").ToArray();
        Gen.Select(Gen.Int[0, keys.Length - 1], Gen.Int[0, Values.Length - 1], (key, value) => (key: keys[key], value: Values[value])).Array[0, 6].Sample(
            pairs => AssertAgreement($"{{ {string.Join(", ", pairs.DistinctBy(pair => pair.key).Select(pair => $"\"{pair.key}\": {pair.value}"))} }}"),
            iter: 500);
    }

    /// <summary>What no key of the file can set, nobody could have written.</summary>
    [Fact]
    public void What_settings_hold_is_a_key_of_the_schema() => Assert.Equal(
        Keys.Except(["$schema", "level", "scenario"]).Order(StringComparer.Ordinal),
        typeof(IsolationSettings).GetProperties()
            .Where(property => property.GetMethod is { IsStatic: false } && !Surroundings.Contains(property.Name))
            .Select(property => char.ToLowerInvariant(property.Name[0]) + property.Name[1..])
            .Order(StringComparer.Ordinal));

    [Fact]
    public void Severities_can_be_set_for_the_rules_of_the_registry_and_their_categories()
    {
        var rules = RuleSet.All.Where(SeverityMap.CanConfigure).ToList();
        var expected = rules.Select(rule => SeverityMap.NameOf(rule.Category)).Concat(rules.Select(rule => rule.Id)).Append(SeverityMap.Everything).Distinct(StringComparer.Ordinal);
        var listed = Schema.At("/$defs/severities/properties").AsObject();
        Assert.Equal(expected.Order(StringComparer.Ordinal), listed.Select(property => property.Key).Order(StringComparer.Ordinal));
        Assert.All(rules, rule => Assert.Equal(rule.Name, (string?)listed[rule.Id]!["title"]));
    }

    [Fact]
    public void Defaults_and_examples_of_the_schema_are_taken()
    {
        foreach (var (key, property) in Schema.At("/properties").AsObject())
        {
            var values = (property!["examples"] as JsonArray ?? []).Append(property["default"]).Where(value => value is not null);
            Assert.All(values, value => Assert.True(IsRight($"{{ \"{key}\": {value!.ToJsonString()} }}"), $"{key}: {value}"));
        }

        Assert.All(Schema.At("/examples").AsArray(), value => Assert.True(IsRight(value!.ToJsonString())));
    }

    [Fact]
    public void The_settings_that_the_documentation_shows_are_right()
    {
        var block = Assert.Single(MarkdownBlock.Read(Repository.Read("analyzers/docs/README.md")), block => block.Info == "json");
        Assert.True(IsRight(block.Text));
        var keys = SettingsReader.Read(IsolationSettings.FileName, block.Text).Settings.Keys.Select(key => key.Text);
        Assert.Equal(Keys.Except(["scenario", "preset", "composeProjects"]).Order(StringComparer.Ordinal), keys.Order(StringComparer.Ordinal));
    }

    private static void AssertAgreement(string text) =>
        Assert.True(IsShapeRight(text) == (Schema.Errors(text).Count == 0), $"the reader {(IsShapeRight(text) ? "takes" : "refuses")} {text}, the schema does not agree");

    private static bool IsRight(string text) => IsShapeRight(text) && Schema.Errors(text).Count == 0;

    private static bool IsShapeRight(string text) => SettingsReader.Read(IsolationSettings.FileName, text).Findings.Count == 0;
}
