using System.Text.Json.Nodes;
using IsolationModel.Cli.Tests.Support;

namespace IsolationModel.Cli.Tests.LanguageServer;

/// <summary>What helps while editing: hovers, fixes, completions, definitions, asked for by a real client.</summary>
public sealed class EditingTests
{
    private const string Classes = """
        apiVersion: node.k8s.io/v1
        kind: RuntimeClass
        metadata:
          name: sandboxed
        handler: runsc

        """;

    private const string Namespace = """
        apiVersion: v1
        kind: Namespace
        metadata:
          name: shop
          annotations:
            isolationmodel.dev/needs: untrusted-code

        """;

    private const string InNamespace = """
        apiVersion: v1
        kind: Pod
        metadata:
          name: plugins
          namespace: shop
        spec:
          containers:
            - name: host
              image: example.org/host:1

        """;

    [Fact]
    public async Task A_hover_on_a_finding_gives_the_whole_argument()
    {
        using var workspace = new Workspace();
        var (client, uri) = await OpenAsync(workspace, Samples.Mislabelled);
        using var disposed = client;
        var range = Assert.Single(await client.RulesAsync(uri, "ISM1001"))!["range"]!;

        var hover = await client.AtAsync("textDocument/hover", uri, (int)range["start"]!["line"]!, (int)range["start"]!["character"]! + 1);

        var text = (string)hover!["contents"]!["value"]!;
        Assert.Equal("markdown", (string)hover["contents"]!["kind"]!);
        Assert.Equal(range.ToJsonString(), hover["range"]!.ToJsonString());
        foreach (var part in new[] { "ISM1001", "**Need**", "untrusted-code", "boundary at least software-sandbox", "**Runtime**", "runtimeClassName: gvisor", "handler 'runc'", "**Alternatives under the same settings**", "gVisor (gvisor)", "**Fix**", "**Sources**" })
        {
            Assert.Contains(part, text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("isolationmodel.dev/needs", "**isolationmodel.dev/needs**")]
    [InlineData("untrusted-code", "requires boundary at least software-sandbox")]
    [InlineData("startup <= 125 ms", "startup")]
    [InlineData("sandboxed", "**RuntimeClass sandboxed: gVisor (gvisor)**")]
    [InlineData("plugins", "workload as a whole: ")]
    public async Task A_hover_tells_what_a_word_means_without_any_finding(string word, string expected)
    {
        using var workspace = new Workspace();
        workspace.Add("classes.yaml", Classes);
        var text = Samples.Unproven.Replace("gvisor", "sandboxed", StringComparison.Ordinal).Replace("renderer", "plugins", StringComparison.Ordinal).Replace("needs: untrusted-code", "needs: untrusted-code, startup <= 125 ms", StringComparison.Ordinal);
        var (client, uri) = await OpenAsync(workspace, text);
        using var disposed = client;
        var (line, character) = PlaceOf(text, word);

        var hover = await client.AtAsync("textDocument/hover", uri, line, character + 1);

        Assert.Contains(expected, (string)hover!["contents"]!["value"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hostile_names_stay_text()
    {
        using var workspace = new Workspace();
        var hostile = "![x](http://evil.example/a.png) <img src=x> `code` \\u001b[31m\\n# head";
        var text = Samples.Unsafe.Replace("name: plugins", $"name: \"{hostile}\"", StringComparison.Ordinal);
        var (client, uri) = await OpenAsync(workspace, text);
        using var disposed = client;
        var range = Assert.Single(await client.RulesAsync(uri, "ISM1001"))!["range"]!["start"]!;

        var markdown = (string)(await client.AtAsync("textDocument/hover", uri, (int)range["line"]!, (int)range["character"]!))!["contents"]!["value"]!;

        var html = Markdig.Markdown.ToHtml(markdown, Pipeline);
        Assert.DoesNotContain("<img", html, StringComparison.Ordinal);
        Assert.DoesNotContain("evil.example/a.png\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<code>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<h1", html, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', markdown);
        Assert.Contains("![x](http://evil.example/a.png) &lt;img src=x&gt; `code`", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_without_markdown_gets_plain_text()
    {
        using var workspace = new Workspace();
        var (client, uri) = await OpenAsync(workspace, Samples.Unsafe, []);
        using var disposed = client;

        var hover = await client.AtAsync("textDocument/hover", uri, 5, 35);

        Assert.Equal("plaintext", (string)hover!["contents"]!["kind"]!);
        Assert.DoesNotContain("**", (string)hover["contents"]!["value"]!, StringComparison.Ordinal);
        Assert.Empty(await client.ActionsAsync(uri, Edits.Range(0, 0, 20, 0)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_fix_mends_the_finding(bool hasDocumentChanges)
    {
        using var workspace = new Workspace();
        workspace.Add("classes.yaml", Classes);
        var capabilities = LspClient.AllCapabilities();
        capabilities["workspace"]!["workspaceEdit"]!["documentChanges"] = hasDocumentChanges;
        var (client, uri) = await OpenAsync(workspace, Samples.Unsafe, capabilities);
        using var disposed = client;
        var told = await client.RulesAsync(uri, "ISM1001");

        var actions = await client.ActionsAsync(uri, told[0]!["range"]!, (JsonArray)told.DeepClone());

        var fix = actions.First(static action => action!["isPreferred"] is not null)!;
        Assert.Equal("quickfix", (string)fix["kind"]!);
        Assert.Equal(told[0]!.ToJsonString(), Assert.Single((JsonArray)fix["diagnostics"]!)!.ToJsonString());
        var mended = Edits.Apply(Samples.Unsafe, fix, uri, 1);
        Assert.Contains("runtimeClassName: sandboxed", mended, StringComparison.Ordinal);
        await client.ChangeAsync(uri, mended, 2);
        await client.DiagnosticsAsync(uri, static left => left.Count == 0, version: 2);
    }

    [Fact]
    public async Task All_fixes_of_a_kind_and_of_the_file_can_be_made_at_once()
    {
        using var workspace = new Workspace();
        workspace.Add("classes.yaml", Classes);
        var text = $"{Samples.Unsafe}---\n{Samples.Unsafe.Replace("plugins", "others", StringComparison.Ordinal)}---\n{Samples.Misspelt}";
        var (client, uri) = await OpenAsync(workspace, text);
        using var disposed = client;
        var told = await client.RulesAsync(uri, "ISM1001", "ISM1001", "ISM1101");

        var actions = await client.ActionsAsync(uri, told[0]!["range"]!);
        var ofKind = Assert.Single(actions, static action => ((string)action!["title"]!).StartsWith("Make all 2 fixes of ISM1001", StringComparison.Ordinal))!;
        var all = Assert.Single(await client.ActionsAsync(uri, Edits.Range(0, 0, 0, 0), only: "source.fixAll"))!;

        Assert.Equal("source.fixAll.isolation", (string)all["kind"]!);
        await client.ChangeAsync(uri, Edits.Apply(text, ofKind, uri, 1), 2);
        await client.DiagnosticsAsync(uri, static left => left.Count == 1 && (string)left[0]!["code"]! == "ISM1101", version: 2);

        // The misspelt need, once it is understood, is not met either, which the same action mends.
        await client.ChangeAsync(uri, Edits.Apply(text, all, uri, 1), 3);
        await client.DiagnosticsAsync(uri, static left => left.Count == 0, version: 3);
    }

    [Fact]
    public async Task A_suppression_is_offered_where_it_holds()
    {
        using var workspace = new Workspace();
        var text = $"{Samples.Unsafe}---\n{Samples.Misspelt}".Replace("\n", "\r\n", StringComparison.Ordinal);
        var (client, uri) = await OpenAsync(workspace, text);
        using var disposed = client;
        var told = await client.RulesAsync(uri, "ISM1001", "ISM1101");

        var suppression = Assert.Single(await client.ActionsAsync(uri, told[0]!["range"]!), static action => ((string)action!["title"]!).StartsWith("Suppress ISM1001", StringComparison.Ordinal))!;

        var accepted = Edits.Apply(text, suppression, uri, 1);
        Assert.Contains("\r\n# isolation: disable ISM1001 -- reason to be written\r\nspec:", accepted, StringComparison.Ordinal);
        await client.ChangeAsync(uri, accepted, 2);
        await client.RulesAsync(uri, "ISM1101");

        // A mistake in what was written is not to be accepted.
        var mistake = Assert.Single(await client.RulesAsync(uri, "ISM1101"))!;
        Assert.DoesNotContain(await client.ActionsAsync(uri, mistake["range"]!), static action => ((string)action!["title"]!).StartsWith("Suppress", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Json_takes_no_comment()
    {
        using var workspace = new Workspace();
        var text = """{ "apiVersion": "v1", "kind": "Pod", "metadata": { "name": "x", "annotations": { "isolationmodel.dev/needs": "untrusted-code" } }, "spec": { "containers": [] } }""";
        var (client, uri) = await OpenAsync(workspace, text, file: "pod.k8s.json");
        using var disposed = client;
        var told = await client.DiagnosticsAsync(uri, static told => told.Count > 0);

        Assert.DoesNotContain(await client.ActionsAsync(uri, told[0]!["range"]!), static action => ((string)action!["title"]!).StartsWith("Suppress", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("    isolationmodel.dev/needs: untrusted-code, host|", "hostile-tenants", "    isolationmodel.dev/needs: untrusted-code, hostile-tenants")]
    [InlineData("    isolationmodel.dev/needs: \"level:|", "level:high", "    isolationmodel.dev/needs: \"level:high")]
    [InlineData("    isolationmodel.dev/level: |", "very-high", "    isolationmodel.dev/level: very-high")]
    [InlineData("    isolationmodel.dev/scenario: se|rv", "serverless", "    isolationmodel.dev/scenario: serverless")]
    [InlineData("    isol|", "isolationmodel.dev/needs", "    isolationmodel.dev/needs")]
    [InlineData("    broken: [\nspec:\n  runtimeClassName: |", "sandboxed", "    broken: [\nspec:\n  runtimeClassName: sandboxed")]
    [InlineData("    broken: [\nspec:\n  runtimeClassName: \"ka|\"", "kata", "    broken: [\nspec:\n  runtimeClassName: \"kata\"")]
    public async Task What_can_be_written_is_offered_and_replaces_what_was_begun(string marked, string label, string expected)
    {
        using var workspace = new Workspace();
        workspace.Add("classes.yaml", Classes);
        var head = "apiVersion: v1\nkind: Pod\nmetadata:\n  name: x\n  annotations:\n";
        var (client, uri) = await OpenAsync(workspace, head);
        using var disposed = client;
        var at = head.Length + marked.IndexOf('|', StringComparison.Ordinal);
        var text = head + marked.Replace("|", string.Empty, StringComparison.Ordinal);
        await client.ChangeAsync(uri, text, 2);

        var offered = (JsonArray)(await client.AtAsync("textDocument/completion", uri, text.AsSpan(0, at).Count('\n'), at - text.LastIndexOf('\n', at - 1) - 1))!["items"]!;

        var item = Assert.Single(offered, item => (string)item!["label"]! == label)!;
        Assert.NotNull(item["documentation"]!["value"]);
        Assert.Equal(head + expected, Edits.Replace(text, item["textEdit"]!["range"]!, (string)item["textEdit"]!["newText"]!));
    }

    [Fact]
    public async Task Classes_of_the_run_come_first_with_what_they_give()
    {
        using var workspace = new Workspace();
        workspace.Add("classes.yaml", Classes).Add("isolation.json", """{ "models": ["shop.isolation.json"] }""").Add("shop.isolation.json", Samples.Overlay);
        var (client, uri) = await OpenAsync(workspace, Samples.Unproven);
        using var disposed = client;

        var offered = (JsonArray)(await client.AtAsync("textDocument/completion", uri, 7, 22))!["items"]!;

        Assert.Equal(["sandboxed", "vault"], offered.Take(2).Select(static item => (string)item!["label"]!));
        Assert.Contains("gVisor, software-sandbox", (string)offered[0]!["detail"]!, StringComparison.Ordinal);
        Assert.Equal(offered.Select(static item => (string)item!["sortText"]!).Order(StringComparer.Ordinal), offered.Select(static item => (string)item!["sortText"]!));
    }

    [Fact]
    public async Task Technologies_are_offered_in_overlays()
    {
        using var workspace = new Workspace();
        var (client, uri) = await OpenAsync(workspace, Samples.Overlay, file: "shop.isolation.json");
        using var disposed = client;
        var (line, character) = PlaceOf(Samples.Overlay, "kata");

        var offered = (JsonArray)(await client.AtAsync("textDocument/completion", uri, line, character + 2))!["items"]!;
        var hover = await client.AtAsync("textDocument/hover", uri, line, character + 2);

        Assert.Contains(offered, static item => (string)item!["label"]! == "firecracker");
        Assert.Contains("**Kata Containers (kata)", (string)hover!["contents"]!["value"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_class_leads_to_the_name_of_its_object()
    {
        using var workspace = new Workspace();
        workspace.Add("classes.yaml", Classes);
        var text = Samples.Unproven.Replace("gvisor", "sandboxed", StringComparison.Ordinal);
        var (client, uri) = await OpenAsync(workspace, text);
        using var disposed = client;
        var (line, character) = PlaceOf(text, "sandboxed");

        var target = Assert.Single((JsonArray)(await client.AtAsync("textDocument/definition", uri, line, character))!)!;

        Assert.Equal(LspClient.UriOf(workspace, "classes.yaml"), (string)target["uri"]!);
        Assert.Equal(Edits.Range(3, 8, 3, 17).ToJsonString(), target["range"]!.ToJsonString());
    }

    [Fact]
    public async Task A_need_leads_to_where_it_is_declared()
    {
        using var workspace = new Workspace();
        workspace.Add("namespace.yaml", Namespace).Add("isolation.json", """{ "needs": ["kernel-exploit"] }""");
        var (client, uri) = await OpenAsync(workspace, InNamespace);
        using var disposed = client;
        await client.DiagnosticsAsync(uri, static told => told.Count > 0);
        var (line, character) = PlaceOf(InNamespace, "plugins");

        var targets = (JsonArray)(await client.AtAsync("textDocument/definition", uri, line, character))!;

        Assert.Equal(
            [$"{LspClient.UriOf(workspace, "isolation.json")} {Edits.Range(0, 13, 0, 27).ToJsonString()}", $"{LspClient.UriOf(workspace, "namespace.yaml")} {Edits.Range(5, 30, 5, 44).ToJsonString()}"],
            targets.Select(static target => $"{target!["uri"]} {target["range"]!.ToJsonString()}").Order(StringComparer.Ordinal));
    }

    private static readonly Markdig.MarkdownPipeline Pipeline = Markdig.MarkdownExtensions.UseAutoLinks(new Markdig.MarkdownPipelineBuilder()).Build();

    private static async Task<(LspClient Client, string Uri)> OpenAsync(Workspace workspace, string text, JsonObject? capabilities = null, string file = "pod.yaml")
    {
        var client = await LspClient.StartAsync(workspace, capabilities);
        var uri = LspClient.UriOf(workspace, file);
        await client.OpenAsync(uri, text);
        return (client, uri);
    }

    private static (int Line, int Character) PlaceOf(string text, string word)
    {
        var at = text.IndexOf(word, StringComparison.Ordinal);
        return (text.AsSpan(0, at).Count('\n'), at - (text.LastIndexOf('\n', Math.Max(0, at - 1)) + 1));
    }
}
