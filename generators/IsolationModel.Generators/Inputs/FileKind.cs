using System.Collections.Immutable;
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

    /// <summary>The file with its text; none where the generator has no use for it, whose text is never asked for.</summary>
    public static ImmutableArray<ProjectFile> Read(AdditionalText file, AnalyzerConfigOptionsProvider provider, CancellationToken cancellationToken)
    {
        var options = provider.GetOptions(file);
        var kind = Marked(options);
        if (kind is null ? HasNameOfModel(file.Path) || IsPart(options) : Is(kind, Model) || Is(kind, OfferedModel))
        {
            return ImmutableArray.Create<ProjectFile>(new ModelFile(file.Path, TextOf(file, cancellationToken), Is(kind, OfferedModel), GeneratorOptions.IsOfBuiltIn(provider.GlobalOptions)));
        }

        return (kind is null ? HasNameOfSettings(file.Path) : Is(kind, Settings))
            ? ImmutableArray.Create<ProjectFile>(new SettingsText(file.Path, TextOf(file, cancellationToken)))
            : ImmutableArray<ProjectFile>.Empty;
    }

    private static string? TextOf(AdditionalText file, CancellationToken cancellationToken) => file.GetText(cancellationToken)?.ToString();

    private static bool HasNameOfModel(string path) => path.EndsWith(Suffix, StringComparison.OrdinalIgnoreCase);

    private static bool HasNameOfSettings(string path) => string.Equals(FilePath.NameOf(path), IsolationSettings.FileName, StringComparison.Ordinal);

    private static bool IsPart(AnalyzerConfigOptions options) => options.TryGetValue("build_metadata.AdditionalFiles.IsolationModelKind", out var part) && Is(part, "builtin");

    private static string? Marked(AnalyzerConfigOptions options) =>
        options.TryGetValue("build_metadata.AdditionalFiles.IsolationKind", out var kind) && kind.Length > 0 ? kind : null;

    private static bool Is(string? word, string wanted) => string.Equals(word, wanted, StringComparison.OrdinalIgnoreCase);
}
