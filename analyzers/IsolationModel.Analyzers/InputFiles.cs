using IsolationModel.Descriptors;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace IsolationModel.Analyzers;

/// <summary>Which additional files concern us. The package marks them with item metadata; without the package's targets, names decide.</summary>
/// <param name="Descriptors">The descriptors, sorted by path, each path once.</param>
/// <param name="Overlays">The model overlays, sorted by path, each path once.</param>
internal sealed record InputFiles(IReadOnlyList<InputDescriptor> Descriptors, IReadOnlyList<AdditionalText> Overlays)
{
    private const string KindKey = "build_metadata.AdditionalFiles.IsolationKind";
    private const string ExplicitKey = "build_metadata.AdditionalFiles.IsolationExplicit";
    private const string OverlayExtension = ".isolation.json";

    /// <summary>Sorts out the additional files; reads none of them.</summary>
    public static InputFiles Of(AnalyzerOptions options)
    {
        var descriptors = new List<InputDescriptor>();
        var overlays = new List<AdditionalText>();
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
                descriptors.Add(new InputDescriptor(text, ExpectationOf(text.Path, metadata)));
            }
        }

        return new InputFiles(descriptors, overlays);
    }

    private static string? KindByName(string path) =>
        path.EndsWith(OverlayExtension, StringComparison.OrdinalIgnoreCase) ? "model"
        : DescriptorPatterns.Match(path) is not null ? "descriptor"
        : null;

    private static DescriptorExpectation ExpectationOf(string path, AnalyzerConfigOptions metadata) =>
        metadata.TryGetValue(ExplicitKey, out var value) && string.Equals(value, "true", StringComparison.OrdinalIgnoreCase)
            ? DescriptorExpectation.Expected
            : DescriptorPatterns.Match(path) ?? DescriptorExpectation.Found;
}
