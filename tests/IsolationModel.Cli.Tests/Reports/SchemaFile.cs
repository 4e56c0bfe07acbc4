using System.Text.Json;
using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;
using Json.Schema;

namespace IsolationModel.Cli.Tests.Reports;

/// <summary>Published schemas of report formats.</summary>
internal static class SchemaFile
{
    private static readonly EvaluationOptions AsList = new() { OutputFormat = OutputFormat.List };

    private static readonly Lazy<JsonSchema> Sarif = new(() => JsonSchema.FromText(Read("sarif-2.1.0.json")));

    private static readonly Lazy<JsonSchema> GitLabIssue = new(() => JsonSchema.FromText(Read("gitlab-codeclimate.json")));

    /// <summary>What is wrong with a SARIF file.</summary>
    public static IReadOnlyList<string> SarifErrors(string text) => JsonErrors(Sarif.Value, text);

    /// <summary>What is wrong with the issues of a code quality report.</summary>
    public static IReadOnlyList<string> GitLabErrors(string text)
    {
        using var document = JsonDocument.Parse(text);
        return [.. document.RootElement.EnumerateArray().SelectMany(static issue => JsonErrors(GitLabIssue.Value, issue.GetRawText()))];
    }

    /// <summary>What is wrong with a JUnit report.</summary>
    public static IReadOnlyList<string> JUnitErrors(string text)
    {
        var schemas = new XmlSchemaSet();
        using (var reader = XmlReader.Create(PathOf("junit-10.xsd")))
        {
            schemas.Add(null, reader);
        }

        var errors = new List<string>();
        XDocument.Parse(text).Validate(schemas, (_, problem) => errors.Add(problem.Message));
        return errors;
    }

    private static List<string> JsonErrors(JsonSchema schema, string text)
    {
        using var document = JsonDocument.Parse(text);
        var result = schema.Evaluate(document.RootElement, AsList);
        return result.IsValid ? [] : [.. new[] { result }.Concat(result.Details ?? []).SelectMany(static detail => (detail.Errors ?? []).Select(error => $"{detail.InstanceLocation}: {error.Value}")).DefaultIfEmpty("refused without a reason")];
    }

    private static string Read(string file) => File.ReadAllText(PathOf(file));

    private static string PathOf(string file) => Path.Combine(AppContext.BaseDirectory, "Schemas", file);
}
