using System.Text.Json.Nodes;

namespace IsolationModel.Conformance.Schema;

/// <summary>The schema helps in editors: what can be written has a title and a description.</summary>
public sealed class SchemaHelpTests
{
    private const string Definition = "#/$defs/";

    private static readonly Dictionary<string, SchemaFile> All = new SchemaFile[] { ModelSchema.Schema, SettingsSchema.Schema }
        .ToDictionary(schema => schema.Path, StringComparer.Ordinal);

    public static TheoryData<string> Schemas => new(All.Keys);

    [Theory]
    [MemberData(nameof(Schemas))]
    public void Everything_that_can_be_written_is_described(string path)
    {
        var bare = Described(All[path].Document, string.Empty)
            .Where(part => !HasHelp(All[path], part.Schema))
            .Select(part => part.Pointer);
        Assert.Empty(bare);
    }

    [Theory]
    [MemberData(nameof(Schemas))]
    public void Every_object_says_what_may_stand_in_it(string path)
    {
        var open = Described(All[path].Document, string.Empty)
            .Where(part => part.Schema["properties"] is not null && part.Schema["$ref"] is null && part.Schema["additionalProperties"] is null)
            .Select(part => part.Pointer);
        Assert.Empty(open);
    }

    /// <summary>What stands beside a reference is shown in place of what stands there.</summary>
    private static bool HasHelp(SchemaFile file, JsonObject schema) =>
        (schema["title"] is not null && schema["description"] is not null)
        || ((string?)schema["$ref"] is { } reference && HasHelp(file, file.At("/$defs/" + reference[Definition.Length..]).AsObject()));

    /// <summary>The schema, its definitions and properties; conditions and alternatives describe nothing by themselves.</summary>
    private static IEnumerable<(string Pointer, JsonObject Schema)> Described(JsonNode schema, string pointer)
    {
        if (schema is not JsonObject whole)
        {
            yield break;
        }

        yield return (pointer, whole);
        foreach (var keyword in new[] { "$defs", "properties" })
        {
            foreach (var (name, inner) in (whole[keyword] as JsonObject ?? []).SelectMany(entry => Named(entry.Key, entry.Value)))
            {
                foreach (var part in Described(inner, $"{pointer}/{keyword}/{name}"))
                {
                    yield return part;
                }
            }
        }
    }

    private static IEnumerable<(string Name, JsonNode Schema)> Named(string name, JsonNode? schema) => schema is JsonObject ? [(name, schema)] : [];
}
