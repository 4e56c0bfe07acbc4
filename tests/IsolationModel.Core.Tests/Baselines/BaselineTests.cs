using IsolationModel.Baselines;
using IsolationModel.Findings;
using IsolationModel.Rules;
using IsolationModel.Text;

namespace IsolationModel.Core.Tests.Baselines;

public sealed class BaselineTests
{
    [Fact]
    public void A_baseline_is_sorted_and_has_an_entry_a_line()
    {
        var baseline = Baseline.Of([Find("b.yaml", 9), Find("a.yaml", 7, workload: "Pod shop/web", need: "untrusted-code", control: "x"), Find("a.yaml", 3)], Same);
        Assert.Equal(
            """
            {
              "schemaVersion": 1,
              "entries": [
                { "file": "a.yaml", "rule": "ISM9006", "message": "it is broken" },
                { "file": "a.yaml", "rule": "ISM9006", "workload": "Pod shop/web", "need": "untrusted-code", "control": "x", "message": "it is broken" },
                { "file": "b.yaml", "rule": "ISM9006", "message": "it is broken" }
              ]
            }

            """.ReplaceLineEndings("\n"),
            baseline.ToJson());
    }

    [Theory]
    [InlineData("\"quotes\" and \\")]
    [InlineData("a\nb\tc\0")]
    [InlineData("\ud83d\ude00 and a lone \ud83d")]
    [InlineData("\u2028\u007f\u0085")]
    public void Every_text_comes_back(string message)
    {
        var baseline = Baseline.Of([Find("a.yaml", 1, message)], Same);
        var read = Baseline.Read(baseline.ToJson());
        Assert.Null(read.Problem);
        Assert.Equal(baseline.Entries, read.Baseline!.Entries);
        Assert.DoesNotContain(baseline.ToJson(), c => char.IsControl(c) && c != '\n');
    }

    [Fact]
    public void An_empty_baseline_is_one() => Assert.Empty(Baseline.Read(Baseline.Of([], Same).ToJson()).Baseline!.Entries);

    [Fact]
    public void What_moves_is_known_again_and_what_is_new_is_told()
    {
        var baseline = Baseline.Of([Find("a.yaml", 1, "x at line 1, column 2"), Find("a.yaml", 5, "y")], Same);
        var comparison = baseline.Compare([Find("a.yaml", 8, "z"), Find("a.yaml", 30, "x at line 30, column 14")], Same);
        Assert.Equal(["z"], comparison.New.Select(finding => finding.Message));
        Assert.Equal(["x at line 30, column 14"], comparison.Known.Select(finding => finding.Message));
        Assert.Equal(["y"], comparison.Gone.Select(entry => entry.Message));
    }

    /// <summary>A baseline never holds mistakes in models; reports still have to know them again.</summary>
    [Fact]
    public void Every_finding_has_an_identity_that_no_other_has()
    {
        var mistake = Find("shop.isolation.json", 1) with { Rule = ModelRules.NotJson };
        Finding[] findings = [Find("a.yaml", 1), Find("a.yaml", 2), Find("b.yaml", 1), mistake];

        var identified = Baseline.Identify(findings, path => $"deploy/{path}").ToList();

        Assert.Equal(findings, identified.Select(pair => pair.Finding));
        Assert.Distinct(identified.Select(pair => pair.Identity));
        Assert.Equal([1, 2, 1, 1], identified.Select(pair => pair.Identity.Ordinal));
        Assert.Equal("deploy/shop.isolation.json", identified[3].Identity.File);
        Assert.Equal(3, Baseline.Of(findings, Same).Entries.Count);
    }

