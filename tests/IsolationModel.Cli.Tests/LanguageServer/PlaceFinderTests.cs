using CsCheck;
using IsolationModel.Cli.LanguageServer.Places;

namespace IsolationModel.Cli.Tests.LanguageServer;

/// <summary>What is written at a place, whether or not the file parses. The place is marked by a bar.</summary>
public sealed class PlaceFinderTests
{
    [Theory]
    [InlineData("metadata:\n  annotations:\n    isolationmodel.dev/needs: untr|", nameof(PlaceKind.Need), "untr")]
    [InlineData("metadata:\n  annotations:\n    isolationmodel.dev/needs: untrusted-code, lev|el:hi, x", nameof(PlaceKind.Need), "level:hi")]
    [InlineData("    isolationmodel.dev/needs: untrusted-code,|", nameof(PlaceKind.Need), "")]
    [InlineData("    isolationmodel.dev/needs: untrusted-code, |", nameof(PlaceKind.Need), "")]
    [InlineData("    isolationmodel.dev/needs: |", nameof(PlaceKind.Need), "")]
    [InlineData("    isolationmodel.dev/needs: \"untrusted-code, startup <|\"", nameof(PlaceKind.Need), "startup <")]
    [InlineData("    isolationmodel.dev/needs: \"untrusted-code, |", nameof(PlaceKind.Need), "")]
    [InlineData("    annotations: { isolationmodel.dev/needs: \"untr|\" }", nameof(PlaceKind.Need), "untr")]
    [InlineData("    annotations: { a: b, isolationmodel.dev/needs: untr|", nameof(PlaceKind.Need), "untr")]
    [InlineData("    \"isolationmodel.dev/needs\": 'a, b|'", nameof(PlaceKind.Need), "b")]
    [InlineData("    isolationmodel.dev/level: hi|", nameof(PlaceKind.Level), "hi")]
    [InlineData("    isolationmodel.dev/scenario: |", nameof(PlaceKind.Scenario), "")]
    [InlineData("metadata:\n  annotations:\n    isol|", nameof(PlaceKind.NeedKey), "isol")]
    [InlineData("metadata:\n  annotations:\n    a: b\n    |", nameof(PlaceKind.NeedKey), "")]
    [InlineData("spec:\n  runtimeClassName: gv|\n  containers: [", nameof(PlaceKind.RuntimeClass), "gv")]
    [InlineData("spec:\n  broken: [\n  runtimeClassName: \"gv|", nameof(PlaceKind.RuntimeClass), "gv")]
    [InlineData("spec: { runtimeClassName: |}", nameof(PlaceKind.RuntimeClass), "")]
    [InlineData("items:\n  - spec:\n      runtimeClassName: gv|isor # why", nameof(PlaceKind.RuntimeClass), "gvisor")]
    [InlineData("kind: RuntimeClass\nhandler: run|sc", nameof(PlaceKind.Handler), "runsc")]
    [InlineData("services:\n  web:\n    image: x\n    runtime: run|", nameof(PlaceKind.ComposeRuntime), "run")]
    [InlineData("services:\n  web:\n    labels:\n      - isolationmodel.dev/needs=untr|", nameof(PlaceKind.Need), "untr")]
    [InlineData("services:\n  web:\n    labels:\n    - \"isolationmodel.dev/level=|\"", nameof(PlaceKind.Level), "")]
    [InlineData("services:\n  web:\n    x-isolation: untrusted-code, h|", nameof(PlaceKind.Need), "h")]
    [InlineData("services:\n  web:\n    x-isolation:\n      level: |", nameof(PlaceKind.Level), "")]
    [InlineData("services:\n  web:\n    x-isolation:\n      needs:\n        - untr|", nameof(PlaceKind.Need), "untr")]
    [InlineData("services:\n  web:\n    x-isolation:\n      needs:\n      - |", nameof(PlaceKind.Need), "")]
    [InlineData("services:\n  web:\n    x-isolation: { needs: [a, b|] }", nameof(PlaceKind.Need), "b")]
    [InlineData("services:\r\n  web:\r\n    x-isolation:\r\n      scenario: ser|\r\n", nameof(PlaceKind.Scenario), "ser")]
    public void Yaml_is_understood_by_its_lines(string marked, string kind, string word) => AssertFinds("deploy/pod.yaml", marked, kind, word);

