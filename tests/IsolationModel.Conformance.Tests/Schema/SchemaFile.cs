using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Schema;

namespace IsolationModel.Conformance.Schema;

/// <summary>A JSON Schema of the repository, as a validator of another maker understands it.</summary>
/// <param name="path">Its file.</param>
/// <param name="reading">How documents of its language are read.</param>
internal sealed class SchemaFile(string path, JsonDocumentOptions reading = default)
{
    private static readonly EvaluationOptions AsList = new() { OutputFormat = OutputFormat.List };

    private readonly JsonSchema _compiled = JsonSchema.FromText(Repository.Read(path));

    /// <summary>Its file.</summary>
    public string Path => path;

    /// <summary>The schema as a document.</summary>
    public JsonNode Document { get; } = JsonNode.Parse(Repository.Read(path))!;

    /// <summary>A part of the schema.</summary>
    /// <param name="pointer">Its JSON pointer.</param>
    public JsonNode At(string pointer) => new DocumentPlace(Document, pointer).Value
        ?? throw new ArgumentException($"{path} has nothing at '{pointer}'.", nameof(pointer));

    /// <summary>What is wrong with a document; empty for one that is right.</summary>
    public IReadOnlyList<SchemaError> Errors(string json) => Errors(_compiled, json, reading);

    /// <summary>What is wrong with the schema itself, by the schema of schemas.</summary>
    public IReadOnlyList<SchemaError> OwnErrors() => Errors(MetaSchemas.Draft202012, Repository.Read(path), default);

    private static List<SchemaError> Errors(JsonSchema schema, string json, JsonDocumentOptions reading)
    {
        using var document = JsonDocument.Parse(json, reading);
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
