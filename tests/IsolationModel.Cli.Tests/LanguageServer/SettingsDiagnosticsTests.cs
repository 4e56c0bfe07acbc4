using System.Text.Json.Nodes;
using IsolationModel.Cli.Tests.Support;

namespace IsolationModel.Cli.Tests.LanguageServer;

/// <summary>While settings are typed they name what does not exist. The command line may refuse that; an editor shows what it can, and the mistake at its place.</summary>
public sealed class SettingsDiagnosticsTests
{
    [Theory]
    [InlineData("""{ "composeProjects": [["compose.yaml", "compose.ka"]] }""", 39, "ISM0203")]
    [InlineData("""{ "composeProjects": [["/"]] }""", 23, "ISM0203")]
    [InlineData("""{ "models": ["shop.iso"] }""", 13, "ISM0203")]
    [InlineData("""{ "paths": ["dep"] }""", 12, "ISM0203")]
    [InlineData("""{ "baseline": "base.json" }""", 14, "ISM0203")]
    [InlineData("""{ "baseline": "a\u0000b" }""", 14, "ISM0203")]
    [InlineData("""{ "baseline": "pod.yaml" }""", 14, "ISM0203")]
    [InlineData("""{ "bas""", 2, "ISM0201")]
    public async Task What_settings_name_wrong_is_told_there_and_costs_nothing_else(string settings, int character, string rule)
    {
        using var workspace = new Workspace();
        workspace.Add("pod.yaml", Support.Samples.Unsafe).Add("compose.yaml", "services: {}\n").Add("isolation.json", "{}");
        using var client = await LspClient.StartAsync(workspace);
        var (uri, pod) = (LspClient.UriOf(workspace, "isolation.json"), LspClient.UriOf(workspace, "pod.yaml"));
        await client.OpenAsync(uri, "{}");
        await client.RulesAsync(pod, "ISM1001");

        await client.ChangeAsync(uri, settings, 2);

        var told = await client.SettledAsync(uri, 2);
        var mistake = Assert.Single(told[uri]);
        Assert.Equal((rule, character), ((string)mistake!["code"]!, (int)mistake["range"]!["start"]!["character"]!));
        Assert.Equal("ISM1001", (string)Assert.Single(told[pod])!["code"]!);
        Assert.DoesNotContain(client.Log, static line => line.Contains("unforeseen", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_overlay_with_mistakes_costs_nothing_else()
    {
        using var workspace = new Workspace();
        workspace.Add("pod.yaml", Support.Samples.Unsafe).Add("shop.isolation.json", "{ \"model\": ").Add("isolation.json", """{ "models": ["shop.isolation.json"] }""");
        using var client = await LspClient.StartAsync(workspace);

        await client.RulesAsync(LspClient.UriOf(workspace, "pod.yaml"), "ISM1001");
        await client.RulesAsync(LspClient.UriOf(workspace, "shop.isolation.json"), "ISM0001");
    }

    [Fact]
    public async Task Settings_that_nobody_has_saved_yet_govern()
    {
        using var workspace = new Workspace();
        workspace.Add("pod.yaml", Support.Samples.Unsafe);
        using var client = await LspClient.StartAsync(workspace);
        var (uri, pod) = (LspClient.UriOf(workspace, "isolation.json"), LspClient.UriOf(workspace, "pod.yaml"));
        await client.RulesAsync(pod, "ISM1001");

        await client.OpenAsync(uri, """{ "severity": { "ISM1001": "none" } }""");
        await client.RulesAsync(pod);

        await client.CloseAsync(uri);
        await client.RulesAsync(pod, "ISM1001");
    }
}
