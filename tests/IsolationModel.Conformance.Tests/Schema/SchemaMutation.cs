using System.Text.Json;
using System.Text.Json.Nodes;

namespace IsolationModel.Conformance.Schema;

/// <summary>One change to the whole-language document that makes it wrong.</summary>
/// <param name="Name">What is wrong then.</param>
/// <param name="Put">JSON pointer of the place that gets <paramref name="Value"/>, or null.</param>
/// <param name="Drop">JSON pointer of the place that is taken away, or null.</param>
/// <param name="Value">With <paramref name="Put"/>: what stands there then.</param>
/// <param name="OnlySchema">Whether the reader lets it pass: what the schema asks of those who write is more than a model needs to be read.</param>
internal sealed record SchemaMutation(string Name, string? Put, string? Drop, JsonNode? Value, bool OnlySchema)
{
    private const string Folder = "tests/IsolationModel.Conformance.Tests/Schema";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    /// <summary>A right document in which every construct of the language stands.</summary>
    public static string WholeLanguage { get; } = Repository.Read($"{Folder}/whole-language.isolation.json");

    /// <summary>The changes of mutations.json, in their order.</summary>
    public static IReadOnlyList<SchemaMutation> All { get; } =
        JsonSerializer.Deserialize<List<SchemaMutation>>(Repository.Read($"{Folder}/mutations.json"), Options)!;

    /// <summary>JSON pointer of the changed place.</summary>
    public string Place => Put ?? Drop ?? throw new FormatException($"'{Name}' says neither put nor drop.");

    /// <summary>The whole-language document with the change.</summary>
    public string Apply()
    {
        var document = JsonNode.Parse(WholeLanguage)!;
        var place = new DocumentPlace(document, Place);
        if (Put is null)
        {
            place.Drop();
        }
        else
        {
            place.Put(Value?.DeepClone());
        }

        return document.ToJsonString();
    }
}
