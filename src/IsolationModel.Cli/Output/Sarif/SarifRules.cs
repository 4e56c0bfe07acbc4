using System.Text.Json;
using IsolationModel.Cli.RuleDocuments;
using IsolationModel.Configuration;
using IsolationModel.Findings;

namespace IsolationModel.Cli.Output.Sarif;

/// <summary>The rules that results of a run name, sorted by id.</summary>
internal sealed class SarifRules
{
    private readonly List<RuleDescriptor> _rules;

    private SarifRules(List<RuleDescriptor> rules) => _rules = rules;

    /// <summary>The rules of some results.</summary>
    public static SarifRules Of(IEnumerable<SarifResult> results)
    {
        var rules = results.Select(static result => result.Finding.Rule).DistinctBy(static rule => rule.Id, StringComparer.Ordinal).ToList();
        rules.Sort(static (left, right) => string.CompareOrdinal(left.Id, right.Id));
        return new SarifRules(rules);
    }

    /// <summary>Where a rule stands in the list.</summary>
    public int IndexOf(RuleDescriptor rule) => _rules.FindIndex(known => string.Equals(known.Id, rule.Id, StringComparison.Ordinal));

    /// <summary>The level of a severity.</summary>
    public static string Level(FindingSeverity severity) => severity switch
    {
        FindingSeverity.Error => "error",
        FindingSeverity.Warning => "warning",
        _ => "note",
    };

    /// <summary>Writes the list.</summary>
    public void Write(Utf8JsonWriter json) => json.WriteObjects("rules", _rules, rule =>
    {
        json.WriteString("id", rule.Id);
        json.WriteString("name", rule.Name);
        WriteText(json, "shortDescription", $"{rule.Title}.");
        WriteText(json, "fullDescription", rule.Description);
        json.WriteStartObject("help");
        json.WriteString("text", $"{rule.Description} See {rule.HelpUri.OriginalString}");
        json.WriteString("markdown", RuleHelp.Markdown(rule));
        json.WriteEndObject();
        json.WriteString("helpUri", rule.HelpUri.OriginalString);
        json.WriteStartObject("defaultConfiguration");
        json.WriteString("level", Level(rule.DefaultSeverity));
        json.WriteEndObject();
        WriteProperties(json, rule);
    });

    /// <summary>
    /// What GitHub sorts and filters by. No <c>security-severity</c>: one rule finds a broken sandbox and a slow start alike, so that a number for the rule
    /// would be invented. No <c>precision</c> for the same reason.
    /// </summary>
    private static void WriteProperties(Utf8JsonWriter json, RuleDescriptor rule)
    {
        var category = SeverityMap.NameOf(rule.Category);
        json.WriteStartObject("properties");
        json.WriteString("category", category);
        json.WriteString("problem.severity", rule.DefaultSeverity switch
        {
            FindingSeverity.Error => "error",
            FindingSeverity.Warning => "warning",
            _ => "recommendation",
        });
        json.WriteStrings("tags", rule.Category is RuleCategory.Suitability or RuleCategory.Weakening ? ["security", category] : [category]);
        json.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("text", text);
        json.WriteEndObject();
    }
}
