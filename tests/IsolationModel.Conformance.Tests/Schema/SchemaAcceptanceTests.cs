using System.Text.Json.Nodes;
using IsolationModel.Conformance.Documentation;
using IsolationModel.Rules;

namespace IsolationModel.Conformance.Schema;

/// <summary>What the schema accepts: every model file that this repository shows or ships.</summary>
public sealed class SchemaAcceptanceTests
{
    private const string ModelFiles = "*.isolation.json";

    private static readonly string[] Folders = ["schema/model", "tests/samples"];

    /// <summary>Objects whose keys are words of others, so that none can be an extension: versions of models, labels, values of annotations.</summary>
    private static readonly string[] ForeignKeys = ["/model/extends", "/workloads/legacy/match/labels", "/needSpellings/contoso.example~1trust"];

    private static readonly Dictionary<string, PageExample> OverlaysOfPages = RulePage.All
        .SelectMany(page => page.Examples)
        .Where(example => example.Format == ExampleFormat.Overlay)
        .ToDictionary(example => example.ToString(), StringComparer.Ordinal);

    public static TheoryData<string> Files => new(Folders
        .SelectMany(folder => Directory.EnumerateFiles(Repository.PathOf(folder), ModelFiles, SearchOption.AllDirectories))
        .Select(path => Repository.Relative(Repository.Root, path))
        .Order(StringComparer.Ordinal));

    public static TheoryData<string> CleanPages => new(OverlaysOfPages.Where(entry => entry.Value.Expectation == Expectation.Clean).Select(entry => entry.Key));

    public static TheoryData<string> MisshapenPages => new(OverlaysOfPages
        .Where(entry => entry.Value.RuleId == ModelRules.WrongShape.Id && entry.Value.Expectation == Expectation.Flagged)
        .Select(entry => entry.Key));

    [Fact]
    public void The_schema_is_a_schema() => Assert.Empty(ModelSchema.OwnErrors());

    [Theory]
    [MemberData(nameof(Files))]
    public void A_model_file_is_accepted(string path) => Assert.Empty(ModelSchema.Errors(Repository.Read(path)));

    [Theory]
    [MemberData(nameof(Files))]
    public void A_model_file_that_names_its_schema_names_this_one(string path)
    {
        if ((string?)JsonNode.Parse(Repository.Read(path))!["$schema"] is { } reference)
        {
            var folder = Path.GetDirectoryName(Repository.PathOf(path))!;
            Assert.Equal(Path.GetFullPath(Repository.PathOf(ModelSchema.File)), Path.GetFullPath(Path.Combine(folder, reference)));
        }
    }

    [Fact]
    public void The_overlay_of_the_readme_is_accepted() =>
        Assert.Empty(ModelSchema.Errors(Assert.Single(MarkdownBlock.Read(Repository.Read("schema/README.md")), block => block.Info == "json" && block.Section.StartsWith("Your own", StringComparison.Ordinal)).Text));

    [Theory]
    [MemberData(nameof(CleanPages))]
    public void A_clean_overlay_of_a_page_is_accepted(string name) => Assert.Empty(ModelSchema.Errors(OverlaysOfPages[name].Content.Text));

    [Fact]
    public void An_overlay_that_a_page_applies_is_accepted() =>
        Assert.All(RulePage.All.SelectMany(page => page.Examples).Select(example => example.Overlay).OfType<string>(), overlay => Assert.Empty(ModelSchema.Errors(overlay)));

    [Theory]
    [MemberData(nameof(MisshapenPages))]
    public void A_misshapen_overlay_of_a_page_is_refused(string name) => Assert.NotEmpty(ModelSchema.Errors(OverlaysOfPages[name].Content.Text));

    [Fact]
    public void Extensions_may_stand_in_every_object()
    {
        var document = JsonNode.Parse(SchemaMutation.WholeLanguage)!;
        foreach (var inner in Objects(document).ToList())
        {
            inner["x-note"] = new JsonArray(1, "two");
        }

        Assert.Empty(ModelSchema.Errors(document.ToJsonString()));
    }

    private static IEnumerable<JsonObject> Objects(JsonNode? node, string pointer = "")
    {
        if (node is JsonObject map && !ForeignKeys.Contains(pointer, StringComparer.Ordinal))
        {
            yield return map;
        }

        var children = node switch
        {
            JsonObject entries => entries.Select(entry => (entry.Key.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal), entry.Value)),
            JsonArray items => items.Select((item, i) => ($"{i}", item)),
            _ => [],
        };
        foreach (var inner in children.SelectMany(child => Objects(child.Item2, $"{pointer}/{child.Item1}")))
        {
            yield return inner;
        }
    }
}
