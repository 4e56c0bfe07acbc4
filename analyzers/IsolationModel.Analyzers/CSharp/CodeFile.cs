using IsolationModel.Text;
using IsolationModel.Workloads;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace IsolationModel.Analyzers.CSharp;

/// <summary>One C# file while it is searched for descriptors.</summary>
internal sealed class CodeFile
{
    private readonly Dictionary<IOperation, BodyIndex> _bodies = [];
    private readonly HashSet<SyntaxNode> _consumed = [];
    private readonly HashSet<ISymbol> _consumedVariables = new(SymbolEqualityComparer.Default);
    private LineMap? _lines;
    private SourceText? _text;

    public CodeFile(SemanticModel model, CancellationToken cancellationToken) => (Model, CancellationToken) = (model, cancellationToken);

    public SemanticModel Model { get; }

    public CancellationToken CancellationToken { get; }

    public SyntaxTree Tree => Model.SyntaxTree;

    public SourceText Text => _text ??= Tree.GetText(CancellationToken);

    public LineMap Lines => _lines ??= new LineMap(Text.ToString());

    /// <summary>What happens to the variables of the body that an operation stands in.</summary>
    public BodyIndex BodyOf(IOperation operation)
    {
        var root = operation;
        while (root.Parent is { } parent)
        {
            root = parent;
        }

        if (!_bodies.TryGetValue(root, out var body))
        {
            _bodies.Add(root, body = BodyIndex.Of(root, CancellationToken));
        }

        return body;
    }

    /// <summary>Descriptors that stand in the file as texts.</summary>
    public List<DescriptorFile> Texts { get; } = [];

    /// <summary>Remembers that an expression became a part of a descriptor, so that it is not judged once more on its own.</summary>
    public void Consume(SyntaxNode expression) => _consumed.Add(expression);

    /// <summary>Remembers that what is done to a variable became a part of a descriptor.</summary>
    public void Consume(ISymbol variable) => _consumedVariables.Add(variable);

    /// <summary>Whether what is done to a variable is a part of a descriptor already.</summary>
    public bool IsConsumed(ISymbol variable) => _consumedVariables.Contains(variable);

    /// <summary>Whether an expression is a part of a descriptor already.</summary>
    public bool IsConsumed(SyntaxNode expression) => _consumed.Contains(expression);

    /// <summary>A range of the file.</summary>
    public static TextRange RangeOf(SyntaxNode node) => RangeOf(node.Span);

    /// <summary>A range of the file.</summary>
    public static TextRange RangeOf(TextSpan span) => new(span.Start, span.Length);
}
