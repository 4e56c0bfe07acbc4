using IsolationModel.Descriptors;
using IsolationModel.Findings;
using IsolationModel.Modeling;
using IsolationModel.Modeling.Reading;
using IsolationModel.Rules;
using IsolationModel.Text;

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
    public static ModelReadResult Load(IReadOnlyList<InputFile> overlays)
    {
        if (overlays.Count == 0)
        {
            return new ModelReadResult(BuiltInModel.Definition, []);
        }

        var texts = new List<ModelText>();
        var findings = new List<Finding>();
        foreach (var overlay in overlays)
        {
            if (Read(overlay, findings) is { } text)
            {
                texts.Add(new ModelText(overlay.DisplayPath, text));
            }
        }

        var result = ModelReader.Extend(BuiltInModel.Definition, texts);
        findings.AddRange(result.Findings);
        findings.Sort(FindingOrder.Instance);
        return new ModelReadResult(result.Model, findings);
    }

    private static string? Read(InputFile overlay, List<Finding> findings)
    {
        try
        {
            var length = new FileInfo(overlay.FullPath!).Length;
            using var file = new FileStream(overlay.FullPath!, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
            using var content = BoundedReader.Read(file, length, DescriptorLimits.FileSize, CancellationToken.None);
            if (content.IsTooLarge)
            {
                Report(overlay, LineMap.Empty, default, $"the file is larger than {DescriptorLimits.FileSize / 1024 / 1024} MiB, so it is not read", findings);
                return null;
            }

            var text = TextDecoder.Decode(content.Bytes, content.Count, out var invalidAt);
            if (text is null)
            {
                var before = TextDecoder.DecodeLeniently(content.Bytes, invalidAt);
                Report(overlay, new LineMap(before), new TextRange(before.Length, 0), "the file holds a byte that is not UTF-8; save it as UTF-8", findings);
            }

            return text;
        }
        catch (Exception error) when (FileFailure.IsAbout(error))
        {
            Report(overlay, LineMap.Empty, default, $"the file could not be read: {FileFailure.Reason(error)}", findings);
            return null;
        }
    }

    private static void Report(InputFile overlay, LineMap lines, TextRange range, string message, List<Finding> findings) =>
        findings.Add(Finding.At(ModelRules.NotJson, ModelRules.NotJson.DefaultSeverity, overlay.DisplayPath, lines, range, message));
}
