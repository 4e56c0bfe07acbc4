using System.Text.Json;
using IsolationModel.Cli.Tests.Support;

namespace IsolationModel.Cli.Tests;

public sealed class JsonReportTests
{
    [Fact]
    public void Properties_stand_in_the_order_of_the_contract()
    {
        using var workspace = new Workspace();
        workspace.Add("pod.yaml", Samples.Mislabelled);

        var json = workspace.Run("check", ".", "--format", "json").Json();

        Assert.Equal(["schemaVersion", "tool", "model", "workloads", "findings", "summary", "suppressed"], Names(json));
        Assert.Equal(["name", "version", "informationUri"], Names(json.GetProperty("tool")));
        Assert.Equal(["id", "version"], Names(json.GetProperty("model")));
        Assert.Equal(
            ["file", "line", "kind", "namespace", "name", "technology", "confidence", "boundary", "needs", "part", "recognised", "judged", "platform", "verdict"],
            Names(json.GetProperty("workloads")[0]));
        Assert.Equal(["base", "effective"], Names(json.GetProperty("workloads")[0].GetProperty("boundary")));
        Assert.Equal(
            [
                "ruleId", "category", "severity", "message", "file", "startLine", "startColumn", "endLine", "endColumn", "workload", "need",
                "control", "technology", "alternatives", "helpUri",
            ],
            Names(json.GetProperty("findings")[0]));
        Assert.Equal(["id", "verdict", "shortfall"], Names(json.GetProperty("findings")[0].GetProperty("alternatives")[0]));
        Assert.Equal(
            ["files", "skipped", "documents", "workloads", "errors", "warnings", "infos", "undetermined", "suppressed", "inBaseline", "goneFromBaseline", "partial"],
            Names(json.GetProperty("summary")));
    }

    [Fact]
    public void A_report_says_who_made_it_and_by_which_model()
    {
        using var workspace = new Workspace();
        workspace.Add("pod.yaml", Samples.Quiet);

        var json = workspace.Run("check", ".", "--format", "json").Json();

        Assert.Equal(1, json.GetProperty("schemaVersion").GetInt32());
        Assert.Equal("isolation", json.GetProperty("tool").GetProperty("name").GetString());
        Assert.Equal(ProductInfo.Version, json.GetProperty("tool").GetProperty("version").GetString());
        Assert.Equal(ProductInfo.ProjectUrl, json.GetProperty("tool").GetProperty("informationUri").GetString());
        Assert.Equal("isolation-model", json.GetProperty("model").GetProperty("id").GetString());
        Assert.Equal("0.1.0", json.GetProperty("model").GetProperty("version").GetString());
        Assert.Equal(0, json.GetProperty("findings").GetArrayLength());
    }

    [Fact]
    public void A_workload_is_told_with_its_technology_and_boundary()
    {
        using var workspace = new Workspace();
        workspace.Add("deploy/pod.yaml", Samples.Mislabelled);

        var workload = workspace.Run("check", ".", "--format", "json").Json().GetProperty("workloads")[0];

        Assert.Equal("deploy/pod.yaml", workload.GetProperty("file").GetString());
        Assert.Equal(10, workload.GetProperty("line").GetInt32());
        Assert.Equal("Pod", workload.GetProperty("kind").GetString());
        Assert.Equal("shop", workload.GetProperty("namespace").GetString());
        Assert.Equal("plugins", workload.GetProperty("name").GetString());
        Assert.Equal("runc", workload.GetProperty("technology").GetString());
        Assert.Equal("known", workload.GetProperty("confidence").GetString());
        Assert.Equal(["shared-kernel", "shared-kernel"], Strings(workload.GetProperty("boundary").GetProperty("base")));
        Assert.Equal(["weakened", "shared-kernel"], Strings(workload.GetProperty("boundary").GetProperty("effective")));
        Assert.Equal(["untrusted-code"], Strings(workload.GetProperty("needs")));
    }

    [Theory]
    [InlineData(Samples.Quiet, "runc", "assumedDefault")]
    [InlineData(Samples.Unproven, "gvisor", "likely")]
    [InlineData(Samples.Mislabelled, "runc", "known")]
    public void Confidence_is_told_by_word(string text, string technology, string confidence)
    {
        using var workspace = new Workspace();
        workspace.Add("pod.yaml", text);

        var workload = workspace.Run("check", ".", "--format", "json").Json().GetProperty("workloads")[0];

        Assert.Equal(technology, workload.GetProperty("technology").GetString());
        Assert.Equal(confidence, workload.GetProperty("confidence").GetString());
    }

    [Fact]
    public void What_is_not_known_is_null()
    {
        using var workspace = new Workspace();
        workspace.Add("pod.yaml", Samples.Unproven.Replace("gvisor", "vault", StringComparison.Ordinal));

        var json = workspace.Run("check", ".", "--format", "json").Json();

        var workload = json.GetProperty("workloads")[0];
        Assert.Equal("unknown", workload.GetProperty("confidence").GetString());
        Assert.All(["namespace", "technology", "boundary"], name => Assert.Equal(JsonValueKind.Null, workload.GetProperty(name).ValueKind));
        Assert.All(["control", "technology"], name => Assert.Equal(JsonValueKind.Null, json.GetProperty("findings")[0].GetProperty(name).ValueKind));
        Assert.Equal(1, json.GetProperty("summary").GetProperty("undetermined").GetInt32());
    }

