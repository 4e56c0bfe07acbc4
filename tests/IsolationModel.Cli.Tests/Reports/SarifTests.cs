using System.Text.Json;
using IsolationModel.Cli.Output;
using IsolationModel.Cli.Output.Sarif;
using IsolationModel.Cli.Tests.Support;
using IsolationModel.Findings;

namespace IsolationModel.Cli.Tests.Reports;

public sealed class SarifTests
{
    private static readonly string[] Formats = ["sarif", "github-sarif"];

    [Theory]
    [InlineData("sarif")]
    [InlineData("github-sarif")]
    public void Every_report_is_valid_by_the_published_schema(string format)
    {
        Assert.Empty(SchemaFile.SarifErrors(ReportSample.In(format, ReportSample.Everything)));
        Assert.Empty(SchemaFile.SarifErrors(ReportSample.In(format, ReportSample.Nothing)));
        Assert.Empty(SchemaFile.SarifErrors(ReportSample.In(format, ReportSample.Stopped)));
    }

    [Fact]
    public void The_schema_is_one_that_refuses()
    {
        var text = ReportSample.In("sarif", ReportSample.Everything);
        Assert.NotEmpty(SchemaFile.SarifErrors(text.Replace("\"level\": \"note\"", "\"level\": \"info\"", StringComparison.Ordinal)));
        Assert.NotEmpty(SchemaFile.SarifErrors(text.Replace("\"startLine\": 1,", "\"startLine\": 0,", StringComparison.Ordinal)));
        Assert.NotEmpty(SchemaFile.SarifErrors(text.Replace("\"ruleIndex\"", "\"ruleNumber\"", StringComparison.Ordinal)));
    }