    [Theory]
    [InlineData("""{ "metadata": { "annotations": { "isolationmodel.dev/needs": "a, b|" } } }""", nameof(PlaceKind.Need), "b")]
    [InlineData("""{ "spec": { "runtimeClassName": "|""", nameof(PlaceKind.RuntimeClass), "")]
    [InlineData("""{ "services": { "web": { "runtime": "run|" } } }""", nameof(PlaceKind.ComposeRuntime), "run")]
    public void So_is_json(string marked, string kind, string word) => AssertFinds("deploy/pod.k8s.json", marked, kind, word);

    [Theory]
    [InlineData("""{ "forbidden": { "run|" } }""", nameof(PlaceKind.Technology), "run")]
    [InlineData("""{ "names": { "runtimeClass": { "vault": { "technology": "ka|" } } } }""", nameof(PlaceKind.Technology), "ka")]
    [InlineData("""{ "technologies": { "mine": { "like": "|" } } }""", nameof(PlaceKind.Technology), "")]
    [InlineData("""{ "technologies": { "mine": { "stack": { "platform": "docker", "runtime": "ru|" } } } }""", nameof(PlaceKind.Technology), "ru")]
    [InlineData("""{ "technologies": { "mine": { "engines": ["technology/wasm|"] } } }""", nameof(PlaceKind.TechnologyReference), "technology/wasm")]
    [InlineData("""{ "workloads": [{ "needs": ["untrusted-code", "h|"] }] }""", nameof(PlaceKind.Need), "h")]
    [InlineData("""{ // why""" + "\n" + """ "needs": "a, b|", "level": "high" }""", nameof(PlaceKind.Need), "b")]
    [InlineData("""{ "overrides": [{ "paths": ["x"], "level": "|" }]""", nameof(PlaceKind.Level), "")]
    public void So_are_overlays_and_settings(string marked, string kind, string word) => AssertFinds("shop.isolation.json", marked, kind, word);

    [Theory]
    [InlineData("deploy/pod.yaml", "metadata:\n  name: we|b")]
    [InlineData("deploy/pod.yaml", "# isolationmodel.dev/needs: untr|")]
    [InlineData("deploy/pod.yaml", "  isolationmodel.dev/needs: a # b|")]
    [InlineData("deploy/pod.yaml", "services:\n  web:\n    command:\n      runtime: x|")]
    [InlineData("deploy/pod.k8s.json", "|{ }")]
    [InlineData("shop.isolation.json", """{ "model": { "id": "sh|" } }""")]
    [InlineData("shop.isolation.json", """{ "needs": { "threats": { "x|" } } }""")]
    public void Of_other_places_nothing_is_said(string path, string marked) =>
        Assert.Null(PlaceFinder.Find(path, marked.Remove(marked.IndexOf('|', StringComparison.Ordinal), 1), marked.IndexOf('|', StringComparison.Ordinal)));

    /// <summary>Nothing that somebody types makes it throw, and the word is always that of the text, around the place.</summary>
    [Fact]
    public void No_text_is_too_broken() => Gen.Select(
        Gen.OneOf("isolationmodel.dev/needs", ": ", ", ", "\n", "\r\n", "{", "}", "[", "]", "\"", "'", "- ", "  ", "#", "//", "\\", "x-isolation", "runtime", "services", "=", "a", "|", "---", "ü").Array[0, 30].Select(string.Concat),
        Gen.Int[0, 200],
        Gen.OneOf("a.yaml", "a.json", "a.isolation.json"))
        .Sample((text, place, path) =>
        {
            if (PlaceFinder.Find(path, text, place) is { } found)
            {
                place = Math.Min(place, text.Length);
                Assert.InRange(place, found.Range.Start, Math.Max(found.Range.End, place));
                Assert.Equal(found.Word, text.Substring(found.Range.Start, found.Range.Length).Trim());
            }
        });

    private static void AssertFinds(string path, string marked, string kind, string word)
    {
        var place = marked.IndexOf('|', StringComparison.Ordinal);

        var found = PlaceFinder.Find(path, marked.Remove(place, 1), place);

        Assert.NotNull(found);
        Assert.Equal((kind, word), (found.Kind.ToString(), found.Word));
        Assert.InRange(place, found.Range.Start, found.Range.End);
    }
}
