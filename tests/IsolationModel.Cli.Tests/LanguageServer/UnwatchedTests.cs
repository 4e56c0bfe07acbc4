using System.Text.Json.Nodes;
using IsolationModel.Cli.Tests.Support;

namespace IsolationModel.Cli.Tests.LanguageServer;

/// <summary>Clients differ: some watch no files, some write addresses in their own way, some close and open in one breath.</summary>
public sealed class UnwatchedTests
{
    /// <summary>For the client both are one address, so that what comes last is what it shows.</summary>
    [Fact]
    public async Task Where_addresses_are_written_differently_the_findings_are_told_last()
    {
        using var workspace = new Workspace();
        workspace.Add("a@b.yaml", Support.Samples.Unsafe).Add("other.yaml", Support.Samples.Quiet);
        using var client = await LspClient.StartAsync(workspace);
        var plain = LspClient.UriOf(workspace, "a@b.yaml");
        await client.RulesAsync(plain, "ISM1001");
        var escaped = plain.Replace("@", "%40", StringComparison.Ordinal);
        Assert.NotEqual(plain, escaped);

        await client.OpenAsync(escaped, Support.Samples.Unsafe);
        await client.RulesAsync(escaped, "ISM1001");
        await client.RulesAsync(plain);
        Assert.Equal(escaped, client.Told.Last(told => told.Uri == plain || told.Uri == escaped).Uri);

        await client.CloseAsync(escaped);
        await client.RulesAsync(plain, "ISM1001");
        await client.RulesAsync(escaped);
        Assert.Equal(plain, client.Told.Last(told => told.Uri == plain || told.Uri == escaped).Uri);
    }

    [Fact]
    public async Task What_has_changed_on_disk_unseen_counts_from_the_next_save_on()
    {
        using var workspace = new Workspace();
        workspace.Add("a.yaml", Support.Samples.Quiet).Add("b.yaml", Support.Samples.Quiet);
        using var client = await LspClient.StartAsync(workspace, Blind());
        var (a, b) = (LspClient.UriOf(workspace, "a.yaml"), LspClient.UriOf(workspace, "b.yaml"));
        await client.OpenAsync(a, Support.Samples.Quiet);
        Assert.Empty(await client.SettledAsync(a, 1));

        workspace.Add("b.yaml", Support.Samples.Unsafe);
        File.SetLastWriteTimeUtc(workspace.PathOf("b.yaml"), new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        await client.TellAsync("textDocument/didSave", new JsonObject { ["textDocument"] = new JsonObject { ["uri"] = a } });

        await client.RulesAsync(b, "ISM1001");
    }

    [Fact]
    public async Task A_file_that_has_come_unseen_is_judged_when_it_is_opened()
    {
        using var workspace = new Workspace();
        workspace.Add("a.yaml", Support.Samples.Quiet);
        using var client = await LspClient.StartAsync(workspace, Blind());
        var (a, b) = (LspClient.UriOf(workspace, "a.yaml"), LspClient.UriOf(workspace, "b.yaml"));
        await client.OpenAsync(a, Support.Samples.Quiet);
        Assert.Empty(await client.SettledAsync(a, 1));

        workspace.Add("b.yaml", Support.Samples.Unsafe);
        await client.OpenAsync(b, Support.Samples.Unsafe);

        await client.RulesAsync(b, "ISM1001");
    }

    /// <summary>A client forgets what it was told of a document that it closes.</summary>
    [Fact]
    public async Task A_document_that_is_closed_and_opened_again_is_told_again()
    {
        using var workspace = new Workspace();
        workspace.Add("a.yaml", Support.Samples.Unsafe);
        using var client = await LspClient.StartAsync(workspace);
        var a = LspClient.UriOf(workspace, "a.yaml");
        await client.OpenAsync(a, Support.Samples.Unsafe);
        await client.SettledAsync(a, 1);
        var before = client.Told.Count(told => told.Uri == a);

        await client.CloseAsync(a);
        await client.OpenAsync(a, Support.Samples.Unsafe);
        await client.SettledAsync(a, 1);

        Assert.True(client.Told.Count(told => told.Uri == a) > before);
    }

    [Fact]
    public async Task A_client_without_literals_is_promised_no_actions()
    {
        using var workspace = new Workspace();
        using var client = await LspClient.StartAsync(workspace, Blind());
        Assert.Null(client.Capabilities["codeActionProvider"]);
    }

    private static JsonObject Blind() => [];
}
