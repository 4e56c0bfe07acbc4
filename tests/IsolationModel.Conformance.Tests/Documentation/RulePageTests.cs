using IsolationModel.Findings;
using IsolationModel.Rules;

namespace IsolationModel.Conformance.Documentation;

public sealed class RulePageTests
{
    /// <summary>Sections that every page has, in this order.</summary>
    private static readonly string[] Sections =
        ["## What is flagged", "## Why it matters", "## How to fix it", "## Severity and options", "## Examples"];

    /// <summary>Rules without a flagged example, and why.</summary>
    private static readonly Dictionary<string, string> WithoutFlaggedExample = new(StringComparer.Ordinal)
    {
        ["ISM9001"] = "a text that makes a reader fail would be a defect to mend, not an example",
    };

    public static TheoryData<string> Rules => new(RuleSet.All.Select(rule => rule.Id));

    [Fact]
    public void Every_page_belongs_to_a_rule() =>
        Assert.Equal(RuleSet.All.Select(rule => rule.Id), RulePage.All.Select(page => page.RuleId));

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_page_starts_with_the_id_and_the_name_of_its_rule(string id)
    {
        var rule = RulePage.Rule(id);
        Assert.Equal($"# {rule.Id}: {rule.Name}", RulePage.Of(rule).Lines[0]);
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_page_says_what_the_registry_says(string id)
    {
        var rule = RulePage.Rule(id);
        var text = string.Join('\n', RulePage.Of(rule).Lines);
        Assert.Contains($"| {rule.Title} |", text, StringComparison.Ordinal);
        Assert.Contains($"| {rule.Category} |", text, StringComparison.Ordinal);
        Assert.Contains($"| {Word(rule.DefaultSeverity)} |", text, StringComparison.Ordinal);
        Assert.Contains("| 0.1.0 |", text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_page_has_all_sections_in_order(string id) =>
        Assert.Equal(Sections, RulePage.Of(RulePage.Rule(id)).Lines.Where(line => line.StartsWith("## ", StringComparison.Ordinal)));

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_page_has_a_flagged_and_a_clean_example(string id)
    {
        var expectations = RulePage.Of(RulePage.Rule(id)).Examples.Select(example => example.Expectation).ToList();
        Assert.Contains(Expectation.Clean, expectations);
        Assert.Equal(!WithoutFlaggedExample.ContainsKey(id), expectations.Contains(Expectation.Flagged));
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_page_tells_how_to_change_the_severity_of_its_rule(string id)
    {
        var rule = RulePage.Rule(id);
        var text = string.Join('\n', RulePage.Of(rule).Lines);
        Assert.Contains($"dotnet_diagnostic.{id}.severity", text, StringComparison.Ordinal);
        // The generator tells mistakes in models, and knows no severity for single files.
        Assert.Equal(rule.Category != RuleCategory.Model, text.Contains($"isolation_model.{id}.severity", StringComparison.Ordinal));
        Assert.Contains($"<NoWarn>$(NoWarn);{id}</NoWarn>", text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_help_link_leads_to_the_page(string id)
    {
        var rule = RulePage.Rule(id);
        Assert.Equal($"{ProductInfo.ProjectUrl}/blob/v{ProductInfo.Version}/{RulePage.Folder}/{id}.md", rule.HelpUri.AbsoluteUri);
    }

    private static string Word(FindingSeverity severity) => severity switch
    {
        FindingSeverity.Error => "error",
        FindingSeverity.Warning => "warning",
        _ => "info",
    };
}
