using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Schema;

namespace IsolationModel.Conformance.Schema;

/// <summary>The JSON Schema of the model language, as a validator of another maker understands it.</summary>
internal static class ModelSchema
{
    /// <summary>The schema's file.</summary>
    public const string File = "schema/isolation-model.schema.json";

    private static readonly EvaluationOptions AsList = new() { OutputFormat = OutputFormat.List };

    private static readonly JsonSchema Compiled = JsonSchema.FromText(Repository.Read(File));

    /// <summary>The schema as a document.</summary>
    public static JsonNode Document { get; } = JsonNode.Parse(Repository.Read(File))!;

    /// <summary>A part of the schema.</summary>
    /// <param name="pointer">Its JSON pointer.</param>
    public static JsonNode At(string pointer) => new DocumentPlace(Document, pointer).Value
        ?? throw new ArgumentException($"{File} has nothing at '{pointer}'.", nameof(pointer));

    /// <summary>What is wrong with a document; empty for one that is right.</summary>
    public static IReadOnlyList<SchemaError> Errors(string json) => Errors(Compiled, json);

    /// <summary>What is wrong with the schema itself, by the schema of schemas.</summary>
    public static IReadOnlyList<SchemaError> OwnErrors() => Errors(MetaSchemas.Draft202012, Repository.Read(File));

    private static List<SchemaError> Errors(JsonSchema schema, string json)
    {
        using var document = JsonDocument.Parse(json);
        var result = schema.Evaluate(document.RootElement, AsList);
        if (result.IsValid)
        {
            return [];
        }

        var errors = new[] { result }.Concat(result.Details ?? [])
            .Where(detail => !detail.IsValid)
            .SelectMany(detail => (detail.Errors ?? []).Select(error => new SchemaError(detail.InstanceLocation.ToString(), error.Value)))
            .Distinct()
            .ToList();
        return errors.Count > 0 ? errors : [new SchemaError(string.Empty, "refused without a reason")];
    }
}
