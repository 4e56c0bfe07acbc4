using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace IsolationModel.Generators.Tests.Driving;

/// <summary>What MSBuild shows of a project: properties, and metadata of its files.</summary>
internal sealed class ProjectOptions(IReadOnlyDictionary<string, string> properties, IReadOnlyDictionary<string, string>? metadata = null) : AnalyzerConfigOptionsProvider
{
    /// <summary>A project with the root namespace <c>Shop</c>.</summary>
    public static ProjectOptions Ordinary { get; } = Of(("RootNamespace", "Shop"));

    /// <summary>Our own build.</summary>
    public static ProjectOptions BuiltIn { get; } = Of(("RootNamespace", "IsolationModel"), ("IsolationModelBuiltIn", "true"));

    public override AnalyzerConfigOptions GlobalOptions { get; } = new Options(properties.ToDictionary(entry => "build_property." + entry.Key, entry => entry.Value));

    public static ProjectOptions Of(params (string Name, string Value)[] properties) => new(properties.ToDictionary(entry => entry.Name, entry => entry.Value));

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => new Options([]);

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) =>
        new Options((metadata ?? new Dictionary<string, string>()).ToDictionary(entry => "build_metadata.AdditionalFiles." + entry.Key, entry => entry.Value));

    private sealed class Options(Dictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
    }
}
