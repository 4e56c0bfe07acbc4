using System.Diagnostics.CodeAnalysis;
using IsolationModel.Configuration;
using IsolationModel.Evaluation;
using IsolationModel.Findings;
using IsolationModel.Generators.Inputs;
using IsolationModel.Modeling;
using IsolationModel.Rules;
using IsolationModel.Text;

namespace IsolationModel.Generators.Planning;

/// <summary>Reads the project's settings file with the reader of the product: which models it lists, and what is wrong in it.</summary>
internal static class SettingsLoader
{
    /// <summary>The models that count: those of the project, and of those beside the settings the ones that they list.</summary>
    public static ListedModels Listed(ProjectFiles files)
    {
        if (!files.Models.Any(static file => file.IsOffered))
        {
            return new ListedModels(files.Models);
        }

        var read = Governing(files.Settings) is { Text: { } text } governing ? SettingsReader.Read(governing.Path, text).Settings : IsolationSettings.None;
        return new ListedModels(files.Models.Where(file => !file.IsOffered || read.ListsModel(file.Path)).ToEquatableArray());
    }

    /// <summary>What is wrong in the settings.</summary>
    /// <param name="files">What the compiler has; of several settings files one governs.</param>
    /// <param name="model">The model that judges; null for the built-in one.</param>
    [SuppressMessage("Design", "CA1031", Justification = "A mistake of ours costs the check of the settings, never the compilation; it is told as a finding")]
    public static EquatableArray<Finding> Check(ProjectFiles files, MergedModel? model)
    {
        if (Governing(files.Settings) is not { } governing)
        {
            return default;
        }

        try
        {
            return Check(governing, files.Models, model?.Model ?? BuiltInModel.Definition).ToEquatableArray();
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return new EquatableArray<Finding>([InputRules.Failure(governing.Path, "reading", exception)]);
        }
    }

    private static List<Finding> Check(SettingsText governing, EquatableArray<ModelFile> files, ModelDefinition model)
    {
        if (governing.Text is null)
        {
            var rule = SettingsRules.NotJson;
            return [Finding.At(rule, rule.DefaultSeverity, governing.Path, LineMap.Empty, default, "the compiler could not read this settings file; check that it exists and is text")];
        }

        var (settings, mistakes) = SettingsReader.Read(governing.Path, governing.Text);
        var findings = new List<Finding>([.. mistakes, .. SettingsCheck.Of(settings, new ModelIndex(model))]);
        foreach (var listed in settings.Models)
        {
            var path = settings.Resolve(listed);
            if (!files.Any(file => string.Equals(FilePath.Normalize(file.Path), path, StringComparison.Ordinal)))
            {
                findings.Add(SettingsCheck.Missing(
                    settings, listed, $"the compiler is not given the model '{listed.Text}'; put it beside this file as '*.isolation.json', or name it in the project: <IsolationModelFile Include=\"...\" />"));
            }
        }

        findings.Sort(FindingOrder.Instance);
        return findings;
    }

    /// <summary>The package gives one; of several, the outermost speaks for most.</summary>
    private static SettingsText? Governing(EquatableArray<SettingsText> settings) => settings.Count == 0
        ? null
        : settings.OrderBy(static file => file.Path.Length).ThenBy(static file => file.Path, StringComparer.Ordinal).First();
}
