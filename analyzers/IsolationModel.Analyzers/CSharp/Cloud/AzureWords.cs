using Microsoft.CodeAnalysis;

namespace IsolationModel.Analyzers.CSharp.Cloud;

/// <summary>The enumerations of the Azure SDK are structs, with a static property of the struct's own type for each value, named like it.</summary>
internal static class AzureWords
{
    /// <summary>Whether a property stands for such a value.</summary>
    public static bool IsWord(IPropertySymbol property)
    {
        if (property.ContainingType.TypeKind != TypeKind.Struct || !SymbolEqualityComparer.Default.Equals(property.Type, property.ContainingType))
        {
            return false;
        }

        var space = property.ContainingNamespace;
        while (space is { ContainingNamespace.IsGlobalNamespace: false })
        {
            space = space.ContainingNamespace;
        }

        return space is { Name: "Azure", IsGlobalNamespace: false };
    }
}