    [Fact]
    public void Of_equal_findings_as_many_are_known_as_there_were()
    {
        var baseline = Baseline.Of([Find("a.yaml", 1), Find("a.yaml", 2)], Same);
        Assert.Equal([1, 2], baseline.Entries.Select(entry => entry.Ordinal));
        var more = baseline.Compare([Find("a.yaml", 1), Find("a.yaml", 2), Find("a.yaml", 3)], Same);
        Assert.Equal((1, 2, 0), (more.New.Count, more.Known.Count, more.Gone.Count));
        var less = baseline.Compare([Find("a.yaml", 9)], Same);
        Assert.Equal((0, 1, 1), (less.New.Count, less.Known.Count, less.Gone.Count));
    }

    [Fact]
    public void Paths_are_those_that_are_seen_from_the_baseline()
    {
        var baseline = Baseline.Of([Find("deploy/a.yaml", 1), Find(string.Empty, 1)], path => "../" + path);
        Assert.Equal(["", "../deploy/a.yaml"], baseline.Entries.Select(entry => entry.File));
    }

    [Fact]
    public void Mistakes_of_a_model_are_never_accepted()
    {
        var mistake = Finding.At(ModelRules.All[0], FindingSeverity.Error, "m.isolation.json", LineMap.Empty, default, "bad");
        Assert.Empty(Baseline.Of([mistake], Same).Entries);
        Assert.Equal([mistake], Baseline.Of([mistake], Same).Compare([mistake], Same).New);
    }

    [Theory]
    [InlineData("", 1, 1, "it is not JSON")]
    [InlineData("{\n  \"schemaVersion\": 1,\n  nothing", 3, 3, "it is not JSON")]
    [InlineData("[]", 1, 1, "must be an object")]
    [InlineData("{}", 1, 1, "no 'schemaVersion'")]
    [InlineData("{ \"schemaVersion\": 2, \"new\": 1 }", 1, 20, "not 1; write it anew")]
    [InlineData("{ \"schemaVersion\": \"1\" }", 1, 20, "not 1")]
    [InlineData("{ \"schemaVersion\": 1, \"schemaVersion\": 1 }", 1, 23, "stands twice")]
    [InlineData("{ \"schemaVersion\": 1 }", 1, 1, "'entries' must be a list")]
    [InlineData("{ \"schemaVersion\": 1, \"entrys\": [] }", 1, 23, "did you mean 'entries'?")]
    [InlineData("{ \"schemaVersion\": 1, \"entries\": {} }", 1, 34, "'entries' must be a list")]
    [InlineData("{ \"schemaVersion\": 1, \"entries\": [ 1 ] }", 1, 36, "must be an object")]
    [InlineData("{ \"schemaVersion\": 1, \"entries\": [ {} ] }", 1, 36, "no 'file'")]
    [InlineData("{ \"schemaVersion\": 1, \"entries\": [ { \"file\": 1 } ] }", 1, 46, "'file' must be a string")]
    [InlineData("{ \"schemaVersion\": 1, \"entries\": [ { \"file\": \"a\", \"rule\": \"b\", \"message\": \"c\", \"ordinal\": 0 } ] }", 1, 91, "'ordinal' must be")]
    [InlineData("{ \"schemaVersion\": 1, \"entries\": [ { \"file\": \"a\", \"rule\": \"b\", \"message\": \"c\" },\n{ \"file\": \"a\", \"rule\": \"b\", \"message\": \"c\", \"ordinal\": 1 } ] }", 2, 1, "stands twice")]
    public void A_broken_baseline_is_told_where_it_is_broken(string text, int line, int column, string message)
    {
        var reading = Baseline.Read(text);
        Assert.Null(reading.Baseline);
        Assert.Contains(message, reading.Problem, StringComparison.Ordinal);
        Assert.Equal(new TextPosition(line, column), reading.Position);
    }

    private static string Same(string path) => path;

    private static Finding Find(string file, int line, string message = "it is broken", string? workload = null, string? need = null, string? control = null) =>
        Finding.At(InputRules.SyntaxError, FindingSeverity.Warning, file, LineMap.Empty, new TextRange(line * 10, 1), message) with
        {
            Workload = workload,
            Need = need,
            Control = control,
        };
}
