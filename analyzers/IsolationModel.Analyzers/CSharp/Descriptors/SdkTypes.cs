using Microsoft.CodeAnalysis;

namespace IsolationModel.Analyzers.CSharp.Descriptors;

/// <summary>The product's own types, known by their names: the analyzer refers to no library of the program that it looks at.</summary>
internal static class SdkTypes
{
    private const string Assembly = "IsolationModel.SDK";
    public const string Descriptor = "WorkloadDescriptor";
    public const string Need = "Need";
    public const string Model = "Model";
    public const string IsolationNeeds = "IsolationNeedsAttribute";
    public const string RequiresIsolation = "RequiresIsolationAttribute";

    private const string Namespace = "IsolationModel";

    /// <summary>Whether a project uses the product's library, which is far cheaper to ask than for its types.</summary>
    public static bool IsReferenced(Compilation compilation)
    {
        foreach (var name in compilation.ReferencedAssemblyNames)
        {
            if (string.Equals(name.Name, Assembly, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a type is one of the product's.</summary>
    public static bool Is(ITypeSymbol? type, string name) =>
        type is { ContainingType: null } && string.Equals(type.Name, name, StringComparison.Ordinal)
        && type.ContainingNamespace is { Name: Namespace, ContainingNamespace.IsGlobalNamespace: true };

    /// <summary>The entry of the model that a typed member stands for, as its mark says, or null.</summary>
    public static (string Kind, string Id)? EntryOf(ISymbol member)
    {
        foreach (var attribute in member.GetAttributes())
        {
            if (Is(attribute.AttributeClass, "ModelEntryAttribute") && attribute.ConstructorArguments is [{ Value: string kind }, { Value: string id }])
            {
                return (kind, id);
            }
        }

        return null;
    }
}
