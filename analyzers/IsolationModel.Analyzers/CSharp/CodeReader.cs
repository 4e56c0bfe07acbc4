using IsolationModel.Analyzers.CSharp.Descriptors;
using IsolationModel.Descriptors;
using IsolationModel.Workloads;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IsolationModel.Analyzers.CSharp;

/// <summary>Reads the descriptors that C# files build.</summary>
internal sealed class CodeReader
{
    private readonly IReadOnlyList<CodeLibrary> _libraries;
    private readonly WordSearch _words;

    /// <summary>A reader for the libraries that a project can use.</summary>
    public CodeReader(IReadOnlyList<CodeLibrary> libraries)
    {
        _libraries = libraries;
        _words = new WordSearch([.. libraries.Select(static library => library.Words)]);
    }

    /// <summary>What a file describes; nothing, nearly always.</summary>
    /// <exception cref="OperationCanceledException">Reading was stopped.</exception>
    public IReadOnlyList<DescriptorFile> Read(SemanticModel model, CancellationToken cancellationToken)
    {
        var concerned = _words.OwnersIn(model.SyntaxTree.GetText(cancellationToken), cancellationToken);
        if (concerned == 0)
        {
            return [];
        }

        var expressions = Expressions(model.SyntaxTree, cancellationToken);
        var file = new CodeFile(model, cancellationToken);
        var found = new List<CodeDescriptor>();
        for (var i = 0; i < _libraries.Count; i++)
        {
            if ((concerned & (1UL << i)) != 0)
            {
                _libraries[i].Read(file, expressions, found);
            }
        }

        // Attributes are of use where the library is there that has them; what they declare holds for whatever is described below them.
        if (found.Count > 0 && SdkTypes.IsReferenced(model.Compilation))
        {
            found = found.ConvertAll(descriptor => descriptor with { Needs = NeedAttributes.Around(file, descriptor.Range.Start) });
        }

        return found.Count == 0 ? file.Texts : [CodeDescriptorReader.Read(model.SyntaxTree.FilePath, file.Lines, found), .. file.Texts];
    }

    /// <summary>The expressions that may describe something, in the order of the text.</summary>
    private static List<ExpressionSyntax> Expressions(SyntaxTree tree, CancellationToken cancellationToken) =>
        [.. tree.GetRoot(cancellationToken).DescendantNodes().OfType<ExpressionSyntax>().Where(static node => node
            is BaseObjectCreationExpressionSyntax or WithExpressionSyntax or InvocationExpressionSyntax or AssignmentExpressionSyntax)];
}
