using System.Globalization;
using System.Text.Json.Nodes;
using CsCheck;
using IsolationModel.Cli.Tests.Support;

namespace IsolationModel.Cli.Tests.LanguageServer;

/// <summary>What the server tells of files is what <c>check</c> tells, while they change.</summary>
public sealed class DiagnosticsTests
{
    private const string Class = """
        apiVersion: node.k8s.io/v1
        kind: RuntimeClass
        metadata: { name: gvisor }
        handler: runsc

        """;

    [Fact]
    public async Task The_samples_have_the_findings_that_check_has()
    {
        using var workspace = Samples();
        using var client = await LspClient.StartAsync(workspace);
        var uri = LspClient.UriOf(workspace, "samples/workers/reviews.yaml");
        await client.OpenAsync(uri, await ReadAsync(workspace, "samples/workers/reviews.yaml"));

        await AssertSameAsCheckAsync(client, workspace, uri, 1);
        Assert.Equal(0, await client.EndAsync());
    }

    [Fact]
    public Task So_have_they_after_any_edits() => Gen
        .Select(Gen.Int[0, 1000], Gen.Double[0, 1], Gen.Int[0, 12], Gen.OneOf("", " ", "\n", "x", "gvisor", "runsc", "untrusted-code", "  - ", ": ", "{", "ü\U0001F600"))
        .Array[8]
        .SampleAsync(
            async edits =>
            {
                using var workspace = Samples();
                workspace.Add("isolation.json", """{ "level": "medium", "models": ["samples/shop.isolation.json"], "severity": { "ISM2003": "warning" }, "exclude": ["samples/chart/**"] }""");
                using var client = await LspClient.StartAsync(workspace);
                await EditAsync(client, workspace, edits);
            },
            iter: 1,
            threads: 1);

