using IsolationModel.Generators.Naming;
using Microsoft.CodeAnalysis.Diagnostics;

namespace IsolationModel.Generators.Inputs;

/// <summary>What the project says to the generator.</summary>
/// <param name="IsBuiltIn">Whether the files are the built-in model itself (our own build) and not overlays on it.</param>
/// <param name="Namespace">Where the types of overlays go.</param>
internal sealed record GeneratorOptions(bool IsBuiltIn, string Namespace)
{
    private const string DefaultNamespace = "Isolation";

    /// <summary>Reads <c>IsolationModelBuiltIn</c>, <c>IsolationModelNamespace</c> and <c>RootNamespace</c>.</summary>
    public static GeneratorOptions From(AnalyzerConfigOptions options)
    {
        var root = Property(options, "RootNamespace");
        var name = Property(options, "IsolationModelNamespace")
            ?? (root is null ? DefaultNamespace : root + "." + DefaultNamespace);
        return new GeneratorOptions(
            string.Equals(Property(options, "IsolationModelBuiltIn"), "true", StringComparison.OrdinalIgnoreCase),
            Identifiers.Namespace(name) ?? DefaultNamespace);
    }

    private static string? Property(AnalyzerConfigOptions options, string name) =>
        options.TryGetValue("build_property." + name, out var value) && value.Trim() is { Length: > 0 } text ? text : null;
}
