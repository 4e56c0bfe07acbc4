using IsolationModel.Generators.Naming;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace IsolationModel.Generators.Inputs;

/// <summary>What the project says to the generator.</summary>
/// <param name="IsBuiltIn">Whether the files are the built-in model itself (our own build) and not overlays on it.</param>
/// <param name="Namespace">Where the types of overlays go.</param>
/// <param name="Language">What its language version allows.</param>
internal sealed record GeneratorOptions(bool IsBuiltIn, string Namespace, LanguageTraits Language)
{
    private const string DefaultNamespace = "Isolation";

    /// <summary>Reads <c>IsolationModelBuiltIn</c>, <c>IsolationModelNamespace</c>, <c>RootNamespace</c> and the language version.</summary>
    public static GeneratorOptions From(AnalyzerConfigOptions options, ParseOptions parse)
    {
        var root = Property(options, "RootNamespace");
        var name = Property(options, "IsolationModelNamespace")
            ?? (root is null ? DefaultNamespace : root + "." + DefaultNamespace);
        return new GeneratorOptions(IsOfBuiltIn(options), Identifiers.Namespace(name) ?? DefaultNamespace, LanguageTraits.From(parse));
    }

    /// <summary>Whether the project is that of the built-in model.</summary>
    public static bool IsOfBuiltIn(AnalyzerConfigOptions options) => string.Equals(Property(options, "IsolationModelBuiltIn"), "true", StringComparison.OrdinalIgnoreCase);

    private static string? Property(AnalyzerConfigOptions options, string name) =>
        options.TryGetValue("build_property." + name, out var value) && value.Trim() is { Length: > 0 } text ? text : null;
}
