using IsolationModel.CodeFixes;
using IsolationModel.Conformance.Documentation;
using IsolationModel.Rules;

namespace IsolationModel.Conformance.Fixes;

/// <summary>Every fix that an example of a rule's page offers: it mends what it says, breaks nothing, and keeps the rest of the text.</summary>
public sealed class PageFixTests
{
    private static readonly Dictionary<string, PageExample> ByName = RulePage.All
        .SelectMany(page => page.Examples)
        .Where(example => example.Format == ExampleFormat.Kubernetes)
        .ToDictionary(example => example.ToString(), StringComparer.Ordinal);

    public static TheoryData<string> Examples => new(ByName.Keys.Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Examples))]
    public void A_fix_mends_what_it_says_and_breaks_nothing(string name)
    {
        var run = new FixRun(ByName[name].Overlay);
        var text = ByName[name].Content.Text;
        var before = run.Judge(text);
        foreach (var finding in before.Where(finding => finding.FixTitle is not null))
        {
            Assert.NotEmpty(finding.Edits);
            var after = run.Judge(FixRun.Apply(text, finding.Edits));
            Assert.True(
                after.Count(other => FixRun.Subject(other) == FixRun.Subject(finding)) < before.Count(other => FixRun.Subject(other) == FixRun.Subject(finding)),
                $"'{finding.FixTitle}' does not mend {finding.Rule.Id} ({finding.Message})");
            // A need that was misspelt is checked from now on: what that finds was there before.
            var news = finding.Rule.Id == "ISM1101" ? [] : after.Select(FixRun.Subject).Except(before.Select(FixRun.Subject)).ToList();
            Assert.True(news.Count == 0, $"'{finding.FixTitle}' for {finding.Rule.Id} makes {string.Join(", ", news)}");
        }
    }

    /// <summary>What tables say of fixes: each is shown by an example of a page, or is one of the compiler's, which have tests of their own.</summary>
    [Fact]
    public void A_rule_says_whether_it_has_a_fix()
    {
        var shown = ByName.Values.SelectMany(example => new FixRun(example.Overlay).Judge(example.Content.Text)).Where(finding => finding.FixTitle is not null).Select(finding => finding.Rule.Id);
        string[] compiler = ["ISM3001", "ISM3002", "ISM3003", .. new NeedFixProvider().FixableDiagnosticIds, .. new TechnologyFixProvider().FixableDiagnosticIds, .. new SettingFixProvider().FixableDiagnosticIds];
        Assert.Equal(shown.Concat(compiler).Distinct().Order(StringComparer.Ordinal), RuleSet.All.Where(rule => rule.HasFix).Select(rule => rule.Id));
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void Fixes_come_to_an_end_and_keep_comments(string name)
    {
        var run = new FixRun(ByName[name].Overlay);
        var text = ByName[name].Content.Text;
        var (mended, _) = run.FixAll(text);
        Assert.All(run.Judge(mended), finding => Assert.Null(finding.FixTitle));
        // A suppression is a comment that does something; one that is of no use is itself mended.
        foreach (var line in text.Split('\n').Where(line => line.TrimStart().StartsWith('#') && !line.Contains("isolation: disable", StringComparison.Ordinal)))
        {
            Assert.Contains(line, mended, StringComparison.Ordinal);
        }
    }
}
