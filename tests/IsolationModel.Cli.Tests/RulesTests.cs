using IsolationModel.Cli.RuleDocuments;
using IsolationModel.Cli.Tests.Support;
using IsolationModel.Findings;
using IsolationModel.Rules;

namespace IsolationModel.Cli.Tests;

/// <summary>What <c>isolation rules</c> tells of the rules and writes into documents.</summary>
public sealed class RulesTests
{
    private const string Table = "<!-- begin: isolation rules markdown -->\nold\n<!-- end: isolation rules markdown -->\n";

    public static TheoryData<string> Rules => new(RuleSet.All.Select(rule => rule.Id));

    [Fact]
    public void All_rules_are_listed_in_text_and_json()
    {
        using var workspace = new Workspace();
        var text = workspace.Run("rules");
        Assert.Equal(0, text.ExitCode);
        Assert.Equal(RuleSet.All.Count + 1, text.Output.TrimEnd('\n').Split('\n').Length);
        Assert.Equal(text.Output, workspace.Run("rules", "list").Output);
        var json = workspace.Run("rules", "list", "--format", "json").Json();
        Assert.Equal(RuleSet.All.Select(rule => rule.Id), json.EnumerateArray().Select(rule => rule.GetProperty("id").GetString()));
    }

    [Fact]
    public void A_category_narrows_the_list_and_a_misspelt_one_is_told()
    {
        using var workspace = new Workspace();
        var json = workspace.Run("rules", "list", "--category", "weakening", "--format", "json").Json();
        Assert.NotEqual(0, json.GetArrayLength());
        Assert.All(json.EnumerateArray(), rule => Assert.StartsWith("ISM2", rule.GetProperty("id").GetString(), StringComparison.Ordinal));
        workspace.Run("rules", "list", "--category", "weakning").AssertRefused("did you mean 'weakening'?");
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void Every_rule_has_its_page_in_the_tool(string id)
    {
        using var workspace = new Workspace();
        var rule = RuleSet.All.Single(known => known.Id == id);
        var byName = workspace.Run("rules", "show", rule.Name.ToUpperInvariant());
        Assert.StartsWith($"# {id}: {rule.Name}\n", byName.Output, StringComparison.Ordinal);
        Assert.EndsWith($"{rule.HelpUri}\n", byName.Output, StringComparison.Ordinal);
        Assert.Equal(RulePages.Of(rule), workspace.Run("rules", "show", id, "--format", "json").Json().GetProperty("page").GetString());
    }

    [Theory]
    [InlineData("ISM1O01", "did you mean 'ISM1001'?")]
    [InlineData("RuntimeFailNeed", "did you mean 'RuntimeFailsNeed'?")]
    [InlineData("everything", "'isolation rules' lists all")]
    public void An_unknown_rule_is_told(string name, string hint)
    {
        using var workspace = new Workspace();
        workspace.Run("rules", "show", name).AssertRefused(hint);
    }

    [Fact]
    public void A_block_is_told_as_out_of_date_and_made_current()
    {
        using var workspace = new Workspace();
        workspace.Add("notes.md", "# Ours\n\n" + Table + "\nend\n");
        var check = workspace.Run("rules", "--check", "notes.md");
        Assert.Equal(1, check.ExitCode);
        Assert.Equal("notes.md(3,1): error: the block 'rules markdown' is out of date; 'isolation rules --write' makes it current\n", check.Error);
        Assert.Contains("\nold\n", File.ReadAllText(workspace.PathOf("notes.md")), StringComparison.Ordinal);

        Assert.Equal(0, workspace.Run("rules", "--write", "notes.md").ExitCode);
        Assert.Equal(
            "# Ours\n\n" + Table.Replace("old\n", workspace.Run("rules", "markdown").Output, StringComparison.Ordinal) + "\nend\n",
            File.ReadAllText(workspace.PathOf("notes.md")));
        Assert.Equal(0, workspace.Run("rules", "--check", "notes.md").ExitCode);
    }

    [Fact]
    public void A_file_keeps_its_line_ends()
    {
        using var workspace = new Workspace();
        workspace.Add("notes.md", Table.Replace("\n", "\r\n", StringComparison.Ordinal));
        workspace.Run("rules", "--write", "notes.md");
        var text = File.ReadAllText(workspace.PathOf("notes.md"));
        Assert.Equal(text.Count(static character => character == '\n'), text.Split("\r\n").Length - 1);
        Assert.Equal(0, workspace.Run("rules", "--check", "notes.md").ExitCode);
    }

    [Theory]
    [InlineData("no block", "'notes.md' holds no block")]
    [InlineData("# begin: isolation rules markdown", "notes.md(1,1): no line holds 'end: isolation rules markdown'")]
    [InlineData("# begin: isolation rules globalconfig strct\n# end: isolation rules globalconfig strct", "did you mean 'rules globalconfig strict'?")]
    [InlineData("# begin: isolation check .\n# end: isolation check .", "notes.md(1,1): 'check .' writes no block")]
    public void A_file_that_no_command_writes_is_refused(string text, string why)
    {
        using var workspace = new Workspace();
        workspace.Add("notes.md", text).Run("rules", "--write", "notes.md").AssertRefused(why);
        Assert.Equal(text, File.ReadAllText(workspace.PathOf("notes.md")));
    }

    [Fact]
    public void A_missing_file_is_told()
    {
        using var workspace = new Workspace();
        workspace.Run("rules", "--check", "none.md").AssertRefused("'none.md' cannot be read");
    }

    [Theory]
    [InlineData("none")]
    [InlineData("default")]
    [InlineData("strict")]
    [InlineData("audit")]
    public void A_preset_names_every_rule_once(string name)
    {
        using var workspace = new Workspace();
        var lines = workspace.Run("rules", "globalconfig", name).Output.Split('\n').Where(line => line.StartsWith("dotnet_diagnostic.", StringComparison.Ordinal));
        Assert.Equal(
            RuleSet.All.Select(rule => $"dotnet_diagnostic.{rule.Id}.severity = {Word(RulePreset.Find(name)!.SeverityOf(rule))}"),
            lines);
    }

    [Fact]
    public void No_preset_hides_a_mistake_in_a_model() =>
        Assert.All(RulePreset.All, preset => Assert.All(RuleSet.All.Where(rule => rule.Category == RuleCategory.Model), rule => Assert.Equal(FindingSeverity.Error, preset.SeverityOf(rule))));

    private static string Word(FindingSeverity? severity) => severity switch
    {
        FindingSeverity.Error => "error",
        FindingSeverity.Warning => "warning",
        FindingSeverity.Info => "suggestion",
        _ => "none",
    };
}
