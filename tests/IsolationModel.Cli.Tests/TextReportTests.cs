using IsolationModel.Cli.Output;
using IsolationModel.Cli.Tests.Support;
using IsolationModel.Evaluation;
using IsolationModel.Findings;
using IsolationModel.Modeling;
using IsolationModel.Rules;
using IsolationModel.Text;

namespace IsolationModel.Cli.Tests;

public sealed class TextReportTests
{
    [Fact]
    public void A_report_on_real_files_reads_as_expected()
    {
        using var workspace = new Workspace();
        workspace.Add("deploy/1-plugins.yaml", Samples.Mislabelled.Replace("gvisor", "sandboxed", StringComparison.Ordinal)).Add("deploy/2-renderer.yaml", Samples.Unproven).Add("deploy/3-importer.yaml", Samples.Misspelt)
            .Add("deploy/4-web.yaml", Samples.Quiet).Add("deploy/README.md", "Not a descriptor.");

        Golden.Verify("Sample.verified.txt", string.Join('\n', workspace.Run("check", "deploy").Output.Split('\n').Select(Shorten)));
    }

    [Fact]
    public void Text_and_json_tell_the_same()
    {
        using var workspace = new Workspace();
        workspace.Add("1.yaml", Samples.Mislabelled).Add("2.yaml", Samples.Misspelt).Add("3.yaml", "apiVersion: v1\nkind: [");

        var expected = workspace.Run("check", ".", "--format", "json").Json().GetProperty("findings").EnumerateArray().Select(finding =>
            $"{finding.GetProperty("file")}({finding.GetProperty("startLine")},{finding.GetProperty("startColumn")}): "
            + $"{finding.GetProperty("severity")} {finding.GetProperty("ruleId")}: {finding.GetProperty("message")}");

        Assert.Equal(expected, workspace.Run("check", ".").FindingLines);
    }

    [Fact]
    public void Every_part_of_a_finding_has_its_line()
    {
        Golden.Verify("EveryPart.verified.txt", Write(Everything(), usesColor: false));
    }

    [Fact]
    public void Colours_only_add_to_the_text()
    {
        var colored = Write(Everything(), usesColor: true);

        Assert.Contains("\u001b[1;31merror ISM1101\u001b[0m: ", colored, StringComparison.Ordinal);
        Assert.Contains("\u001b[1;33mwarning ISM1001\u001b[0m: ", colored, StringComparison.Ordinal);
        Assert.Contains("\u001b[1;36minfo ISM9006\u001b[0m: ", colored, StringComparison.Ordinal);
        var plain = new[] { "\u001b[1;31m", "\u001b[1;33m", "\u001b[1;36m", "\u001b[2m", "\u001b[0m" }
            .Aggregate(colored, (text, code) => text.Replace(code, string.Empty, StringComparison.Ordinal));
        Assert.Equal(Write(Everything(), usesColor: false), plain);
    }

    [Theory]
    [InlineData(0, 0, 0, 0, 0, 0, 0, 0, "0 files, 0 documents, 0 workloads: 0 findings, 0 workloads undetermined, 0 files skipped")]
    [InlineData(1, 1, 1, 1, 1, 0, 0, 1, "1 file, 1 document, 1 workload: 1 finding (1 error), 1 workload undetermined, 1 file skipped")]
    [InlineData(2, 3, 4, 5, 1, 2, 3, 6, "2 files, 4 documents, 5 workloads: 6 findings (1 error, 2 warnings, 3 infos), 6 workloads undetermined, 3 files skipped")]
    [InlineData(2000, 0, 3000, 1, 0, 1, 1, 0, "2000 files, 3000 documents, 1 workload: 2 findings (1 warning, 1 info), 0 workloads undetermined, 0 files skipped")]
    public void The_summary_counts_in_good_grammar(int files, int skipped, int documents, int workloads, int errors, int warnings, int infos, int undetermined, string expected)
    {
        Assert.Equal(expected, TextSummary.Of(new EvaluationSummary(files, skipped, documents, workloads, errors, warnings, infos, undetermined, infos)));
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("plain 'text' {x}", "plain 'text' {x}")]
    [InlineData("größe 中文 🚀 é", "größe 中文 🚀 é")]
    [InlineData("a\r\n\tb", @"a\r\n\tb")]
    [InlineData("\u001b[31m\u009b1m\u0007\u007f", @"\u001B[31m\u009B1m\u0007\u007F")]
    [InlineData("\u202e\u2066\u200f\u200b\ufeff", @"\u202E\u2066\u200F\u200B\uFEFF")]
    [InlineData("\u2028\u2029\u0085", @"\u2028\u2029\u0085")]
    [InlineData("\U000E0041", @"\U000E0041")]
    public void What_is_no_visible_character_is_spelt_out(string text, string expected)
    {
        Assert.Equal(expected, HarmlessText.Of(text));
    }

