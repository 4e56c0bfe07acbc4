using IsolationModel.Cli.Input;
using IsolationModel.Configuration;
using IsolationModel.Evaluation;
using IsolationModel.Findings;
using IsolationModel.Modeling.Reading;
using IsolationModel.Text;

namespace IsolationModel.Cli.Commands;

/// <summary>What commands that judge descriptors tell of the settings that govern them.</summary>
internal static class RunSettings
{
    /// <summary>Mistakes in settings are told and counted as those in overlays are: what is judged rests on both.</summary>
    public static ModelReadResult With(ModelReadResult loaded, SettingsReading reading, ModelIndex model)
    {
        var findings = new List<Finding>([.. loaded.Findings, .. reading.Findings, .. SettingsCheck.Of(reading.Settings, model)]);
        findings.Sort(FindingOrder.Instance);
        return loaded with { Findings = findings };
    }

    /// <summary>A settings file that somebody relies on must not be without effect in silence.</summary>
    public static void TellOthers(InputSet inputs, IsolationSettings settings, ToolHost host)
    {
        foreach (var other in inputs.OtherSettings)
        {
            var why = settings.IsNone ? "this run has no settings file" : $"{settings.Path} governs the whole run";
            host.Error.Write($"isolation: {HarmlessText.Of($"{DisplayPath.Of(other, host.CurrentDirectory)} is not used, because {why}; check its folder by itself")}\n");
        }
    }
}
