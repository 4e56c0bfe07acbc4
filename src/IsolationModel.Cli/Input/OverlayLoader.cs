using IsolationModel.Descriptors;
using IsolationModel.Findings;
using IsolationModel.Modeling;
using IsolationModel.Modeling.Reading;
using IsolationModel.Rules;

namespace IsolationModel.Cli.Input;

/// <summary>The built-in model with the overlays of the command line.</summary>
internal static class OverlayLoader
{
    /// <summary>Finds the overlay files, each once.</summary>
    /// <exception cref="UsageException">A path names no file.</exception>
    public static IReadOnlyList<InputFile> Find(IReadOnlyList<string> paths, string currentDirectory)
    {
        var files = new List<InputFile>();
        var missing = new List<string>();
        foreach (var path in paths)
        {
            var fullPath = InputSearch.Exists(path, currentDirectory) ? Path.GetFullPath(path, currentDirectory) : null;
            if (fullPath is null || Directory.Exists(fullPath))
            {
                missing.Add(fullPath is null ? $"--model: there is no file '{path}'" : $"--model: '{path}' is a folder; name the overlay files in it");
            }
            else if (!files.Exists(file => string.Equals(file.FullPath, fullPath, StringComparison.Ordinal)))
            {
                files.Add(new InputFile(fullPath, DisplayPath.Of(fullPath, currentDirectory), DescriptorExpectation.Expected, IsNamed: true));
            }
        }

        return missing.Count == 0 ? files : throw new UsageException(string.Join('\n', missing));
    }

    /// <summary>Reads them onto the built-in model.</summary>
    /// <param name="overlays">The files.</param>
    /// <param name="held">Texts that stand in for those of files, by full path, or null.</param>
    public static ModelReadResult Load(IReadOnlyList<InputFile> overlays, IReadOnlyDictionary<string, string>? held = null)
    {
        if (overlays.Count == 0)
        {
            return new ModelReadResult(BuiltInModel.Definition, []);
        }

        var texts = new List<ModelText>();
        var findings = new List<Finding>();
        foreach (var overlay in overlays)
        {
            if (JsonFile.Read(overlay, ModelRules.NotJson, findings, held) is { } text)
            {
                texts.Add(new ModelText(overlay.DisplayPath, text));
            }
        }

        var result = ModelReader.Extend(BuiltInModel.Definition, texts);
        findings.AddRange(result.Findings);
        findings.Sort(FindingOrder.Instance);
        return new ModelReadResult(result.Model, findings);
    }
}
