using IsolationModel.Conformance.Documentation;
using IsolationModel.Conformance.FrontEnds;
using IsolationModel.Findings;
using IsolationModel.Rules;

namespace IsolationModel.Conformance.Registry;

public sealed class RuleRegistryTests
{
    /// <summary>The block of ids that a category owns, and the severities that its rules may have by default.</summary>
    private static readonly Dictionary<RuleCategory, (string Prefix, FindingSeverity[] Severities)> Blocks = new()
    {
        [RuleCategory.Model] = ("ISM0", [FindingSeverity.Error]),
        [RuleCategory.Suitability] = ("ISM10", [FindingSeverity.Warning]),
        [RuleCategory.Declaration] = ("ISM11", [FindingSeverity.Warning, FindingSeverity.Error]),
        [RuleCategory.Undetermined] = ("ISM15", [FindingSeverity.Info, FindingSeverity.Warning]),
        [RuleCategory.Weakening] = ("ISM2", [FindingSeverity.Info, FindingSeverity.Warning]),
        [RuleCategory.Usage] = ("ISM3", [FindingSeverity.Warning]),
        [RuleCategory.Input] = ("ISM9", [FindingSeverity.Warning]),
    };

    public static TheoryData<string> Rules => new(RuleSet.All.Select(rule => rule.Id));

    [Fact]
    public void Ids_are_unique_and_sorted()
    {
        var ids = RuleSet.All.Select(rule => rule.Id).ToList();
        Assert.Equal(ids.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal), ids);
    }

    [Fact]
    public void Names_are_unique()
    {
        var names = RuleSet.All.Select(rule => rule.Name).ToList();
        Assert.Equal(names.Distinct(StringComparer.OrdinalIgnoreCase), names);
    }

    [Fact]
    public void Every_workload_rule_is_registered() => Assert.Subset(
        RuleSet.All.ToHashSet(),
        RuleSet.WorkloadRules.Select(rule => rule.Descriptor).ToHashSet());

    [Theory]
    [MemberData(nameof(Rules))]
    public void An_id_lies_in_the_block_of_its_category_and_has_its_severity(string id)
    {
        var rule = RulePage.Rule(id);
        var (prefix, severities) = Blocks[rule.Category];
        Assert.StartsWith(prefix, rule.Id, StringComparison.Ordinal);
        Assert.Equal("ISM0000".Length, rule.Id.Length);
        Assert.All(rule.Id[3..], digit => Assert.True(char.IsAsciiDigit(digit)));
        Assert.Contains(rule.DefaultSeverity, severities);
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_rule_speaks_in_whole_words(string id)
    {
        var rule = RulePage.Rule(id);
        Assert.True(char.IsAsciiLetterUpper(rule.Name[0]) && rule.Name.All(char.IsAsciiLetter), $"'{rule.Name}' is not in PascalCase.");
        Assert.Equal(string.Empty, Flaw(rule.Title));
        Assert.EndsWith(".", rule.Description, StringComparison.Ordinal);
        Assert.Equal(string.Empty, Flaw(rule.Description.TrimEnd('.')));
    }

    [Fact]
    public async Task Every_message_is_one_line_without_final_period()
    {
        var messages = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var example in RulePage.All.SelectMany(page => page.Examples))
        {
            messages.UnionWith((await PageExampleTests.Yardstick(example.ToInput()).Judge(example.ToInput())).Select(finding => finding.Message));
        }

        messages.UnionWith(Samples.SampleShop.Evaluate().Findings.Select(finding => finding.Message));
        Assert.NotEmpty(messages);
        Assert.Empty(messages.Where(message => Flaw(message).Length > 0).Select(message => $"{Flaw(message)}: {message}"));
    }

    /// <summary>What is wrong with a text that becomes a compiler message, or the empty string.</summary>
    private static string Flaw(string text) =>
        text.Length == 0 ? "empty"
        : text.AsSpan().ContainsAny('\r', '\n', '\t') ? "more than one line"
        : text.Contains("  ", StringComparison.Ordinal) ? "double blank"
        : text.EndsWith('.') ? "final period"
        : text != text.Trim() ? "blank at an end"
        : text.Contains(".;", StringComparison.Ordinal) || text.Contains(".:", StringComparison.Ordinal) ? "period inside of a sentence"
        : string.Empty;
}