    [Fact]
    public void A_finding_is_told_with_its_exact_range_and_its_alternatives()
    {
        using var workspace = new Workspace();
        workspace.Add("pod.yaml", Samples.Mislabelled);

        var finding = workspace.Run("check", ".", "--format", "json").Json().GetProperty("findings")[0];

        Assert.Equal("ISM1001", finding.GetProperty("ruleId").GetString());
        Assert.Equal("suitability", finding.GetProperty("category").GetString());
        Assert.Equal("warning", finding.GetProperty("severity").GetString());
        Assert.StartsWith("Pod shop/plugins needs 'untrusted-code'", finding.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Equal("pod.yaml", finding.GetProperty("file").GetString());
        Assert.Equal([15, 21, 15, 27], Range(finding));
        Assert.Equal("Pod shop/plugins", finding.GetProperty("workload").GetString());
        Assert.Equal("untrusted-code", finding.GetProperty("need").GetString());
        Assert.Equal(JsonValueKind.Null, finding.GetProperty("control").ValueKind);
        Assert.Equal("runc", finding.GetProperty("technology").GetString());
        Assert.Equal($"{ProductInfo.ProjectUrl}/blob/v{ProductInfo.Version}/analyzers/docs/rules/ISM1001.md", finding.GetProperty("helpUri").GetString());
        var alternatives = finding.GetProperty("alternatives").EnumerateArray().ToList();
        Assert.Contains(alternatives, alternative => alternative.GetProperty("id").GetString() == "gvisor" && alternative.GetProperty("verdict").GetString() == "suitable");
        Assert.Contains(alternatives, alternative => alternative.GetProperty("verdict").GetString() == "unproven");
        Assert.DoesNotContain(alternatives, alternative => alternative.GetProperty("id").GetString() == "runc");
        Assert.All(alternatives, alternative => Assert.True(alternative.GetProperty("shortfall").GetInt32() >= 0));
    }

    [Theory]
    [InlineData(Samples.Misspelt, "ISM1101", "declaration", "error")]
    [InlineData(Samples.Unproven, "ISM1501", "undetermined", "info")]
    [InlineData("apiVersion: v1\nkind: [", "ISM9006", "input", "warning")]
    public void Categories_and_severities_are_told_by_word(string text, string rule, string category, string severity)
    {
        using var workspace = new Workspace();
        workspace.Add("pod.yaml", text);

        var finding = Assert.Single(workspace.Run("check", ".", "--format", "json").Json().GetProperty("findings").EnumerateArray());

        Assert.Equal(rule, finding.GetProperty("ruleId").GetString());
        Assert.Equal(category, finding.GetProperty("category").GetString());
        Assert.Equal(severity, finding.GetProperty("severity").GetString());
    }

    [Fact]
    public void The_summary_agrees_with_the_lists()
    {
        using var workspace = new Workspace();
        workspace.Add("1.yaml", Samples.Unsafe).Add("2.yaml", Samples.Unproven).Add("3.yaml", Samples.Misspelt).Add("4.yaml", Samples.Quiet)
            .Add("5.md", "no descriptor").Add("shop.isolation.json", "{");

        var json = workspace.Run("check", ".", "--model", "shop.isolation.json", "--format", "json").Json();

        var summary = json.GetProperty("summary");
        var severities = json.GetProperty("findings").EnumerateArray().Select(finding => finding.GetProperty("severity").GetString()).ToList();
        Assert.Equal([4, 2, 4, 4, 2, 1, 1, 0, 0, 0, 0], Names(summary).SkipLast(1).Select(name => summary.GetProperty(name).GetInt32()));
        Assert.False(summary.GetProperty("partial").GetBoolean());
        Assert.Equal(4, json.GetProperty("workloads").GetArrayLength());
        Assert.Equal(["error", "error", "info", "warning"], severities.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Names_stay_readable_and_are_data()
    {
        using var workspace = new Workspace();
        workspace.Add("pod.yaml", Samples.Unsafe.Replace("plugins", "\"<größe> & 'x' \\e[31m\"", StringComparison.Ordinal));

        var run = workspace.Run("check", ".", "--format", "json");

        Assert.Contains("<größe> & 'x' \\u001B[31m", run.Output, StringComparison.Ordinal);
        Assert.Equal("<größe> & 'x' \u001b[31m", run.Json().GetProperty("workloads")[0].GetProperty("name").GetString());
    }

    private static IEnumerable<string> Names(JsonElement element) => element.EnumerateObject().Select(property => property.Name);

    private static IEnumerable<string?> Strings(JsonElement element) => element.EnumerateArray().Select(item => item.GetString());

    private static IEnumerable<int> Range(JsonElement finding)
    {
        foreach (var name in new[] { "startLine", "startColumn", "endLine", "endColumn" })
        {
            yield return finding.GetProperty(name).GetInt32();
        }
    }
}
