using System.Text.Json.Nodes;

namespace IsolationModel.Conformance.Schema;

/// <summary>The JSON Schema of the model language.</summary>
internal static class ModelSchema
{
    /// <summary>The schema's file.</summary>
    public const string File = "schema/isolation-model.schema.json";

    /// <summary>The schema.</summary>
    public static SchemaFile Schema { get; } = new(File);

    /// <summary>The schema as a document.</summary>
    public static JsonNode Document => Schema.Document;

    /// <summary>A part of the schema.</summary>
    /// <param name="pointer">Its JSON pointer.</param>
    public static JsonNode At(string pointer) => Schema.At(pointer);

    /// <summary>What is wrong with a document; empty for one that is right.</summary>
    public static IReadOnlyList<SchemaError> Errors(string json) => Schema.Errors(json);

    /// <summary>What is wrong with the schema itself, by the schema of schemas.</summary>
    public static IReadOnlyList<SchemaError> OwnErrors() => Schema.OwnErrors();
}