    [Fact]
    public void Samples_give_what_github_documents()
    {
        using var workspace = new Workspace();
        workspace.Add("deploy/a b.yaml", Samples.Mislabelled).Add("deploy/größe.yaml", Samples.Unproven).Add("deploy/bad.yaml", Samples.Misspelt).Add("deploy/worse.yaml", "apiVersion: v1\nkind: [");

        var text = workspace.Run("check", "deploy", "--format", "github-sarif").Output;

        Assert.Empty(SchemaFile.SarifErrors(text));
        var run = Run(text);
        var rules = run.GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray().ToList();
        Assert.All(rules, rule =>
        {
            Assert.InRange(rule.GetProperty("properties").GetProperty("tags").GetArrayLength(), 1, 10);
            Assert.InRange(rule.GetProperty("name").GetString()!.Length, 1, 255);
            Assert.InRange(rule.GetProperty("shortDescription").GetProperty("text").GetString()!.Length, 1, 1024);
            Assert.InRange(rule.GetProperty("fullDescription").GetProperty("text").GetString()!.Length, 1, 1024);
            Assert.Contains("## How to fix it", rule.GetProperty("help").GetProperty("markdown").GetString(), StringComparison.Ordinal);
            Assert.DoesNotContain("](../", rule.GetProperty("help").GetProperty("markdown").GetString(), StringComparison.Ordinal);
            Assert.DoesNotContain("](ISM", rule.GetProperty("help").GetProperty("markdown").GetString(), StringComparison.Ordinal);
        });
        Assert.All(run.GetProperty("results").EnumerateArray(), result =>
        {
            Assert.Equal(rules[result.GetProperty("ruleIndex").GetInt32()].GetProperty("id").GetString(), result.GetProperty("ruleId").GetString());
            var place = Assert.Single(result.GetProperty("locations").EnumerateArray()).GetProperty("physicalLocation");
            Assert.True(Uri.TryCreate(place.GetProperty("artifactLocation").GetProperty("uri").GetString(), UriKind.Relative, out _));
            Assert.All(["startLine", "startColumn", "endLine", "endColumn"], name => Assert.True(place.GetProperty("region").GetProperty(name).GetInt32() > 0));
            Assert.NotEmpty(result.GetProperty("partialFingerprints").EnumerateObject());
            Assert.False(result.TryGetProperty("suppressions", out _));
            Assert.False(result.TryGetProperty("baselineState", out _));
        });
        Assert.DoesNotContain(workspace.Root, text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_clean_run_has_an_empty_list_of_results()
    {
        using var workspace = new Workspace();
        workspace.Add("pod.yaml", Samples.Quiet);

        foreach (var format in Formats)
        {
            var text = workspace.Run("check", "pod.yaml", "--format", format).Output;
            Assert.Equal(0, Run(text).GetProperty("results").GetArrayLength());
            Assert.EndsWith("}\n", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Accepted_findings_are_told_as_such_and_not_to_github()
    {
        using var workspace = new Workspace();
        workspace.Add("known.yaml", Samples.Unsafe)
            .Add("suppressed.yaml", Samples.Unsafe.Replace("spec:", "spec: # isolation: disable ISM1001 until 2026-12-31 -- moves to gVisor", StringComparison.Ordinal));
        workspace.Run("check", ".", "--write-baseline", "baseline.json");
        workspace.Add("new.yaml", Samples.Unsafe);

        string[] args = ["check", "known.yaml", "new.yaml", "suppressed.yaml", "--baseline", "baseline.json", "--format"];
        var results = Run(workspace.Run([.. args, "sarif"]).Output).GetProperty("results").EnumerateArray().ToDictionary(FileOf, StringComparer.Ordinal);
        var open = Run(workspace.Run([.. args, "github-sarif"]).Output).GetProperty("results");

        Assert.Equal("new.yaml", FileOf(Assert.Single(open.EnumerateArray())));
        Assert.Equal(("new", "unchanged"), (results["new.yaml"].GetProperty("baselineState").GetString(), results["known.yaml"].GetProperty("baselineState").GetString()));
        Assert.All(["new.yaml", "known.yaml"], file => Assert.False(results[file].TryGetProperty("suppressions", out _)));
        var suppression = Assert.Single(results["suppressed.yaml"].GetProperty("suppressions").EnumerateArray());
        Assert.Equal(
            ("inSource", "accepted", "moves to gVisor (until 2026-12-31)"),
            (suppression.GetProperty("kind").GetString(), suppression.GetProperty("status").GetString(), suppression.GetProperty("justification").GetString()));
        Assert.Equal(7, suppression.GetProperty("location").GetProperty("physicalLocation").GetProperty("region").GetProperty("startLine").GetInt32());
    }

    /// <summary>Edits applied as a reader of SARIF would apply them: by lines and columns.</summary>
    [Fact]
    public void A_fix_can_be_applied_by_lines_and_columns()
    {
        using var workspace = new Workspace();
        workspace.Add("pod.yaml", Samples.Misspelt);

        var result = Assert.Single(Run(workspace.Run("check", "pod.yaml", "--format", "sarif").Output).GetProperty("results").EnumerateArray());

        var change = Assert.Single(Assert.Single(result.GetProperty("fixes").EnumerateArray()).GetProperty("artifactChanges").EnumerateArray());
        Assert.Equal("pod.yaml", change.GetProperty("artifactLocation").GetProperty("uri").GetString());
        var replacement = Assert.Single(change.GetProperty("replacements").EnumerateArray());
        var region = replacement.GetProperty("deletedRegion");
        var lines = Samples.Misspelt.Split('\n');
        var line = region.GetProperty("startLine").GetInt32();
        Assert.Equal(line, region.GetProperty("endLine").GetInt32());
        lines[line - 1] = string.Concat(
            lines[line - 1].AsSpan(0, region.GetProperty("startColumn").GetInt32() - 1),
            replacement.GetProperty("insertedContent").GetProperty("text").GetString(),
            lines[line - 1].AsSpan(region.GetProperty("endColumn").GetInt32() - 1));
        workspace.Add("pod.yaml", string.Join('\n', lines));
        Assert.DoesNotContain("ISM1101", workspace.Run("check", "pod.yaml").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void An_insertion_deletes_nothing_and_says_so()
    {
        var fix = Run(ReportSample.In("sarif", ReportSample.Everything)).GetProperty("results").EnumerateArray().Single(result => result.TryGetProperty("fixes", out _)).GetProperty("fixes")[0];
        var replacements = fix.GetProperty("artifactChanges")[0].GetProperty("replacements").EnumerateArray().ToList();

        // An end that is left out would be the end of the line.
        var region = replacements[1].GetProperty("deletedRegion");
        Assert.Equal(region.GetProperty("startLine").GetInt32(), region.GetProperty("endLine").GetInt32());
        Assert.Equal(region.GetProperty("startColumn").GetInt32(), region.GetProperty("endColumn").GetInt32());
        Assert.Equal("# gVisor\n", replacements[1].GetProperty("insertedContent").GetProperty("text").GetString());
        Assert.False(replacements[2].TryGetProperty("insertedContent", out _));
    }

    [Theory]
    [InlineData("pod.yaml", "pod.yaml")]
    [InlineData("my files/größe #1?.yaml", "my%20files/gr%C3%B6%C3%9Fe%20%231%3F.yaml")]
    [InlineData("a:b/100%.yaml", "a%3Ab/100%25.yaml")]
    [InlineData("/srv/a b.yaml", "file:///srv/a%20b.yaml")]
    [InlineData("<stdin>", "%3Cstdin%3E")]
    public void Paths_become_addresses(string path, string expected)
    {
        Assert.Equal(expected, SarifArtifact.UriOf(path));
    }

    [Fact]
    public void A_stopped_run_and_a_model_with_mistakes_are_no_success()
    {
        static JsonElement Invocation(Report report) => Run(ReportSample.In("sarif", report)).GetProperty("invocations")[0];
        var mistake = ReportSample.Everything.Findings[1] with { Rule = Rules.ModelRules.NotJson };

        Assert.True(Invocation(ReportSample.Everything).GetProperty("executionSuccessful").GetBoolean());
        Assert.False(Invocation(ReportSample.Everything with { Findings = [mistake] }).GetProperty("executionSuccessful").GetBoolean());
        Assert.False(Invocation(ReportSample.Stopped).GetProperty("executionSuccessful").GetBoolean());
        Assert.Equal("error", Assert.Single(Invocation(ReportSample.Stopped).GetProperty("toolExecutionNotifications").EnumerateArray()).GetProperty("level").GetString());
    }

    [Fact]
    public void What_github_would_refuse_is_cut_with_a_word_and_the_worst_stays()
    {
        var many = ReportSample.Many(25_003);

        var cut = Run(ReportSample.In("github-sarif", many));
        var notice = Assert.Single(cut.GetProperty("invocations")[0].GetProperty("toolExecutionNotifications").EnumerateArray());
        Assert.Equal(25_000, cut.GetProperty("results").GetArrayLength());
        Assert.StartsWith("3 of the least severe results are left out", notice.GetProperty("message").GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Equal(many.Findings.Count(finding => finding.Severity == FindingSeverity.Error), cut.GetProperty("results").EnumerateArray().Count(result => result.GetProperty("level").GetString() == "error"));
        Assert.Equal(25_003, Run(ReportSample.In("sarif", many)).GetProperty("results").GetArrayLength());
    }

    [Fact]
    public void Names_make_no_links()
    {
        var hostile = ReportSample.Everything.Findings[2] with { Message = @"Pod [click](https://example.org) \ [x](1) needs more" };

        var text = Run(ReportSample.In("sarif", ReportSample.Nothing with { Findings = [hostile] })).GetProperty("results")[0].GetProperty("message").GetProperty("text").GetString()!;

        Assert.StartsWith(@"Pod \[click\](https://example.org) \\ \[x\](1) needs more.", text, StringComparison.Ordinal);
        Assert.Contains("\nsee [deploy/my plugins.yaml(13,31)](1): 'untrusted-code' is declared here", text, StringComparison.Ordinal);
    }

    private static JsonElement Run(string text)
    {
        using var document = JsonDocument.Parse(text);
        return Assert.Single(document.RootElement.Clone().GetProperty("runs").EnumerateArray());
    }

    private static string FileOf(JsonElement result) => result.GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("artifactLocation").GetProperty("uri").GetString()!;
}
