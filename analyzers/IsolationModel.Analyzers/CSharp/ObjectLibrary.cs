using IsolationModel.Descriptors;
using IsolationModel.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IsolationModel.Analyzers.CSharp;

/// <summary>
/// A library with types that stand for objects of a format. Whole objects are read with everything in them; parts that are made apart are read on
/// their own, since somebody will put them into an object; and what is changed in an object that comes from elsewhere is a part.
/// </summary>
/// <typeparam name="T">What a type stands for.</typeparam>
internal abstract class ObjectLibrary<T> : CodeLibrary
    where T : class
{
    /// <inheritdoc/>
    public override void Read(CodeFile file, IReadOnlyList<ExpressionSyntax> expressions, List<CodeDescriptor> found)
    {
        var makings = Makings(file, expressions);
        // What a method makes is read with the arguments of each call, and alone only where nothing calls it.
        foreach (var (type, operation) in makings.OrderBy(making => RankOf(making.Type)).ThenBy(static making => making.Operation is IInvocationOperation ? 0 : 1))
        {
            if (!file.IsConsumed(operation.Syntax) && new ValueReader(file, Names).ReadHeld(operation) is var value && ValueReader.Target(value) is Data.DataMapping)
            {
                found.Add(WithPlaces(Descriptor(type, value, MakingName.RangeOf(operation.Syntax), operation), file, value));
            }
        }

        new PartReader<T>(this, file, Names).Read(expressions, found);
    }

    /// <summary>What a type stands for; null for types that are none of the library's, or of no interest.</summary>
    public abstract T? TypeOf(ITypeSymbol type);

    /// <summary>The descriptor of an object, or of a part as what it makes.</summary>
    public abstract CodeDescriptor Descriptor(T type, Data.DataNode value, TextRange place, IOperation making);

    /// <summary>The descriptor with the places in the code where a fix can add something.</summary>
    protected virtual CodeDescriptor WithPlaces(CodeDescriptor descriptor, CodeFile file, Data.DataNode value) => descriptor;

    /// <summary>The place of a type among those that hold each other: what holds the others comes first.</summary>
    protected abstract int RankOf(T type);

    private List<(T Type, IOperation Operation)> Makings(CodeFile file, IReadOnlyList<ExpressionSyntax> expressions)
    {
        var makings = new List<(T, IOperation)>();
        foreach (var expression in expressions)
        {
            if (IsCandidate(file, expression)
                && file.Model.GetOperation(expression, file.CancellationToken) is (IObjectCreationOperation or IWithOperation or IInvocationOperation) and { Type: { } type } operation
                && TypeOf(type) is { } known)
            {
                makings.Add((known, operation));
            }
        }

        return makings;
    }

    /// <summary>The name of a type is in front of most expressions, and tells without asking the compiler.</summary>
    private bool IsCandidate(CodeFile file, ExpressionSyntax expression) => expression switch
    {
        ObjectCreationExpressionSyntax { Type: var name } => Words.Contains(MakingName.LastOf(name)),
        InvocationExpressionSyntax call => file.Model.GetSymbolInfo(call, file.CancellationToken).Symbol is IMethodSymbol { DeclaringSyntaxReferences.Length: 1, ReturnType: var returned } && TypeOf(returned) is not null,
        AssignmentExpressionSyntax => false,
        _ => true,
    };
}