    private static async Task EditAsync(LspClient client, Workspace workspace, (int File, double At, int Length, string Text)[] edits)
    {
        var files = Directory.GetFiles(workspace.PathOf("samples"), "*.yaml", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToList();
        var open = new Dictionary<string, (int Version, string Text)>(StringComparer.Ordinal);
        foreach (var (index, at, length, inserted) in edits)
        {
            var file = files[index % files.Count];
            var uri = new Uri(file).AbsoluteUri;
            if (!open.TryGetValue(file, out var document))
            {
                document = (1, await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
                await client.OpenAsync(uri, document.Text);
            }

            var start = (int)(at * document.Text.Length);
            var range = RangeOf(document.Text, start, Math.Min(document.Text.Length, start + length));
            document = (document.Version + 1, Edits.Replace(document.Text, range, inserted));
            open[file] = document;
            await client.TellAsync("textDocument/didChange", new JsonObject
            {
                ["textDocument"] = new JsonObject { ["uri"] = uri, ["version"] = document.Version },
                ["contentChanges"] = new JsonArray(new JsonObject { ["range"] = range, ["text"] = inserted }),
            });

            // What the command line judges is on disk.
            await File.WriteAllTextAsync(file, document.Text, TestContext.Current.CancellationToken);
            await AssertSameAsCheckAsync(client, workspace, uri, document.Version);
        }
    }

    [Fact]
    public async Task A_changed_class_changes_what_is_told_of_the_pods_that_use_it()
    {
        using var workspace = new Workspace();
        workspace.Add("classes.yaml", Class).Add("pod.yaml", Support.Samples.Unproven);
        using var client = await LspClient.StartAsync(workspace);
        var (classes, pod) = (LspClient.UriOf(workspace, "classes.yaml"), LspClient.UriOf(workspace, "pod.yaml"));
        await client.OpenAsync(classes, Class);
        await client.OpenAsync(pod, Support.Samples.Unproven);
        await client.RulesAsync(pod);

        await client.ChangeAsync(classes, Class.Replace("runsc", "runc", StringComparison.Ordinal), 2);

        var told = Assert.Single(await client.RulesAsync(pod, "ISM1001"));
        Assert.Equal("isolation", (string)told!["source"]!);
        Assert.Equal(2, (int)told["severity"]!);
        Assert.EndsWith("/analyzers/docs/rules/ISM1001.md", (string)told["codeDescription"]!["href"]!, StringComparison.Ordinal);
        var related = (JsonArray)told["relatedInformation"]!;
        Assert.Contains(related, place => (string)place!["location"]!["uri"]! == classes && (int)place["location"]!["range"]!["start"]!["line"]! == 3);
        Assert.Contains(related, place => (string)place!["location"]!["uri"]! == pod && (int)place["location"]!["range"]!["start"]!["line"]! == 5);

        await client.CloseAsync(classes);
        await client.RulesAsync(pod);
    }

    [Fact]
    public async Task Of_changes_that_follow_each_other_the_last_one_is_judged()
    {
        const int count = 200;
        using var workspace = new Workspace();
        workspace.Add("pod.yaml", Support.Samples.Quiet).Add("other.yaml", Support.Samples.Quiet);
        using var gate = new Gate();
        using var client = await LspClient.StartHereAsync(workspace, gate);
        var uri = LspClient.UriOf(workspace, "pod.yaml");
        await client.OpenAsync(uri, Support.Samples.Quiet);
        for (var version = 2; version <= count; version++)
        {
            await client.ChangeAsync(uri, version % 2 == 0 ? Support.Samples.Unsafe : Support.Samples.Quiet, version);
        }

        await client.TakenInAsync();
        gate.Open();

        Assert.Single(await client.SettledAsync(uri, count));
        Assert.Equal([(uri, count)], client.Told);
    }

    [Fact]
    public async Task Diagnostics_go_when_a_file_is_mended_excluded_or_deleted()
    {
        using var workspace = new Workspace();
        workspace.Add("a.yaml", Support.Samples.Unsafe).Add("b.yaml", Support.Samples.Unsafe).Add("c.yaml", Support.Samples.Unsafe).Add("d.yaml", Support.Samples.Unsafe);
        using var client = await LspClient.StartAsync(workspace);
        var uris = new[] { "a.yaml", "b.yaml", "c.yaml", "d.yaml" }.Select(file => LspClient.UriOf(workspace, file)).ToArray();
        foreach (var uri in uris)
        {
            await client.RulesAsync(uri, "ISM1001");
        }

        await client.OpenAsync(uris[0], Support.Samples.Quiet, 7);
        await client.DiagnosticsAsync(uris[0], static told => told.Count == 0, version: 7);

        workspace.Add("b.yaml", Support.Samples.Quiet);
        await client.WatchedAsync((uris[1], 2));
        await client.RulesAsync(uris[1]);

        File.Delete(workspace.PathOf("c.yaml"));
        await client.WatchedAsync((uris[2], 3));
        await client.RulesAsync(uris[2]);

        workspace.Add("isolation.json", """{ "exclude": ["d.yaml"] }""");
        await client.WatchedAsync((LspClient.UriOf(workspace, "isolation.json"), 1));
        await client.RulesAsync(uris[3]);

        // A buffer that was never saved goes with its document.
        var unsaved = LspClient.UriOf(workspace, "new/e.yaml");
        await client.OpenAsync(unsaved, Support.Samples.Unsafe);
        await client.RulesAsync(unsaved, "ISM1001");
        await client.CloseAsync(unsaved);
        await client.RulesAsync(unsaved);
    }

    [Fact]
    public async Task Settings_and_overlays_are_judged_as_they_are_typed()
    {
        using var workspace = new Workspace();
        workspace.Add("pod.yaml", Support.Samples.Quiet).Add("isolation.json", """{ "models": ["shop.isolation.json"] }""").Add("shop.isolation.json", Support.Samples.Overlay);
        using var client = await LspClient.StartAsync(workspace);
        var (pod, settings, overlay) = (LspClient.UriOf(workspace, "pod.yaml"), LspClient.UriOf(workspace, "isolation.json"), LspClient.UriOf(workspace, "shop.isolation.json"));
        await client.OpenAsync(settings, """{ "models": ["shop.isolation.json"], "needs": ["untrusted-cod"] }""");
        await client.RulesAsync(settings, "ISM0203");

        await client.ChangeAsync(settings, """{ "models": ["shop.isolation.json"], "needs": ["untrusted-code"] }""", 2);
        await client.RulesAsync(settings);
        await client.RulesAsync(pod, "ISM1001");

        await client.OpenAsync(overlay, Support.Samples.Overlay.Replace("\"kata\"", "\"kataa\"", StringComparison.Ordinal));
        await client.RulesAsync(overlay, "ISM0003");
    }

    [Fact]
    public async Task A_setting_without_effect_is_shown_as_superfluous()
    {
        using var workspace = new Workspace();
        var text = Support.Samples.Unsafe + "      securityContext: { runAsUser: 0, }\n# isolation: disable ISM2001 -- nothing\n";
        workspace.Add("pod.yaml", text);
        using var client = await LspClient.StartAsync(workspace);

        var told = await client.DiagnosticsAsync(LspClient.UriOf(workspace, "pod.yaml"), static told => told.Any(static one => (string)one!["code"]! == "ISM1103"));

        Assert.Equal(1, (int)Assert.Single((JsonArray)told.First(static one => (string)one!["code"]! == "ISM1103")!["tags"]!)!);
        Assert.Null(told.First(static one => (string)one!["code"]! == "ISM1001")!["tags"]);
    }

    [Fact]
    public async Task A_file_outside_of_all_folders_is_judged_by_itself()
    {
        using var workspace = new Workspace();
        workspace.Add("pod.yaml", Support.Samples.Unsafe).Add("other.yaml", Support.Samples.Unsafe);
        using var client = await LspClient.StartAsync(workspace, hasFolder: false);
        await client.OpenAsync(LspClient.UriOf(workspace, "pod.yaml"), Support.Samples.Unsafe);

        await client.RulesAsync(LspClient.UriOf(workspace, "pod.yaml"), "ISM1001");
        Assert.Equal([LspClient.UriOf(workspace, "pod.yaml")], (await client.SettledAsync(LspClient.UriOf(workspace, "pod.yaml"), 1)).Keys);
    }

    [Fact]
    public async Task Folders_come_and_go()
    {
        using var workspace = new Workspace();
        workspace.Add("one/pod.yaml", Support.Samples.Unsafe).Add("two/pod.yaml", Support.Samples.Unsafe);
        using var client = await LspClient.StartAsync(workspace, hasFolder: false);
        var (one, two) = (LspClient.UriOf(workspace, "one/pod.yaml"), LspClient.UriOf(workspace, "two/pod.yaml"));

        await client.TellAsync("workspace/didChangeWorkspaceFolders", Folders(added: [one], removed: []));
        await client.RulesAsync(one, "ISM1001");

        await client.TellAsync("workspace/didChangeWorkspaceFolders", Folders(added: [two], removed: [one]));
        await client.RulesAsync(two, "ISM1001");
        await client.RulesAsync(one);
    }

    [Fact]
    public async Task Clients_are_told_only_what_they_understand()
    {
        using var workspace = new Workspace();
        workspace.Add("pod.yaml", Support.Samples.Mislabelled);
        using var client = await LspClient.StartAsync(workspace, capabilities: []);

        var told = Assert.Single(await client.RulesAsync(LspClient.UriOf(workspace, "pod.yaml"), "ISM1001"))!.AsObject();

        Assert.Equal(["code", "message", "range", "severity", "source"], told.Select(static member => member.Key).Order(StringComparer.Ordinal));
        Assert.Empty(client.Registrations);
    }

    [Fact]
    public async Task Files_are_watched_by_clients_that_can()
    {
        using var workspace = new Workspace();
        using var client = await LspClient.StartAsync(workspace);
        await client.EndAsync();

        Assert.Equal("workspace/didChangeWatchedFiles", (string)Assert.Single(client.Registrations)[0]!["method"]!);
    }

    private static JsonObject Folders(string[] added, string[] removed)
    {
        return new JsonObject { ["event"] = new JsonObject { ["added"] = Of(added), ["removed"] = Of(removed) } };

        static JsonArray Of(string[] files) => new([.. files.Select(static file => new JsonObject { ["uri"] = file[..file.LastIndexOf('/')], ["name"] = "x" })]);
    }

    private static Workspace Samples()
    {
        var workspace = new Workspace();
        var folder = Path.Combine(AppContext.BaseDirectory, "samples");
        foreach (var file in Directory.GetFiles(folder, "*", SearchOption.AllDirectories))
        {
            workspace.Add(Path.Combine("samples", Path.GetRelativePath(folder, file)), File.ReadAllBytes(file));
        }

        return workspace;
    }

    private static Task<string> ReadAsync(Workspace workspace, string file) => File.ReadAllTextAsync(workspace.PathOf(file), TestContext.Current.CancellationToken);

    private static JsonObject RangeOf(string text, int start, int end)
    {
        var (from, to) = (Place(text, start), Place(text, end));
        return Edits.Range(from.Line, from.Character, to.Line, to.Character);

        static (int Line, int Character) Place(string text, int offset) => (text.AsSpan(0, offset).Count('\n'), offset - (offset == 0 ? 0 : text.LastIndexOf('\n', offset - 1) + 1));
    }

    private static async Task AssertSameAsCheckAsync(LspClient client, Workspace workspace, string uri, int version)
    {
        DateOnly day;
        IReadOnlyDictionary<string, JsonArray> settled;
        do
        {
            // The server judges on the day of the machine; where that ends meanwhile, nobody knows on which.
            day = Today();
            settled = await client.SettledAsync(uri, version);
        }
        while (day != Today());

        var check = workspace.Run("check", "--format", "json", "--day", day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        var expected = check.Json().GetProperty("findings").EnumerateArray().Select(finding => Line(
            new Uri(workspace.PathOf(finding.GetProperty("file").GetString()!)).AbsoluteUri,
            finding.GetProperty("ruleId").GetString()!,
            finding.GetProperty("severity").GetString() switch { "error" => 1, "warning" => 2, _ => 3 },
            finding.GetProperty("startLine").GetInt32() - 1,
            finding.GetProperty("startColumn").GetInt32() - 1,
            finding.GetProperty("endLine").GetInt32() - 1,
            finding.GetProperty("endColumn").GetInt32() - 1,
            finding.GetProperty("message").GetString()!)).Order(StringComparer.Ordinal).ToList();
        Assert.NotEmpty(expected);
        Assert.Equal(expected, settled.SelectMany(static file => file.Value.Select(one => Line(
            file.Key,
            (string)one!["code"]!,
            (int)one["severity"]!,
            (int)one["range"]!["start"]!["line"]!,
            (int)one["range"]!["start"]!["character"]!,
            (int)one["range"]!["end"]!["line"]!,
            (int)one["range"]!["end"]!["character"]!,
            (string)one["message"]!))).Order(StringComparer.Ordinal));
    }

    private static DateOnly Today() => DateOnly.FromDateTime(DateTime.UtcNow);

    private static string Line(string uri, string rule, int severity, int line, int character, int endLine, int endCharacter, string message) =>
        string.Create(CultureInfo.InvariantCulture, $"{uri} {rule} {severity} {line}:{character}-{endLine}:{endCharacter} {IsolationModel.Text.HarmlessText.Of(message)}");
}
