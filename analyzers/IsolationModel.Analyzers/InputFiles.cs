using IsolationModel.Configuration;
using IsolationModel.Descriptors;
using IsolationModel.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace IsolationModel.Analyzers;

/// <summary>Which additional files concern us. The package marks them with item metadata; without the package's targets, names decide.</summary>
/// <param name="Descriptors">The descriptors, sorted by path, each path once.</param>
/// <param name="Overlays">The model overlays, sorted by path, each path once.</param>
internal sealed record InputFiles(IReadOnlyList<InputDescriptor> Descriptors, IReadOnlyList<AdditionalText> Overlays)
{
    /// <summary>Overlays beside the settings file, which count where it lists them; sorted by path, each path once.</summary>
    public IReadOnlyList<AdditionalText> OfferedOverlays { get; init; } = [];

    /// <summary>The settings file, or null.</summary>
    public AdditionalText? Settings { get; init; }

    private const string KindKey = "build_metadata.AdditionalFiles.IsolationKind";
    private const string ExplicitKey = "build_metadata.AdditionalFiles.IsolationExplicit";
    private const string OverlayExtension = ".isolation.json";

    /// <summary>Sorts out the additional files; reads none of them.</summary>
    public static InputFiles Of(AnalyzerOptions options)
    {
        var descriptors = new List<InputDescriptor>();
        var overlays = new List<AdditionalText>();
        var offered = new List<AdditionalText>();
        AdditionalText? settings = null;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var text in options.AdditionalFiles.OrderBy(text => text.Path, StringComparer.Ordinal))
        {
            if (!seen.Add(text.Path))
            {
                continue;
            }

            var metadata = options.AnalyzerConfigOptionsProvider.GetOptions(text);
            // The package's targets give every additional file the metadata, an empty one where the file is none of ours; so a file is left
            // alone where they took it out on purpose, as in the other target frameworks of a project.
            var kind = metadata.TryGetValue(KindKey, out var marked) ? marked : KindByName(text.Path);
            if (string.Equals(kind, "model", StringComparison.OrdinalIgnoreCase))
            {
                overlays.Add(text);
            }
            else if (string.Equals(kind, "descriptor", StringComparison.OrdinalIgnoreCase))
            {
                var isNamed = metadata.TryGetValue(ExplicitKey, out var value) && string.Equals(value, "true", StringComparison.OrdinalIgnoreCase);
                descriptors.Add(new InputDescriptor(text, ExpectationOf(text.Path, isNamed), isNamed));
            }
            else if (string.Equals(kind, "offeredModel", StringComparison.OrdinalIgnoreCase))
            {
                offered.Add(text);
            }
            else if (string.Equals(kind, "settings", StringComparison.OrdinalIgnoreCase))
            {
                // The package gives one; of several, the outermost speaks for most.
                settings = settings is null || text.Path.Length < settings.Path.Length ? text : settings;
            }
        }

        return new InputFiles(descriptors, overlays) { OfferedOverlays = offered, Settings = settings };
    }

    private static string? KindByName(string path) =>
        path.EndsWith(OverlayExtension, StringComparison.OrdinalIgnoreCase) ? "model"
        : string.Equals(FilePath.NameOf(path), IsolationSettings.FileName, StringComparison.Ordinal) ? "settings"
        : DescriptorPatterns.Match(path) is not null ? "descriptor"
        : null;

    private static DescriptorExpectation ExpectationOf(string path, bool isNamed) =>
        isNamed ? DescriptorExpectation.Expected : DescriptorPatterns.Match(path) ?? DescriptorExpectation.Found;
}
