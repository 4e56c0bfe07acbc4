using System.Text.Json;
using IsolationModel.Conformance.Node;

namespace IsolationModel.Conformance.Yaml;

/// <summary>The reader of descriptors reads the YAML test suite (yaml/yaml-test-suite), event by event, and refuses what the suite says is none.</summary>
public sealed class YamlTestSuiteTests
{
    private const string LinesInBrackets =
        "lines in brackets and quotes need not be indented more than the node around them: goyaml, which reads descriptors in the cluster, does not ask for it, and '[' with ']' below its key is common";

    private const string EndOfText = "the last line of a block scalar that ends with the text, without a break, has none: so reads goyaml";

    private const string Dash = "'-' by itself in brackets is a text, as in 'args: [cat, -]': so reads goyaml";

    private const string Quote = "a backslash in front of a single quote is that quote: so reads goyaml";

    private const string Parting = "goyaml.v2 reads another key, tag or name here than the specification; what is read in two ways is refused";

    /// <summary>Where the product follows the decoder of the cluster and not the specification, and why.</summary>
    private static readonly Dictionary<string, string> Deviations = new(StringComparer.Ordinal)
    {
        ["9C9N"] = LinesInBrackets,
        ["DK95/1"] = LinesInBrackets,
        ["QB6E"] = LinesInBrackets,
        ["VJP3/0"] = LinesInBrackets,
        ["Y79Y/3"] = LinesInBrackets,
        ["G5U8"] = Dash,
        ["YJV2"] = Dash,
        ["HRE5"] = Quote,
        ["4ABK"] = Parting,
        ["652Z"] = Parting,
        ["HM87/1"] = Parting,
        ["2SXE"] = Parting,
        ["W5VH"] = Parting,
        ["Y2GN"] = Parting,
        ["WZ62"] = Parting,
        ["JEF9/2"] = EndOfText,
        ["L24T/1"] = EndOfText,
    };

    [Fact]
    public async Task The_suite_is_read_but_for_the_deviations_that_are_explained()
    {
        var cases = await new NodeFolder("Yaml", "cases.mjs").AskAsync([]);
        Assert.True(cases.Count > 400, $"the suite has {cases.Count} cases");

        var different = cases.Select(Difference).OfType<(string Id, string What)>().ToList();

        Assert.Equal(Deviations.Keys.Order(StringComparer.Ordinal), different.Select(static one => one.Id).Order(StringComparer.Ordinal));
    }

    private static (string Id, string What)? Difference(string line)
    {
        using var json = JsonDocument.Parse(line);
        var (id, text) = (json.RootElement.GetProperty("id").GetString()!, json.RootElement.GetProperty("yaml").GetString()!);
        var read = EventText.Of(text);
        if (json.RootElement.GetProperty("fail").GetBoolean())
        {
            return read.Problem is null ? (id, "is read") : null;
        }

        var expected = string.Join('\n', json.RootElement.GetProperty("tree").GetString()!.Split('\n').Select(static one => one.TrimStart(' ')));
        return read.Problem is null && string.Equals(read.Events, expected, StringComparison.Ordinal) ? null : (id, read.Problem ?? read.Events);
    }
}
