using System.Text;
using IsolationModel.Findings;
using IsolationModel.Rules;

namespace IsolationModel.Cli.RuleDocuments;

/// <summary>A preset as the compiler reads it.</summary>
internal static class PresetConfig
{
    /// <summary>Writes it: every rule by its id, since findings in YAML listen to nothing else.</summary>
    public static string Of(RulePreset preset)
    {
        var text = new StringBuilder("is_global = true\n")
            // A .globalconfig of the project has level 100, other files have 0: whatever a project says itself goes before a preset.
            .Append("global_level = -1\n\n")
            .Append($"# {preset.Description}\n");
        if (preset.Level is not null)
        {
            text.Append($"# A level is no severity: the property IsolationModelAnalysisMode={preset.Name} holds every workload to level {preset.Level} besides.\n");
        }

        foreach (var rule in RuleSet.All)
        {
            text.Append($"dotnet_diagnostic.{rule.Id}.severity = {Word(preset.SeverityOf(rule))}\n");
        }

        return text.ToString();
    }

    private static string Word(FindingSeverity? severity) => severity == FindingSeverity.Info ? "suggestion" : RuleText.Of(severity);
}
