using System.Text.Json;
using IsolationModel.Cli.Output;
using IsolationModel.Cli.RuleDocuments;
using IsolationModel.Configuration;
using IsolationModel.Findings;
using IsolationModel.Rules;

namespace IsolationModel.Cli.Answers;

/// <summary>A rule with its page.</summary>
/// <param name="Rule">The rule.</param>
internal sealed record RuleAnswer(RuleDescriptor Rule) : IAnswer
{
    /// <summary>What is fixed about a rule.</summary>
    public static void WriteIdentity(Utf8JsonWriter json, RuleDescriptor rule)
    {
        json.WriteString("id", rule.Id);
        json.WriteString("name", rule.Name);
        json.WriteString("category", SeverityMap.NameOf(rule.Category));
        json.WriteString("severity", RuleText.Of(rule.DefaultSeverity));
        json.WriteStartObject("presets");
        foreach (var preset in RulePreset.All)
        {
            json.WriteString(preset.Name, RuleText.Of(preset.SeverityOf(rule)));
        }

        json.WriteEndObject();
        json.WriteBoolean("hasFix", rule.HasFix);
        json.WriteString("title", rule.Title);
        json.WriteString("description", rule.Description);
        json.WriteString("helpUri", rule.HelpUri.OriginalString);
    }

    /// <summary>The page as it is: Markdown is made for being read as text, and breaking its lines anew would spoil the examples.</summary>
    public void WriteText(TextPage page)
    {
        var isExample = false;
        foreach (var line in RulePages.Of(Rule).TrimEnd('\n').Split('\n'))
        {
            isExample ^= line.StartsWith("```", StringComparison.Ordinal);
            page.Unbroken(line, !isExample && line.StartsWith('#') ? Tone.Strong : Tone.Plain);
        }

        page.Line();
        page.Line(Rule.HelpUri.OriginalString, Tone.Faint);
    }

    public void WriteJson(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        WriteIdentity(json, Rule);
        json.WriteString("page", RulePages.Of(Rule));
        json.WriteEndObject();
    }
}
