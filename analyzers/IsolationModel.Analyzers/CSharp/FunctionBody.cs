using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IsolationModel.Analyzers.CSharp;

/// <summary>A function that is given as an argument: a lambda, or a method of the same file by its name.</summary>
/// <param name="Method">Its signature.</param>
/// <param name="Body">What it does.</param>
internal sealed record FunctionBody(IMethodSymbol Method, IOperation Body)
{
    /// <summary>The function that a value is; null where it is not known.</summary>
    public static FunctionBody? Of(CodeFile file, IOperation? value)
    {
        var target = ValueReader.Strip(value) is IDelegateCreationOperation creation ? creation.Target : ValueReader.Strip(value);
        return target switch
        {
            IAnonymousFunctionOperation lambda => new FunctionBody(lambda.Symbol, lambda.Body),
            IMethodReferenceOperation { Method: { DeclaringSyntaxReferences: [var declaration] } method } when ReferenceEquals(declaration.SyntaxTree, file.Tree) =>
                BodyOf(file.Model.GetOperation(declaration.GetSyntax(file.CancellationToken), file.CancellationToken)) is { } body ? new FunctionBody(method, body) : null,
            _ => null,
        };
    }

    private static IOperation? BodyOf(IOperation? declaration) => declaration switch
    {
        IMethodBodyOperation method => method.BlockBody ?? method.ExpressionBody,
        ILocalFunctionOperation function => function.Body,
        _ => null,
    };
}
