using IsolationModel.Configuration;
using IsolationModel.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace IsolationModel.Generators.Inputs;

/// <summary>What an additional file is: by its metadata, else by its name.</summary>
internal static class FileKind
{
    private const string Suffix = ".isolation.json";
    private const string Settings = "settings";
    private const string Model = "model";
    private const string OfferedModel = "offeredModel";

    /// <summary>Whether a file is a model, or one that the settings may list.</summary>
    public static bool IsModel(AdditionalText file, AnalyzerConfigOptionsProvider provider)
    {
        var options = provider.GetOptions(file);
        return Marked(options) is { } kind
            ? Is(kind, Model) || Is(kind, OfferedModel)
            : file.Path.EndsWith(Suffix, StringComparison.OrdinalIgnoreCase)
                || (options.TryGetValue("build_metadata.AdditionalFiles.IsolationModelKind", out var part) && Is(part, "builtin"));
    }

    /// <summary>Whether a model counts only where the settings list it.</summary>
    public static bool IsOffered(AdditionalText file, AnalyzerConfigOptionsProvider provider) => Marked(provider.GetOptions(file)) is { } kind && Is(kind, OfferedModel);

    /// <summary>Whether a file holds the settings.</summary>
    public static bool IsSettings(AdditionalText file, AnalyzerConfigOptionsProvider provider) => Marked(provider.GetOptions(file)) is { } kind
        ? Is(kind, Settings)
        : string.Equals(FilePath.NameOf(file.Path), IsolationSettings.FileName, StringComparison.Ordinal);

    private static string? Marked(AnalyzerConfigOptions options) =>
        options.TryGetValue("build_metadata.AdditionalFiles.IsolationKind", out var kind) && kind.Length > 0 ? kind : null;

    private static bool Is(string word, string wanted) => string.Equals(word, wanted, StringComparison.OrdinalIgnoreCase);
}
