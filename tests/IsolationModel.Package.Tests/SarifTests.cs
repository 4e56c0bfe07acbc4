using System.Text.Json;
using IsolationModel.Package.Tests.Support;
using Json.Schema;

namespace IsolationModel.Package.Tests;

/// <summary>The compiler's own SARIF file (<c>ErrorLog</c>), with findings in files that are not C#.</summary>
[Collection(SharedBuild.Name)]
public sealed class SarifTests(ConsumerGroup group)
{
    [Fact]
    public void The_error_log_of_the_compiler_holds_findings_with_their_file_and_region()
    {
        var text = File.ReadAllText(Path.Combine(group.Consumer.Folder, "Sarif/findings.sarif"));
        using var log = JsonDocument.Parse(text);
        var schema = JsonSchema.FromText(File.ReadAllText(Path.Combine(TestSettings.RepositoryRoot, "tests/IsolationModel.Cli.Tests/Schemas/sarif-2.1.0.json")));
        Assert.True(schema.Evaluate(log.RootElement).IsValid, text);

        var run = log.RootElement.GetProperty("runs")[0];
        var findings = run.GetProperty("results").EnumerateArray().Where(static result => result.GetProperty("ruleId").GetString()!.StartsWith("ISM", StringComparison.Ordinal)).Select(Place);
        // Informational findings stand in the file, although the build prints none.
        Assert.Equal(
            ["ISM1001 warning Presets/deploy/api.yaml 7,1", "ISM1001 warning Sarif/deploy/api.yaml 7,1", "ISM1501 note Presets/deploy/likely.yaml 8,21"],
            findings.Order(StringComparer.Ordinal));
        var rule = run.GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray().First(static rule => rule.GetProperty("id").GetString() == "ISM1001");
        Assert.EndsWith("/analyzers/docs/rules/ISM1001.md", rule.GetProperty("helpUri").GetString(), StringComparison.Ordinal);
    }

    private string Place(JsonElement result)
    {
        var place = result.GetProperty("locations")[0].GetProperty("physicalLocation");
        var uri = new Uri(place.GetProperty("artifactLocation").GetProperty("uri").GetString()!, UriKind.RelativeOrAbsolute);
        Assert.True(uri.IsAbsoluteUri && uri.IsFile, uri.OriginalString);
        var region = place.GetProperty("region");
        return $"{result.GetProperty("ruleId")} {result.GetProperty("level")} {Path.GetRelativePath(group.Consumer.Folder, uri.LocalPath).Replace('\\', '/')} {region.GetProperty("startLine")},{region.GetProperty("startColumn")}";
    }
}
