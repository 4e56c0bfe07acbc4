using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace IsolationModel.Generators.Inputs;

/// <summary>What the project's language version allows beyond C# 7.3.</summary>
/// <param name="HasNullableAnnotations">C# 8: annotated reference types.</param>
/// <param name="HasSpanSwitch">C# 11: a switch over a span of characters with strings as cases.</param>
/// <param name="HasExtensionProperties">C# 14: properties that extend a type.</param>
internal sealed record LanguageTraits(bool HasNullableAnnotations, bool HasSpanSwitch, bool HasExtensionProperties)
{
    /// <summary>The number of C# 14; the Roslyn that this is compiled against has no name for it.</summary>
    private const LanguageVersion CSharp14 = (LanguageVersion)1400;

    /// <summary>The first major version of the compiler that knows C# 14.</summary>
    private const int CompilerOfCSharp14 = 5;

    /// <summary>Reads the traits from a project's options.</summary>
    public static LanguageTraits From(ParseOptions options)
    {
        var version = options is CSharpParseOptions csharp ? csharp.LanguageVersion : LanguageVersion.CSharp7_3;
        // "preview" is above every number, also in compilers that are too old.
        var compiler = typeof(CSharpParseOptions).Assembly.GetName().Version;
        return new LanguageTraits(
            version >= LanguageVersion.CSharp8, version >= LanguageVersion.CSharp11, version >= CSharp14 && compiler.Major >= CompilerOfCSharp14);
    }
}
