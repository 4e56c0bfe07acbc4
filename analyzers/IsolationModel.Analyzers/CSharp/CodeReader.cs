using IsolationModel.Descriptors;
using IsolationModel.Workloads;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IsolationModel.Analyzers.CSharp;

/// <summary>Reads the descriptors that C# files build.</summary>
internal sealed class CodeReader
{
    private readonly IReadOnlyList<CodeLibrary> _libraries;
    private readonly HashSet<string> _words;

    /// <summary>A reader for the libraries that a project can use.</summary>
    public CodeReader(IReadOnlyList<CodeLibrary> libraries)
    {
        _libraries = libraries;
        _words = new HashSet<string>(libraries.SelectMany(static library => library.Words), StringComparer.Ordinal);
    }

    /// <summary>What a file describes; nothing, nearly always.</summary>
    /// <exception cref="OperationCanceledException">Reading was stopped.</exception>
    public IReadOnlyList<DescriptorFile> Read(SemanticModel model, CancellationToken cancellationToken)
    {
        if (Expressions(model.SyntaxTree, cancellationToken) is not { Count: > 0 } expressions)
        {
            return [];
        }

        var file = new CodeFile(model, cancellationToken);
        var found = new List<CodeDescriptor>();
        foreach (var library in _libraries)
        {
            library.Read(file, expressions, found);
        }

        return found.Count == 0 ? file.Texts : [CodeDescriptorReader.Read(model.SyntaxTree.FilePath, file.Lines, found), .. file.Texts];
    }

    /// <summary>The expressions that may describe something; none where no word of a library stands in the file.</summary>
    private List<ExpressionSyntax> Expressions(SyntaxTree tree, CancellationToken cancellationToken)
    {
        var root = tree.GetRoot(cancellationToken);
        return HasWord(root, cancellationToken)
            ? root.DescendantNodes().OfType<ExpressionSyntax>().Where(static node => node
                is BaseObjectCreationExpressionSyntax or WithExpressionSyntax or InvocationExpressionSyntax or AssignmentExpressionSyntax).ToList()
            : [];
    }

    private bool HasWord(SyntaxNode root, CancellationToken cancellationToken)
    {
        var steps = 0;
        foreach (var token in root.DescendantTokens())
        {
            if (token.IsKind(SyntaxKind.IdentifierToken) && _words.Contains(token.ValueText))
            {
                return true;
            }

            if ((++steps & 0xFFFF) == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }
        }

        return false;
    }
}
