using CsCheck;
using IsolationModel.Cli.LanguageServer.Places;

namespace IsolationModel.Cli.Tests.LanguageServer;

/// <summary>What is written at a place, whether or not the file parses. The place is marked by a bar.</summary>
public sealed class PlaceFinderTests
{
    [Theory]
    [InlineData("metadata:\n  annotations:\n    isolationmodel.dev/needs: untr|", PlaceKind.Need, "untr")]
    [InlineData("metadata:\n  annotations:\n    isolationmodel.dev/needs: untrusted-code, lev|el:hi, x", PlaceKind.Need, "level:hi")]
    [InlineData("    isolationmodel.dev/needs: untrusted-code,|", PlaceKind.Need, "")]
    [InlineData("    isolationmodel.dev/needs: untrusted-code, |", PlaceKind.Need, "")]
    [InlineData("    isolationmodel.dev/needs: |", PlaceKind.Need, "")]
    [InlineData("    isolationmodel.dev/needs: \"untrusted-code, startup <|\"", PlaceKind.Need, "startup <")]
    [InlineData("    isolationmodel.dev/needs: \"untrusted-code, |", PlaceKind.Need, "")]
    [InlineData("    annotations: { isolationmodel.dev/needs: \"untr|\" }", PlaceKind.Need, "untr")]
    [InlineData("    annotations: { a: b, isolationmodel.dev/needs: untr|", PlaceKind.Need, "untr")]
    [InlineData("    \"isolationmodel.dev/needs\": 'a, b|'", PlaceKind.Need, "b")]
    [InlineData("    isolationmodel.dev/level: hi|", PlaceKind.Level, "hi")]
    [InlineData("    isolationmodel.dev/scenario: |", PlaceKind.Scenario, "")]
    [InlineData("metadata:\n  annotations:\n    isol|", PlaceKind.NeedKey, "isol")]
    [InlineData("metadata:\n  annotations:\n    a: b\n    |", PlaceKind.NeedKey, "")]
    [InlineData("spec:\n  runtimeClassName: gv|\n  containers: [", PlaceKind.RuntimeClass, "gv")]
    [InlineData("spec:\n  broken: [\n  runtimeClassName: \"gv|", PlaceKind.RuntimeClass, "gv")]
    [InlineData("spec: { runtimeClassName: |}", PlaceKind.RuntimeClass, "")]
    [InlineData("items:\n  - spec:\n      runtimeClassName: gv|isor # why", PlaceKind.RuntimeClass, "gvisor")]
    [InlineData("kind: RuntimeClass\nhandler: run|sc", PlaceKind.Handler, "runsc")]
    [InlineData("services:\n  web:\n    image: x\n    runtime: run|", PlaceKind.ComposeRuntime, "run")]
    [InlineData("services:\n  web:\n    labels:\n      - isolationmodel.dev/needs=untr|", PlaceKind.Need, "untr")]
    [InlineData("services:\n  web:\n    labels:\n    - \"isolationmodel.dev/level=|\"", PlaceKind.Level, "")]
    [InlineData("services:\n  web:\n    x-isolation: untrusted-code, h|", PlaceKind.Need, "h")]
    [InlineData("services:\n  web:\n    x-isolation:\n      level: |", PlaceKind.Level, "")]
    [InlineData("services:\n  web:\n    x-isolation:\n      needs:\n        - untr|", PlaceKind.Need, "untr")]
    [InlineData("services:\n  web:\n    x-isolation:\n      needs:\n      - |", PlaceKind.Need, "")]
    [InlineData("services:\n  web:\n    x-isolation: { needs: [a, b|] }", PlaceKind.Need, "b")]
    [InlineData("services:\r\n  web:\r\n    x-isolation:\r\n      scenario: ser|\r\n", PlaceKind.Scenario, "ser")]
    public void Yaml_is_understood_by_its_lines(string marked, PlaceKind kind, string word) => AssertFinds("deploy/pod.yaml", marked, kind, word);

    [Theory]
    [InlineData("""{ "metadata": { "annotations": { "isolationmodel.dev/needs": "a, b|" } } }""", PlaceKind.Need, "b")]
    [InlineData("""{ "spec": { "runtimeClassName": "|""", PlaceKind.RuntimeClass, "")]
    [InlineData("""{ "services": { "web": { "runtime": "run|" } } }""", PlaceKind.ComposeRuntime, "run")]
    public void So_is_json(string marked, PlaceKind kind, string word) => AssertFinds("deploy/pod.k8s.json", marked, kind, word);

    [Theory]
    [InlineData("""{ "forbidden": { "run|" } }""", PlaceKind.Technology, "run")]
    [InlineData("""{ "names": { "runtimeClass": { "vault": { "technology": "ka|" } } } }""", PlaceKind.Technology, "ka")]
    [InlineData("""{ "technologies": { "mine": { "like": "|" } } }""", PlaceKind.Technology, "")]
    [InlineData("""{ "technologies": { "mine": { "stack": { "platform": "docker", "runtime": "ru|" } } } }""", PlaceKind.Technology, "ru")]
    [InlineData("""{ "technologies": { "mine": { "engines": ["technology/wasm|"] } } }""", PlaceKind.TechnologyReference, "technology/wasm")]
    [InlineData("""{ "workloads": [{ "needs": ["untrusted-code", "h|"] }] }""", PlaceKind.Need, "h")]
    [InlineData("""{ // why""" + "\n" + """ "needs": "a, b|", "level": "high" }""", PlaceKind.Need, "b")]
    [InlineData("""{ "overrides": [{ "paths": ["x"], "level": "|" }]""", PlaceKind.Level, "")]
    public void So_are_overlays_and_settings(string marked, PlaceKind kind, string word) => AssertFinds("shop.isolation.json", marked, kind, word);

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
        Gen.OneOfConst("isolationmodel.dev/needs", ": ", ", ", "\n", "\r\n", "{", "}", "[", "]", "\"", "'", "- ", "  ", "#", "//", "\\", "x-isolation", "runtime", "services", "=", "a", "|", "---", "ü").Array[0, 30].Select(string.Concat),
        Gen.Int[0, 200],
        Gen.OneOfConst("a.yaml", "a.json", "a.isolation.json"))
        .Sample((text, place, path) =>
        {
            if (PlaceFinder.Find(path, text, place) is { } found)
            {
                place = Math.Min(place, text.Length);
                Assert.InRange(place, found.Range.Start, Math.Max(found.Range.End, place));
                Assert.Equal(found.Word, text.Substring(found.Range.Start, found.Range.Length).Trim());
            }
        });

    private static void AssertFinds(string path, string marked, PlaceKind kind, string word)
    {
        var place = marked.IndexOf('|', StringComparison.Ordinal);

        var found = PlaceFinder.Find(path, marked.Remove(place, 1), place);

        Assert.NotNull(found);
        Assert.Equal((kind, word), (found.Kind, found.Word));
        Assert.InRange(place, found.Range.Start, found.Range.End);
    }
}
