using System.Text.Json;

namespace IsolationModel.Conformance.Schema;

/// <summary>The JSON Schema of settings files.</summary>
internal static class SettingsSchema
{
    /// <summary>The schema; documents may have comments and trailing commas.</summary>
    public static SchemaFile Schema { get; } = new("schema/isolation.schema.json", new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
}