    [Fact]
    public void Halves_of_characters_are_spelt_out()
    {
        Assert.Equal(@"\uD800x\uDC00", HarmlessText.Of("\ud800x\udc00"));
    }

    [Fact]
    public void Overlong_text_is_cut_between_characters()
    {
        var cut = HarmlessText.Of(new string('a', 3999) + string.Concat(Enumerable.Repeat("🚀", 5000)));

        Assert.Equal(new string('a', 3999) + "... (13999 characters)", cut);
    }

    /// <summary>Leaves out what the model and the rules say: their words may change, the layout may not.</summary>
    private static string Shorten(string line)
    {
        var isFinding = line.Length > 0 && line[0] != ' ' && line.Contains(" ISM", StringComparison.Ordinal);
        var end = line.IndexOf(": ", isFinding ? line.IndexOf(" ISM", StringComparison.Ordinal) : 0, StringComparison.Ordinal);
        return end < 0 || !(isFinding || line.StartsWith("    ", StringComparison.Ordinal)) ? line : line[..(end + 2)] + "...";
    }

    private static string Write(Report report, bool usesColor)
    {
        using var stream = new MemoryStream();
        new TextReportWriter().Write(report, stream, new ReportStyle(usesColor));
        return Workspace.Text(stream.ToArray());
    }

    private static Report Everything()
    {
        var lines = new LineMap("ab\ncd");
        var misspelt = Finding.At(Rule("ISM1101"), FindingSeverity.Error, "a.yaml", lines, new TextRange(0, 2), "first message");
        var unfit = Finding.At(Rule("ISM1001"), FindingSeverity.Warning, "b.yaml", lines, new TextRange(4, 1), "second message") with
        {
            Workload = "Pod shop/web",
            Need = "untrusted-code",
            TechnologyId = "runc",
            Reasons = new EquatableArray<string>(["need: why", "runtime: which", "line\nend"]),
            Alternatives = new EquatableArray<Alternative>(
                [new("gvisor", "gVisor", Verdict.Suitable, 0), new("kata", "Kata Containers", Verdict.Suitable, 2), new("runwasi", "runwasi shims", Verdict.Unproven, 0)]),
            Related = new EquatableArray<RelatedLocation>(
                [RelatedLocation.At("c.yaml", lines, new TextRange(4, 1), "it is declared here"), RelatedLocation.At("d\u001b.yaml", lines, default, "and here")]),
        };
        var note = Finding.At(Rule("ISM9006"), FindingSeverity.Info, "<stdin>", LineMap.Empty, default, "third message");
        return new Report(
            BuiltInModel.Definition,
            new ModelIndex(BuiltInModel.Definition).BoundaryScale,
            [],
            [misspelt, unfit, note],
            new EvaluationSummary(3, 0, 3, 1, 1, 1, 1, 0, 0));
    }

    private static RuleDescriptor Rule(string id) => RuleSet.All.First(rule => rule.Id == id);
}
