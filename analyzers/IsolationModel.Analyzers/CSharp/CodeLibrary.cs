using IsolationModel.Descriptors;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IsolationModel.Analyzers.CSharp;

/// <summary>A library whose types describe deployments. It is known by the names of its types alone, so that nothing depends on it.</summary>
internal abstract class CodeLibrary
{
    /// <summary>What the members of its types are called in the format that they stand for.</summary>
    protected MemberNames Names { get; } = new();

    /// <summary>Words of which one stands in each file that concerns the library; others are not looked at.</summary>
    public abstract IReadOnlyCollection<string> Words { get; }

    /// <summary>Whether a project can use the library; asked once a compilation.</summary>
    public abstract bool IsReferenced(Compilation compilation);

    /// <summary>Adds what a file describes.</summary>
    /// <param name="file">The file.</param>
    /// <param name="expressions">Its expressions that make objects or call methods, in the order of the text.</param>
    /// <param name="found">What is found.</param>
    public abstract void Read(CodeFile file, IReadOnlyList<ExpressionSyntax> expressions, List<CodeDescriptor> found);

    /// <summary>Whether an assembly of a name is referenced, which is far cheaper to ask than for its types.</summary>
    protected static bool References(Compilation compilation, string assembly)
    {
        foreach (var name in compilation.ReferencedAssemblyNames)
        {
            if (string.Equals(name.Name, assembly, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
