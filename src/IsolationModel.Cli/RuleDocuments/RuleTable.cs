using System.Text;
using IsolationModel.Rules;

namespace IsolationModel.Cli.RuleDocuments;

/// <summary>The rules as a table in Markdown.</summary>
internal static class RuleTable
{
    /// <summary>Writes it.</summary>
    /// <param name="pages">The folder of the pages as links see it; null for the pages of this version on the project's site.</param>
    public static string Markdown(string? pages)
    {
        var text = new StringBuilder("| Id | Name | Category | Severity | strict | audit | Fix | Title |\n| --- | --- | --- | --- | --- | --- | --- | --- |\n");
        foreach (var rule in RuleSet.All)
        {
            var page = pages is null ? rule.HelpUri.OriginalString : $"{pages.TrimEnd('/')}/{rule.Id}.md";
            text.Append($"| [{rule.Id}]({page}) | {rule.Name} | {rule.Category} | {RuleText.Of(rule.DefaultSeverity)} | ")
                .Append($"{RuleText.Of(RulePreset.Strict.SeverityOf(rule))} | {RuleText.Of(RulePreset.Audit.SeverityOf(rule))} | {(rule.HasFix ? "yes" : string.Empty)} | {rule.Title} |\n");
        }

        return text.ToString();
    }
}
